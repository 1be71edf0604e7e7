import * as z from "zod";
import type { Stack } from "../stack.ts";
import { day, isOver } from "../values/date.ts";
import { checkEnding } from "../values/ending.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { judged, text } from "../values/text.ts";

const accountForm = /^\d{12}$/u;
const accountId = judged(
  "The id of the third party's AWS account: twelve digits, in quotes.",
  "999988887777",
  (value) =>
    accountForm.test(value)
      ? undefined
      : {
          code: "third-party-account",
          message: `"${value}" is not the id of an AWS account: 12 digits.`,
          fix: "Copy it from the third party's own instructions.",
        },
  { pattern: accountForm },
);

const externalIdForm = /^[\w+=,.@:/-]{2,1224}$/u;
const externalId = judged(
  "What the third party has to say to take on a role: agreed with us alone.",
  "shop-7f3a-91bd",
  (value) =>
    externalIdForm.test(value)
      ? undefined
      : {
          code: "external-id",
          message: `"${value}" is not an external id: 2 to 1224 letters, digits and +=,.@:/_-.`,
          fix: "Copy it from the third party's own instructions, as it is.",
        },
  { pattern: externalIdForm },
);

/** An account of somebody else that roles may trust and resources may let in. */
export const trustedThirdParty = z
  .strictObject({
    account: accountId,
    "external-id": externalId,
    reason: text("What the third party does for us.", "It watches our load"),
    owner,
    review: day(
      "The last day on which it is trusted, unless its owner looks at it again and writes a later one (inclusive, UTC).",
      "2027-06-30",
    ),
  })
  .meta({
    description: "Somebody else's account that the policy pack lets roles and resources let in.",
    examples: [
      {
        account: "999988887777",
        "external-id": "shop-7f3a-91bd",
        reason: "It watches our load",
        owner: "SecurityTeam",
        review: "2027-06-30",
      },
    ],
  });

/** Checks that each account is somebody else's and stands once, that somebody answers for it, and that its day has not passed. */
export function checkTrustedThirdParties(stack: Stack): void {
  const { configuration, findings, today } = stack;
  const taken = new Map(Object.entries(configuration.accounts).map(([name, { id }]) => [id, `the account ${name}`]));
  for (const [name, written] of Object.entries(configuration["trusted-third-parties"])) {
    const path = ["trusted-third-parties", name];
    const other = taken.get(written.account);
    if (other !== undefined)
      findings.add("third-party-account", [...path, "account"], {
        message: `${written.account} is ${other} already.`,
        fix: "Write each account once; own accounts stand under `accounts`.",
      });
    taken.set(written.account, `the third party ${name}`);
    checkOwner(stack, written.owner, path);
    checkEnding(stack, written.review, [...path, "review"], {
      after: "the policy pack no longer lets it in",
      fix: "Look at it and write the next day, or delete it.",
    });
    if (!isOver(written.review, today)) continue;
    findings.add("review-overdue", [...path, "review"], {
      message: `It had to be looked at by ${written.review}: the policy pack no longer lets it in.`,
      fix: "Look at it and write the next day, or delete it.",
    });
  }
}
