import { fsbp } from "../framework.ts";
import { identityRule } from "../identity-rule.ts";
import { servicesOf } from "../listed.ts";

/** No policy grants all actions of a service on everything. */
export const serviceStar = identityRule({
  danger: "service-star",
  description: "No policy grants all actions of a service on everything.",
  severity: "high",
  requirements: [fsbp("IAM.21")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  remediation: "List the actions that are used, and name the resources.",
  why: "It holds deleting and sharing what others own, and every action that AWS will add. `arn:aws:s3:::*` is everything too; `s3:*` on one bucket is not.",
  bad: { Action: "s3:*", Resource: "*" },
  good: { Action: "s3:*", Resource: ["arn:aws:s3:::images", "arn:aws:s3:::images/*"] },
  says: ({ actions }) => ({
    who: `Whoever holds this policy may do everything that ${servicesOf(actions)} can, with everything.`,
    why: "it holds deleting and sharing what others own, and every action that AWS will add.",
    instead: 'list the actions that are used, and name the resources, such as "arn:aws:s3:::BUCKET/*".',
  }),
});
