import * as z from "zod";
import type { Path } from "../path.ts";
import type { Stack } from "../stack.ts";
import { day, isOver } from "./date.ts";
import { checkEnding } from "./ending.ts";
import { checkOwner, owner } from "./owner.ts";
import { text } from "./text.ts";

/**
 * Who enforces multi-factor authentication for people. AWS cannot prove it: a session of Identity Center carries no
 * `aws:MultiFactorAuthPresent`, so the configuration holds a promise with its evidence and the day it is looked at again.
 */
export const mfa = z
  .strictObject({
    "enforced-by": z
      .enum(["identity-provider", "identity-center"])
      .meta({ description: "Where people are asked for their second factor.", examples: ["identity-provider"] }),
    evidence: text("Where one can see that it is enforced.", "Okta sign-on policy AWS, rule 1"),
    owner,
    "next-review": day("The last day by which the owner has to look at it again (inclusive, UTC).", "2027-06-30"),
  })
  .meta({
    description:
      "Who enforces multi-factor authentication for people, what the evidence is, and when it is reviewed next.",
    examples: [
      {
        "enforced-by": "identity-provider",
        evidence: "Okta sign-on policy AWS, rule 1",
        owner: "SecurityTeam",
        "next-review": "2027-06-30",
      },
    ],
  });

export type Mfa = z.infer<typeof mfa>;

/** Checks that somebody answers for it, and has looked at it in time. */
export function checkMfa(stack: Stack, promise: Mfa, path: Path): void {
  checkOwner(stack, promise.owner, path);
  if (isOver(promise["next-review"], stack.today)) {
    stack.findings.add("mfa-overdue", [...path, "next-review"], {
      message: `The review was due on ${promise["next-review"]}; today is ${stack.today}.`,
      fix: `${promise.owner} looks at the evidence again, then writes the day of the next review.`,
    });
  }
  checkEnding(stack, promise["next-review"], [...path, "next-review"], {
    after: "nothing can be deployed until it has been reviewed",
    fix: `${promise.owner} looks at the evidence again, then writes the day of the next review.`,
  });
}
