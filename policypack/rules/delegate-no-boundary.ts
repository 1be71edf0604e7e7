import { cis } from "../framework.ts";
import { identityRule } from "../identity-rule.ts";
import { listed } from "../listed.ts";

/** No policy creates or changes roles or users without a permissions boundary. */
export const delegateNoBoundary = identityRule({
  danger: "delegate-no-boundary",
  description: "No policy creates or changes roles or users without a permissions boundary.",
  severity: "critical",
  requirements: [cis("1.16")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate",
  remediation: "Demand the boundary under iam:PermissionsBoundary.",
  why: "Make a role or give it a policy of everything, and take it on. The boundary is demanded by the Allow, or by a Deny of everything else; a list of the policies that may be attached, on roles that are named, does as well. A policy of AWS for administrators is no boundary.",
  bad: { Action: ["iam:CreateRole", "iam:PutRolePolicy"], Resource: "arn:aws:iam::111122223333:role/shop-*" },
  good: {
    Action: ["iam:CreateRole", "iam:PutRolePolicy"],
    Resource: "arn:aws:iam::111122223333:role/shop-*",
    Condition: { StringEquals: { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/ceiling" } },
  },
  says: ({ actions }) => ({
    who: `Whoever holds this policy may make or strengthen roles and users without a boundary: ${listed(actions)}.`,
    why: "make a role or give it a policy of everything, and take it on.",
    instead: 'add "Condition": {"StringEquals": {"iam:PermissionsBoundary": "arn:aws:iam::ACCOUNT:policy/BOUNDARY"}}.',
  }),
});
