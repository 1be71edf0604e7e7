import { cis, fsbp } from "../framework.ts";
import { identityRule } from "../identity-rule.ts";

/** No policy allows every action on every resource. */
export const admin = identityRule({
  danger: "admin",
  description: "No policy allows every action on every resource.",
  severity: "critical",
  requirements: [cis("1.16"), fsbp("IAM.1")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege",
  remediation: "Name the actions and the resources that are needed.",
  why: "One stolen session, or one mistake, is enough to lose the account. Everything is everything in any spelling: `*:*`, `?*`, `arn:*`.",
  bad: { Action: "*", Resource: "*" },
  good: { Action: "s3:GetObject", Resource: "arn:aws:s3:::images/*" },
  says: () => ({
    who: "Whoever holds this policy may do everything with everything: it is an administrator.",
    why: "one stolen session, or one mistake, is enough to lose the whole account.",
    instead:
      '{"Effect": "Allow", "Action": ["s3:GetObject"], "Resource": "arn:aws:s3:::BUCKET/*"}; people who look get the AWS managed policy ViewOnlyAccess.',
  }),
});
