import type { Case } from "../cases.ts";
import { notKnown } from "../judge.ts";

const deny = {
  Effect: "Deny",
  Action: "*",
  Resource: "*",
  Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } },
};
const text = (statement: unknown) => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
const inline = (statement: unknown) => [
  {
    type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
    name: "p",
    props: { inlinePolicy: text(statement) },
  },
];
const scp = (statement: unknown, type?: string) => [
  { type: "aws:organizations/policy:Policy", name: "p", props: { content: text(statement), ...(type && { type }) } },
];
const attached = (statement: unknown, name = "mfa") => [
  { type: "aws:iam/policy:Policy", name: "policy", props: { name: "mfa", policy: text(statement) } },
  {
    type: "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment",
    name: "p",
    props: { customerManagedPolicyReference: { name } },
  },
];
const usersOnly = { ...deny.Condition, ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:user/*" } };

export const lockOutCases: Record<string, Case[]> = {
  "no-mfa-lock-out": [
    {
      title: "in a permission set",
      program: inline(deny),
      expected: ["mandatory"],
      says: /inlinePolicy, statement 1, Condition/,
    },
    {
      title: "of one action",
      program: inline({ ...deny, Action: "ec2:TerminateInstances" }),
      expected: ["mandatory"],
    },
    {
      title: "in other words",
      program: inline({ ...deny, Condition: { Null: { "AWS:multifactorauthage": "true" } } }),
      expected: ["mandatory"],
    },
    {
      title: "that also hangs on something else",
      program: inline({
        ...deny,
        Condition: { ...deny.Condition, StringEquals: { "aws:RequestedRegion": "eu-west-1" } },
      }),
      expected: ["mandatory"],
    },
    { title: "in a service control policy", program: scp(deny), expected: ["mandatory"] },
    {
      title: "in a resource control policy",
      program: scp({ ...deny, Principal: "*" }, "RESOURCE_CONTROL_POLICY"),
      expected: ["mandatory"],
    },
    { title: "in a policy that the set takes from the account", program: attached(deny), expected: ["mandatory"] },
    {
      title: "in another policy than the set takes",
      program: attached(deny, "other"),
      expected: [],
    },
    { title: "that holds for IAM users alone", program: scp({ ...deny, Condition: usersOnly }), expected: [] },
    {
      title: "that spares the roles of Identity Center",
      program: scp({
        ...deny,
        Condition: { ...deny.Condition, ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/*" } },
      }),
      expected: [],
    },
    {
      title: "that only holds where the key is there",
      program: inline({ ...deny, Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } }),
      expected: [],
    },
    { title: "an Allow with MFA", program: inline({ ...deny, Effect: "Allow" }), expected: [] },
    {
      title: "a Deny without a key of MFA",
      program: inline({ ...deny, Condition: { StringNotEquals: { "aws:RequestedRegion": "eu-central-1" } } }),
      expected: [],
    },
    { title: "a policy on tags", program: scp(deny, "TAG_POLICY"), expected: [] },
    {
      title: "on an IAM user",
      program: [{ type: "aws:iam/userPolicy:UserPolicy", name: "p", props: { user: "u", policy: text(deny) } }],
      expected: [],
    },
    {
      title: "a document that is not known yet",
      program: [
        {
          type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
          name: "p",
          props: { inlinePolicy: notKnown },
        },
      ],
      expected: ["advisory"],
    },
  ],
};
