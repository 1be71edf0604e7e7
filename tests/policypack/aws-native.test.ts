import assert from "node:assert/strict";
import { judge, notKnown, type Given } from "./judge.ts";

const document = (Action: unknown, Resource: unknown = "*", more: object = {}) => ({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action, Resource, ...more }],
});
const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
const small = document("s3:GetObject", "arn:aws:s3:::shop/*");
const admin = "arn:aws:iam::aws:policy/AdministratorAccess";
const one = (type: string, props: object, name = "one", more: Partial<Given> = {}): Given => ({
  type: `aws-native:${type}`,
  name,
  props: { ...props },
  ...more,
});
const role = (props: object = {}) => one("iam:Role", { assumeRolePolicyDocument: trust, ...props });

/** A program of Cloud Control's resources → the mandatory rules that refuse it. */
const cases: [string, Given[], string[]][] = [
  ["a small role", [role({ policies: [{ policyName: "a", policyDocument: small }] })], []],
  [
    "a role's second inline policy",
    [role({ policies: [{ policyDocument: small }, { policyDocument: document("*") }] })],
    ["admin"],
  ],
  ["a role's managed policies", [role({ managedPolicyArns: [notKnown, admin] })], ["admin-managed"]],
  [
    "a role that anybody takes on",
    [
      role({
        assumeRolePolicyDocument: document("sts:AssumeRole", undefined, { Principal: "*", Resource: undefined }),
      }),
    ],
    ["trust-public"],
  ],
  ["what is not known", [role({ policies: notKnown, assumeRolePolicyDocument: notKnown })], []],
  ["a managed policy", [one("iam:ManagedPolicy", { policyDocument: document("iam:*") })], ["iam-full"]],
  [
    "a managed policy on a user",
    [one("iam:ManagedPolicy", { policyDocument: small, users: ["ann"] })],
    ["no-user-policy"],
  ],
  [
    "a broad policy that is a boundary alone",
    [
      one("iam:ManagedPolicy", { managedPolicyName: "limit", policyDocument: document("s3:*") }, "limit"),
      role({ permissionsBoundary: "arn:aws:iam::111122223333:policy/limit" }),
    ],
    [],
  ],
  [
    "a boundary that is attached as well",
    [
      one("iam:ManagedPolicy", { managedPolicyName: "limit", policyDocument: small, roles: ["app"] }, "limit"),
      role({ permissionsBoundary: "arn:aws:iam::111122223333:policy/limit" }),
    ],
    ["boundary-attached"],
  ],
  [
    "a policy on several",
    [one("iam:Policy", { policyDocument: small, roles: ["a"], users: ["ann"] })],
    ["no-user-policy"],
  ],
  [
    "a role's policy",
    [one("iam:RolePolicy", { roleName: "a", policyDocument: document("iam:PassRole") })],
    ["passrole-star"],
  ],
  [
    "a group's policy",
    [one("iam:GroupPolicy", { groupName: "Security-Audit", policyDocument: document("s3:*") })],
    ["service-star"],
  ],
  ["a user", [one("iam:User", { userName: "ann" })], ["no-iam-user"]],
  [
    "a user with everything",
    [
      one("iam:User", {
        userName: "ann",
        loginProfile: { password: notKnown },
        groups: ["x"],
        managedPolicyArns: [admin],
        policies: [{ policyDocument: small }],
      }),
    ],
    ["admin-managed", "no-console-password", "no-iam-group", "no-iam-user", "no-user-policy"],
  ],
  ["an access key", [one("iam:AccessKey", { userName: notKnown })], ["no-access-key"]],
  [
    "a group",
    [one("iam:Group", { groupName: "Admins", managedPolicyArns: [admin] })],
    ["admin-managed", "no-iam-group"],
  ],
  [
    "a permission set",
    [one("sso:PermissionSet", { name: "Dev", managedPolicies: [admin], inlinePolicy: document("kms:Decrypt") })],
    ["admin-managed", "read-data-star"],
  ],
  [
    "what a permission set adds up to",
    [
      one("SSO:PermissionSet", {
        name: "Dev",
        managedPolicies: ["arn:aws:iam::aws:policy/PowerUserAccess"],
        inlinePolicy: document("iam:PutRolePolicy", "arn:aws:iam::*:role/a"),
      }),
    ],
    ["admin-by-sum", "delegate-no-boundary"],
  ],
  [
    "a bucket's policy",
    [
      one("s3:BucketPolicy", {
        bucket: "b",
        policyDocument: document("s3:GetObject", "arn:aws:s3:::b/*", { Principal: "*" }),
      }),
    ],
    ["public-resource"],
  ],
  [
    "a function's permission",
    [one("lambda:Permission", { functionName: "f", action: "lambda:InvokeFunction", principal: "*" })],
    ["lambda-public"],
  ],
  ["something else", [one("s3:Bucket", { bucketName: "b" })], []],
];

describe("Resources of Cloud Control are judged as those of the AWS provider", () => {
  for (const [what, program, refused] of cases)
    it(`${what}: ${refused.length === 0 ? "fine" : refused.join(", ")}`, () => {
      const found = judge(program).filter(({ level }) => level === "mandatory");
      assert.deepEqual([...new Set(found.map(({ rule }) => rule))].sort(), refused);
      for (const { message } of found) assert.match(message, /aws-native:/);
    });

  it("are excepted by their own URN", () => {
    const program = [one("iam:User", { userName: "ann" })];
    const resource = "urn:pulumi:prod::shop::aws-native:iam:User::one";
    const exceptions = [{ resource, reason: "It leaves", owner: "Operations", until: "2027-06-30" }];
    assert.deepEqual(judge(program, { config: { "no-iam-user": { exceptions } } }), []);
  });
});
