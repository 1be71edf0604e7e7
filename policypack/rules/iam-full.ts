import { cis, fsbp } from "../framework.ts";
import { identityRule } from "../identity-rule.ts";
import { servicesOf } from "../listed.ts";

/** No policy grants all that a service which decides over access can do. */
export const iamFull = identityRule({
  danger: "iam-full",
  description: "No policy grants all that a service which decides over access can do.",
  severity: "critical",
  requirements: [cis("1.16"), fsbp("IAM.21")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  remediation: "Grant reading, or single writing actions on roles that are named.",
  why: "Who writes permissions can give them to themselves. The services are IAM, Organizations, Identity Center and its identity store, and Account.",
  bad: { Action: "iam:*", Resource: "*" },
  good: { Action: ["iam:Get*", "iam:List*"], Resource: "*" },
  says: ({ actions }) => ({
    who: `Whoever holds this policy may do all that ${servicesOf(actions)} can: decide who may do what.`,
    why: "who writes permissions can give them to themselves: it is the way to administrator in one call.",
    instead:
      "grant the reading actions (iam:Get*, iam:List*), or single writing actions on roles that are named, under a permissions boundary.",
  }),
});
