import * as z from "zod";
import type { Stack } from "../stack.ts";
import { day, isOver } from "../values/date.ts";
import { checkEnding } from "../values/ending.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { text } from "../values/text.ts";

const resource = "urn:pulumi:prod::securecart-iam::aws:s3/bucketPolicy:BucketPolicy::archive";
const entry = { reason: "Leaves with the old data centre", owner: "SecurityTeam", until: "2027-03-31" };

const exception = z
  .strictObject({
    reason: text("Why it has to stay as it is.", "Leaves with the old data centre"),
    owner,
    until: day("The last day on which it holds (inclusive, UTC).", "2027-03-31"),
  })
  .meta({
    description: "Lets one resource break one rule of the policy pack, until a day.",
    examples: [entry],
  });

/** Rule → URN of the resource → why, and until when. The pack itself judges whether the rule exists and the exception is needed. */
export const policyExceptions = z
  .record(
    z.string(),
    z.record(z.string(), exception).meta({
      description:
        "What may break the rule: the URN of one resource, as the finding shows it, then why and until when.",
      examples: [{ [resource]: entry }],
    }),
  )
  .meta({
    description:
      "What the policy pack lets through although it breaks a rule: the rule, below it the resource, below it why and until when.",
    examples: [{ "exposure-star": { [resource]: entry } }],
  });

/** Checks that each names one resource, that somebody answers for it, and that it has not ended. */
export function checkPolicyExceptions(stack: Stack): void {
  for (const [rule, exceptions] of Object.entries(stack.configuration["policy-exceptions"])) {
    for (const [resource, written] of Object.entries(exceptions)) {
      const path = ["policy-exceptions", rule, resource];
      if (!/^urn:pulumi:[^:*?]+::[^:*?]+::[^*?]+::[^*?]+$/u.test(resource)) {
        stack.findings.add("exception-resource", path, {
          message: `"${resource}" is not the URN of one resource.`,
          fix: "Copy it from the finding; one exception for each resource.",
          at: "key",
        });
      }
      checkOwner(stack, written.owner, path);
      checkEnding(stack, written.until, [...path, "until"], {
        after: "the policy pack refuses again",
        fix: "Write a later day if it is still needed; else put right what it excepts.",
      });
      if (!isOver(written.until, stack.today)) continue;
      stack.findings.add("exception-expired", [...path, "until"], {
        message: `It ended on ${written.until}: the policy pack refuses again.`,
        fix: "Delete it.",
      });
    }
  }
}
