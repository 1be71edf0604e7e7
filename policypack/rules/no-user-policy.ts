import { isBreakGlass, quoted } from "../break-glass.ts";
import { cis, fsbp } from "../framework.ts";
import { unknown } from "../known.ts";
import type { Rule } from "../rule.ts";

/** Which property names the user or users, and which says what they get; without that, the resource itself gives it. */
const giving: Readonly<Record<string, { users: string; given?: string }>> = {
  "aws:iam/userPolicy:UserPolicy": { users: "user" },
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": { users: "user" },
  "aws:iam/policyAttachment:PolicyAttachment": { users: "users" },
  "aws:iam/userPoliciesExclusive:UserPoliciesExclusive": { users: "userName", given: "policyNames" },
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": { users: "userName", given: "policyArns" },
};

/** No policy on a user but on those for break-glass. */
export const noUserPolicy: Rule = {
  name: "no-user-policy",
  description: "No policy is attached to an IAM user or written on one, but on those for break-glass.",
  level: "mandatory",
  severity: "medium",
  requirements: [cis("1.15"), fsbp("IAM.2")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html",
  remediation: "Give the permissions to a role or a permission set, which people and software take on.",
  why:
    "What a user has by itself is seen in no matrix and goes with no job: it stays. The user may exist already, outside of the " +
    "program: this rule speaks of whoever is given the policy.",
  bad: {
    read: {
      type: "aws:iam:UserPolicyAttachment",
      properties: { user: "alice", policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" },
    },
  },
  good: {
    read: {
      type: "aws:iam:RolePolicyAttachment",
      properties: { role: "auditor", policyArn: "arn:aws:iam::aws:policy/SecurityAudit" },
    },
  },
  parameters: [],
  types: Object.keys(giving),
  references: ["user", "userName"],
  *check({ type, props }, context) {
    const { users, given } = giving[type] ?? { users: "user" };
    const list = given === undefined ? undefined : props[given];
    if (Array.isArray(list) && list.length === 0) return;
    const value = props[users];
    const names: unknown[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
    for (const [index, name] of names.entries()) {
      const breakGlass = isBreakGlass(name, context);
      const where = Array.isArray(value) ? `${users}[${index}]` : users;
      if (breakGlass === true) continue;
      if (breakGlass === undefined) {
        yield { unknown: where };
        continue;
      }
      yield {
        who: `The IAM user ${quoted(name)} gets permissions of its own.`,
        where,
        why: "they stay with the user whatever its person does, and whoever has its credential has them.",
        instead:
          `give the policy to a role (aws.iam.RolePolicyAttachment with \`role\`) or to a permission set ` +
          "(aws.ssoadmin.ManagedPolicyAttachment), and let the person or the software take it on.",
      };
    }
    if (value === unknown && given !== undefined && list === unknown) yield { unknown: given };
  },
};
