import { fsbp } from "../framework.ts";
import { identityRule } from "../identity-rule.ts";
import { listed } from "../listed.ts";

/** No policy allows long-lived credentials to be made for others. */
export const keyMaker = identityRule({
  danger: "key-maker",
  description: "No policy allows long-lived credentials to be made for others.",
  severity: "critical",
  requirements: [fsbp("IAM.3")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
  remediation: "Leave these actions out; one's own keys are under `user/${aws:username}`.",
  why: "A key that is made for a stronger user works until somebody deletes it, and no sign-in is seen.",
  bad: { Action: "iam:CreateAccessKey", Resource: "*" },
  good: { Action: "iam:CreateAccessKey", Resource: "arn:aws:iam::*:user/${aws:username}" },
  says: ({ actions }) => ({
    who: `Whoever holds this policy may make credentials for others that do not expire: ${listed(actions)}.`,
    why: "a key that is made for a stronger user works until somebody deletes it, and no sign-in is seen.",
    instead: 'leave these actions out; for one\'s own keys, "Resource": "arn:aws:iam::*:user/${aws:username}".',
  }),
});
