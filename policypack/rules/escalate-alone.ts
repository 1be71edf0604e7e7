import { cis } from "../framework.ts";
import { identityRule } from "../identity-rule.ts";
import { listed } from "../listed.ts";

/** No policy holds an action by which its holder makes itself stronger, on targets that are not named. */
export const escalateAlone = identityRule({
  danger: "escalate-alone",
  description: "No policy holds an action by which its holder makes itself stronger, on targets that are not named.",
  severity: "critical",
  requirements: [cis("1.16")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate",
  remediation: "Leave these actions out, or name what they are needed on.",
  why: "One call changes a policy, a group, a trust or a permission set in the holder's own favour.",
  bad: { Action: "iam:CreatePolicyVersion", Resource: "*" },
  good: { Action: "iam:CreatePolicyVersion", Resource: "arn:aws:iam::111122223333:policy/shop-*" },
  says: ({ actions }) => ({
    who: `Whoever holds this policy may make itself stronger: ${listed(actions)}.`,
    why: "one call changes a policy, a group or a trust in the holder's own favour.",
    instead: "leave these actions out, or name the resources they are needed on, none of which the holder itself has.",
  }),
});
