import { notKnown, type Given } from "../judge.ts";
import { documentOf, type Row } from "./row.ts";
import { account, allow, bounded, deny, role, words } from "./statements.ts";

const trust = documentOf([
  { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
]);
const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const arn = (name: string) => `arn:aws:iam::${account}:policy/${name}`;
const policy = (name: string, statements: unknown): Given => ({
  type: "aws:iam/policy:Policy",
  name,
  props: { name, policy: documentOf(statements) },
});
const aRole = (name: string, props: Record<string, unknown> = {}): Given => ({
  type: "aws:iam/role:Role",
  name,
  props: { name, assumeRolePolicy: trust, ...props },
});
const inline = (name: string, holder: string, statements: unknown): Given => ({
  type: "aws:iam/rolePolicy:RolePolicy",
  name,
  props: { role: holder, policy: documentOf(statements) },
  from: { role: [holder] },
});
const attach = (name: string, holder: string, policyArn: string, made?: string): Given => ({
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  name,
  props: { role: holder, policyArn },
  from: { role: [holder], ...(made !== undefined && { policyArn: [made] }) },
});
const set = (name: string): Given => ({
  type: "aws:ssoadmin/permissionSet:PermissionSet",
  name,
  props: { name, instanceArn: "i", arn: `arn:aws:sso:::permissionSet/ssoins-1/${name}` },
});
const of = (name: string) => ({ instanceArn: "i", permissionSetArn: `arn:aws:sso:::permissionSet/ssoins-1/${name}` });
const inSet = (name: string, holder: string, statements: unknown): Given => ({
  type: "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
  name,
  props: { ...of(holder), inlinePolicy: documentOf(statements) },
  from: { permissionSetArn: [holder] },
});
const managedInSet = (name: string, holder: string, managedPolicyArn: string): Given => ({
  type: "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
  name,
  props: { ...of(holder), managedPolicyArn },
  from: { permissionSetArn: [holder] },
});
const own = (name: string, holder: string, customer: string): Given => ({
  type: "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment",
  name,
  props: { ...of(holder), customerManagedPolicyReference: { name: customer, path: "/" } },
  from: { permissionSetArn: [holder] },
});
const assigned = (name: string, holder: string, principalId = "group-1", targetId = account): Given => ({
  type: "aws:ssoadmin/accountAssignment:AccountAssignment",
  name,
  props: { ...of(holder), principalId, principalType: "GROUP", targetId, targetType: "AWS_ACCOUNT" },
  from: { permissionSetArn: [holder] },
});
const regional = (service: string, rest: string) => `arn:aws:${service}:eu-central-1:${account}:${rest}`;

// Each alone is let through: AWS's PowerUserAccess on people, a role that is passed to a service.
const passing = allow("iam:PassRole", role("shop-*"));
const toAttach = allow("iam:AttachRolePolicy", role("shop-deploy"), bounded);
const everyBut = (letters: string) => Array.from(letters, (letter) => `${letter}*:*`);

/** Programs in which it is the sum that is dangerous, or only looks so. */
export const bearers: Record<string, Row<Given[]>> = {
  "the sum of what one principal has": {
    bad: [
      [
        set("Builder"),
        managedInSet("a", "Builder", managed("PowerUserAccess")),
        inSet("b", "Builder", [allow(words("iam", "CreateRole AttachRolePolicy PassRole"))]),
      ],
      [
        set("Builder"),
        managedInSet("a", "Builder", managed("PowerUserAccess")),
        managedInSet("b", "Builder", managed("IAMFullAccess")),
      ],
      [
        aRole("app"),
        policy("app-policy", allow("iam:CreatePolicyVersion", arn("app-policy"))),
        attach("b", "app", arn("app-policy"), "app-policy"),
      ],
      [
        aRole("app"),
        inline("a", "app", allow("iam:UpdateAssumeRolePolicy", role("other"))),
        inline("b", "app", allow("sts:AssumeRole", role("other"))),
      ],
      [
        aRole("app"),
        inline("a", "app", allow(everyBut("abcdefghijklm"))),
        inline("b", "app", allow(everyBut("nopqrstuvwxyz"))),
      ],
      [set("A"), inSet("a", "A", { Effect: "Allow", NotAction: ["iam:*"], Resource: "*" })],
      [policy("limit", allow("*")), aRole("app"), attach("x", "app", arn("limit"), "limit")],
      [
        policy("limit", allow("*")),
        aRole("app", { permissionsBoundary: arn("limit") }),
        attach("x", "app", arn("limit"), "limit"),
      ],
      [policy("limit", allow("*")), set("Builder"), own("x", "Builder", "limit")],
      [policy("unused", allow("*"))],
    ],
    good: [
      [
        aRole("app"),
        inline("a", "app", passing),
        inline("b", "app", allow("sqs:SendMessage", regional("sqs", "shop"))),
      ],
      [
        set("Reader"),
        managedInSet("a", "Reader", managed("ReadOnlyAccess")),
        inSet("b", "Reader", [deny("s3:GetObject"), deny("secretsmanager:GetSecretValue")]),
      ],
      [
        set("Builder"),
        managedInSet("a", "Builder", managed("PowerUserAccess")),
        inSet("b", "Builder", deny(["organizations:*", "account:*"])),
        assigned("c", "Builder"),
      ],
      [
        aRole("app"),
        policy("p", allow("s3:GetObject", "arn:aws:s3:::shop/*")),
        attach("b", "app", arn("p"), "p"),
        attach("c", "app", managed("service-role/AWSLambdaBasicExecutionRole")),
      ],
      [
        aRole("app"),
        inline("a", "app", allow("lambda:UpdateFunctionCode", regional("lambda", "function:shop"))),
        inline("b", "app", allow("lambda:InvokeFunction", regional("lambda", "function:other"))),
      ],
      [
        aRole("one"),
        aRole("two"),
        inline("a", "one", toAttach),
        inline("b", "two", allow("sts:AssumeRole", role("shop-deploy"))),
      ],
      [
        set("Auditor"),
        managedInSet("a", "Auditor", managed("SecurityAudit")),
        managedInSet("b", "Auditor", managed("job-function/ViewOnlyAccess")),
        assigned("c", "Auditor"),
      ],
      [
        aRole("app"),
        inline("a", "app", allow("dynamodb:*", regional("dynamodb", "table/orders"))),
        inline("b", "app", deny("dynamodb:DeleteTable")),
      ],
      [
        policy("limit", allow("*")),
        aRole("app", { permissionsBoundary: arn("limit") }),
        inline("a", "app", allow("s3:GetObject", "arn:aws:s3:::shop/*")),
      ].map((one) => (one.name === "app" ? { ...one, from: { permissionsBoundary: ["limit"] } } : one)),
      [
        policy("limit", [allow(["s3:*", "dynamodb:*", "logs:*"]), deny("iam:*")]),
        { ...aRole("app", { permissionsBoundary: notKnown }), from: { permissionsBoundary: ["limit"] } },
      ],
      [
        policy("limit", allow(["s3:*", "ec2:*"])),
        set("Builder"),
        {
          type: "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment",
          name: "b",
          props: {
            ...of("Builder"),
            permissionsBoundary: { customerManagedPolicyReference: { name: "limit", path: "/" } },
          },
        },
      ],
    ],
  },
  "what one group gets in one account": {
    bad: [
      [
        set("A"),
        set("B"),
        managedInSet("a", "A", managed("PowerUserAccess")),
        inSet("b", "B", allow("iam:PutRolePolicy", role("app"), bounded)),
        managedInSet("c", "B", managed("AWSLambda_FullAccess")),
        assigned("d", "A"),
        assigned("e", "B"),
      ],
    ],
    good: [
      [
        set("A"),
        set("B"),
        managedInSet("a", "A", managed("ReadOnlyAccess")),
        inSet("b", "B", allow(words("codepipeline", "StartPipelineExecution"), regional("codepipeline", "shop"))),
        assigned("c", "A"),
        assigned("d", "B"),
      ],
      [
        set("A"),
        managedInSet("a", "A", managed("PowerUserAccess")),
        set("B"),
        managedInSet("b", "B", managed("job-function/Billing")),
        assigned("c", "A", "builders"),
        assigned("d", "B", "finance"),
      ],
      [
        set("A"),
        managedInSet("a", "A", managed("PowerUserAccess")),
        set("B"),
        managedInSet("b", "B", managed("SecurityAudit")),
        assigned("c", "A", "g", account),
        assigned("d", "B", "g", "222233334444"),
      ],
    ],
  },
};
