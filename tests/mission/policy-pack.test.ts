import assert from "node:assert/strict";
import { type Given, judge, notKnown } from "../policypack/judge.ts";

const config = { "no-iam-user": { breakGlassUsers: ["break-glass-1"] } };
const mandatory = (program: Given[], resourcesOnly = false): string[] =>
  judge(program, { config, resourcesOnly }).flatMap(({ rule, level }) => (level === "mandatory" ? [rule] : []));

const deny = (bool: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Deny",
        NotAction: ["iam:EnableMFADevice", "iam:ListMFADevices", "iam:GetUser"],
        Resource: "*",
        Condition: { BoolIfExists: { "aws:MultiFactorAuthPresent": bool } },
      },
    ],
  });
const breakGlass = (bool: string): Given[] => [
  { type: "aws:iam/user:User", name: "user", props: { name: "break-glass-1" } },
  { type: "aws:iam/userPolicy:UserPolicy", name: "mfa", props: { user: "break-glass-1", policy: deny(bool) } },
  {
    type: "aws:iam/userLoginProfile:UserLoginProfile",
    name: "password",
    props: { user: "break-glass-1", pgpKey: "keybase:operations" },
    dependsOn: ["user", "mfa"],
  },
];

describe("S7 S21 an IAM user without MFA blocks the update", () => {
  for (const skipped of [false, true]) {
    const how = skipped ? "without a preview" : "in the preview";

    it(`a user, a password and a device that nothing demands, ${how}`, () => {
      const [user, , password] = breakGlass("false");
      assert.deepEqual(mandatory([user!, { ...password!, dependsOn: ["user"] }], skipped), ["mfa-before-password"]);
      const alice = { type: "aws:iam/user:User", name: "alice", props: { name: "alice" } };
      const hers = { ...password!, props: { user: "alice" } };
      assert.deepEqual(mandatory([alice, hers], skipped), [
        "no-iam-user",
        "no-console-password",
        "no-console-password",
      ]);
    });

    it(`a break-glass user whose Deny does not deny without MFA, ${how}`, () => {
      assert.deepEqual(mandatory(breakGlass("true"), skipped), ["mfa-before-password"]);
    });

    it(`but not a break-glass user that can do nothing without MFA, ${how}`, () => {
      assert.deepEqual(mandatory(breakGlass("false"), skipped), []);
    });
  }
});

describe("S16 S22 a long-lived key blocks the update", () => {
  const keys = [
    "aws:iam/accessKey:AccessKey",
    "aws:iam/sshKey:SshKey",
    "aws:iam/serviceSpecificCredential:ServiceSpecificCredential",
    "aws:iam/signingCertificate:SigningCertificate",
    "aws:lightsail/bucketAccessKey:BucketAccessKey",
  ];
  for (const type of keys) {
    it(`${type}, of anybody, known or not, without a preview too`, () => {
      for (const user of ["alice", "break-glass-1", notKnown])
        assert.equal(mandatory([{ type, name: "key", props: { user, userName: user } }], true).length, 1);
    });
  }
});

describe("S23 an over-broad policy blocks the update", () => {
  const all = JSON.stringify({ Version: "2012-10-17", Statement: { Effect: "Allow", Action: ["*"], Resource: "*" } });
  const held = (type: string, props: Record<string, unknown>): Given => ({ type, name: "held", props });

  for (const [who, program] of [
    ["a role's", held("aws:iam/rolePolicy:RolePolicy", { role: notKnown, policy: all })],
    [
      "a permission set's",
      held("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", { inlinePolicy: all }),
    ],
    ["a group's", held("aws:iam/groupPolicy:GroupPolicy", { group: "DevOps-Admin", policy: all })],
  ] as const)
    it(`${who} own policy, whether there is a preview or not`, () => {
      assert.deepEqual(mandatory([program]), ["admin"]);
      assert.deepEqual(mandatory([program], true), ["admin"]);
    });

  it("a customer managed policy, in the preview, but not where it is only a boundary", () => {
    const policy = held("aws:iam/policy:Policy", { name: "all", arn: notKnown, policy: all });
    const bounded: Given = {
      type: "aws:iam/role:Role",
      name: "bounded",
      props: { permissionsBoundary: notKnown },
      from: { permissionsBoundary: ["held"] },
    };
    assert.deepEqual(mandatory([policy]), ["admin"]);
    assert.deepEqual(mandatory([policy, bounded]), []);
  });

  it("AdministratorAccess and IAMFullAccess, but not the AWS managed policies of standard cases (S11)", () => {
    const attached = (name: string): Given =>
      held("aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
        role: "r",
        policyArn: `arn:aws:iam::aws:policy/${name}`,
      });
    assert.deepEqual(mandatory([attached("AdministratorAccess")], true), ["admin-managed"]);
    assert.deepEqual(mandatory([attached("IAMFullAccess")], true), ["admin-managed"]);
    for (const name of ["ReadOnlyAccess", "SecurityAudit", "service-role/AWSLambdaBasicExecutionRole"])
      assert.deepEqual(mandatory([attached(name)]), []);
  });

  it("AdministratorAccess of another role than break-glass's, also where its name is told by the role alone", () => {
    const assumeRolePolicy = JSON.stringify({
      Version: "2012-10-17",
      Statement: {
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::111122223333:user/break-glass-1" },
        Action: "sts:AssumeRole",
        Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
      },
    });
    const names = { ...config, "admin-managed": { breakGlassRoles: ["BreakGlass"] } };
    const attachment: Given = {
      ...held("aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
        role: notKnown,
        policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
      }),
      from: { role: ["role"] },
    };
    const blocked = (name: string): string[] =>
      judge([{ type: "aws:iam/role:Role", name: "role", props: { name, assumeRolePolicy } }, attachment], {
        config: names,
      })
        .filter(({ level }) => level === "mandatory")
        .map(({ rule }) => rule);
    assert.deepEqual(blocked("BreakGlass"), []);
    assert.deepEqual(blocked("Administrator"), ["admin-managed"]);
  });
});
