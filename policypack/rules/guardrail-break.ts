import { fsbp } from "../framework.ts";
import { identityRule } from "../identity-rule.ts";
import { listed } from "../listed.ts";

/** No policy switches off what watches or bounds others. */
export const guardrailBreak = identityRule({
  danger: "guardrail-break",
  description: "No policy switches off what watches or bounds others.",
  severity: "critical",
  requirements: [fsbp("CloudTrail.1"), fsbp("IAM.28")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  remediation: "Leave these actions out.",
  why: "It is the first thing an intruder does: nothing is recorded from then on, or nothing bounds. Which trail, detector or role it is makes no difference.",
  bad: { Action: "cloudtrail:StopLogging", Resource: "*" },
  good: { Action: ["cloudtrail:Get*", "cloudtrail:LookupEvents"], Resource: "*" },
  says: ({ actions }) => ({
    who: `Whoever holds this policy may switch off what watches and bounds others: ${listed(actions)}.`,
    why: "it is the first thing an intruder does: nothing is recorded from then on, or nothing bounds.",
    instead:
      "leave these actions out; what has to be stopped is stopped by a change of the configuration, after its review.",
  }),
});
