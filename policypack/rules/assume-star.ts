import { cis } from "../framework.ts";
import { identityRule } from "../identity-rule.ts";

/** No policy allows every role to be assumed. */
export const assumeStar = identityRule({
  danger: "assume-star",
  description: "No policy allows every role to be assumed.",
  severity: "critical",
  requirements: [cis("1.16")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html",
  remediation: "Name the roles.",
  why: "Many roles trust their whole account: the strongest of them is what such a policy grants.",
  bad: { Action: "sts:AssumeRole", Resource: "*" },
  good: { Action: "sts:AssumeRole", Resource: "arn:aws:iam::444455556666:role/deploy" },
  says: () => ({
    who: "Whoever holds this policy may take on every role that trusts the account.",
    why: "many roles trust their whole account: the strongest of them is what this policy grants.",
    instead: '"Resource": "arn:aws:iam::ACCOUNT:role/ROLE-NAME".',
  }),
});
