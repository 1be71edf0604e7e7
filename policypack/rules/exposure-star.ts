import { fsbp } from "../framework.ts";
import { identityRule } from "../identity-rule.ts";
import { listed } from "../listed.ts";

/** No policy opens all resources to others, by their policies, by shares or by grants. */
export const exposureStar = identityRule({
  danger: "exposure-star",
  description: "No policy opens all resources to others, by their policies, by shares or by grants.",
  severity: "high",
  requirements: [fsbp("IAM.21")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  remediation: "Name the resources; leave out what only administrators do.",
  why: "One call makes a bucket, a key or a snapshot public or another account's.",
  bad: { Action: "s3:PutBucketPolicy", Resource: "*" },
  good: { Action: "s3:PutBucketPolicy", Resource: "arn:aws:s3:::images" },
  says: ({ actions }) => ({
    who: `Whoever holds this policy may open everything to others: ${listed(actions)}.`,
    why: "one call makes a bucket, a key or a snapshot public or another account's.",
    instead: 'name the resources, such as "arn:aws:s3:::BUCKET"; leave out what only administrators do.',
  }),
});
