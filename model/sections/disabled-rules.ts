import * as z from "zod";
import type { Stack } from "../stack.ts";
import { day, isOver } from "../values/date.ts";
import { checkEnding } from "../values/ending.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { text } from "../values/text.ts";

/** A rule of the policy pack that nothing is judged by, until a day. */
export const disabledRule = z
  .strictObject({
    reason: text("Why nothing can be judged by the rule.", "Every table is another system's until the move"),
    owner,
    until: day("The last day on which it is disabled (inclusive, UTC).", "2027-03-31"),
  })
  .meta({
    description: "Disables a rule of the policy pack in every stack, until a day.",
    examples: [{ reason: "The move of the tables", owner: "SecurityTeam", until: "2027-03-31" }],
  });

/** Checks that somebody answers for each, that it has not ended, and that it is not the rule which tells of the others. */
export function checkDisabledRules(stack: Stack): void {
  for (const [rule, written] of Object.entries(stack.configuration["disabled-rules"])) {
    const path = ["disabled-rules", rule];
    if (rule === "pack-configuration")
      stack.findings.add("disabled-rule", path, {
        message: "Without this rule nothing would tell which others are disabled, and which exceptions have ended.",
        fix: "Delete it.",
        at: "key",
      });
    checkOwner(stack, written.owner, path);
    checkEnding(stack, written.until, [...path, "until"], {
      after: "the rule holds again",
      fix: "Write a later day if it is still needed; else put right what the rule finds.",
    });
    if (!isOver(written.until, stack.today)) continue;
    stack.findings.add("exception-expired", [...path, "until"], {
      message: `It ended on ${written.until}: the rule holds again.`,
      fix: "Delete it.",
    });
  }
}
