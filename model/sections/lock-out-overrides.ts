import * as z from "zod";
import type { Stack } from "../stack.ts";
import { day, isOver } from "../values/date.ts";
import { checkEnding } from "../values/ending.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { text } from "../values/text.ts";

/** What the lock-out guard refuses, and an override lets pass. */
const guarded = ["identity-center-locked-out", "deployer-locked-out"] as const;

const examples = [{ reason: "Identity Center moves to another region", owner: "SecurityTeam", until: "2027-03-31" }];

const override = z.strictObject({
  reason: text("Why it has to be, and who can still get in.", "Identity Center moves to another region"),
  owner,
  until: day("The last day on which it holds (inclusive, UTC).", "2027-03-31"),
});

export const lockOutOverrides = z
  .strictObject({
    "identity-center-locked-out": override
      .meta({
        description: "Lets an update pass after which nobody could administer Identity Center, until a day.",
        examples,
      })
      .exactOptional(),
    "deployer-locked-out": override
      .meta({ description: "Lets an update pass after which nobody could deploy, until a day.", examples })
      .exactOptional(),
  })
  .meta({
    description: "What the lock-out guard lets pass although somebody would be shut out, and until when.",
    examples: [{ "deployer-locked-out": examples[0] }],
  });

export type LockOutOverrides = z.infer<typeof lockOutOverrides>;

/** Checks that somebody answers for each override, and that it has not ended. */
export function checkLockOutOverrides(stack: Stack): void {
  const overrides = stack.configuration["lock-out-overrides"];
  for (const code of guarded) {
    const written = overrides[code];
    if (written === undefined) continue;
    checkOwner(stack, written.owner, ["lock-out-overrides", code]);
    checkEnding(stack, written.until, ["lock-out-overrides", code, "until"], {
      after: "the guard refuses again",
      fix: "Write a later day if it is still needed; else let it end.",
    });
    if (!isOver(written.until, stack.today)) continue;
    stack.findings.add("override-expired", ["lock-out-overrides", code, "until"], {
      message: `It ended on ${written.until}: the guard refuses again.`,
      fix: "Delete it.",
    });
  }
}
