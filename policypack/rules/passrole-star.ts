import { cis } from "../framework.ts";
import { identityRule } from "../identity-rule.ts";

/** No policy allows every role to be passed to a service. */
export const passroleStar = identityRule({
  danger: "passrole-star",
  description: "No policy allows every role to be passed to a service.",
  severity: "critical",
  requirements: [cis("1.16")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html",
  remediation: "Name the roles, and the service under iam:PassedToService.",
  why: "Whoever passes a role to an instance or a function has the role's rights. iam:PassedToService limits the service, not the role. A role that is named by its path or the beginning of its name passes.",
  bad: { Action: "iam:PassRole", Resource: "*" },
  good: {
    Action: "iam:PassRole",
    Resource: "arn:aws:iam::111122223333:role/shop-*",
    Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
  },
  says: () => ({
    who: "Whoever holds this policy may hand any role of the account to a service, the strongest too.",
    why: "start an instance or a function with an administrator role, and use its credentials; iam:PassedToService limits the service, not the role.",
    instead:
      '"Resource": "arn:aws:iam::ACCOUNT:role/ROLE-NAME-*", with {"StringEquals": {"iam:PassedToService": "SERVICE.amazonaws.com"}}.',
  }),
});
