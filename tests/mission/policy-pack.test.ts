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
