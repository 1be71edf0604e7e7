import { fsbp } from "../framework.ts";
import { identityRule } from "../identity-rule.ts";
import { listed } from "../listed.ts";

/** No policy reads the content of everything, be it objects, secrets, parameters, tables or logs. */
export const readDataStar = identityRule({
  danger: "read-data-star",
  description: "No policy reads the content of everything, be it objects, secrets, parameters, tables or logs.",
  severity: "high",
  requirements: [fsbp("KMS.1"), fsbp("KMS.2")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  remediation: "Name what is read.",
  why: "One compromised application reads what all applications keep. Reading how things are set up (Describe, List, Get of metadata) on everything passes.",
  bad: { Action: "secretsmanager:GetSecretValue", Resource: "*" },
  good: {
    Action: "secretsmanager:GetSecretValue",
    Resource: "arn:aws:secretsmanager:eu-central-1:111122223333:secret:payments/*",
  },
  says: ({ actions }) => ({
    who: `Whoever holds this policy may read what everybody keeps there: ${listed(actions)}.`,
    why: "one compromised application reads what all applications keep.",
    instead:
      'name what is read, such as "arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-*" or "arn:aws:s3:::BUCKET/*".',
  }),
});
