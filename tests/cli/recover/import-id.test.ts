import assert from "node:assert/strict";
import { accountOf } from "../../../cli/recover/account.ts";
import { importId } from "../../../cli/recover/import-id.ts";
import { provider } from "./recorded.ts";

const instance = "arn:aws:sso:::instance/ssoins-1";
const set = "arn:aws:sso:::permissionSet/ssoins-1/ps-1";
const assignment = {
  ...{ principalId: "g-1", principalType: "GROUP", targetId: "111122223333", targetType: "AWS_ACCOUNT" },
  ...{ permissionSetArn: set, instanceArn: instance, region: "eu-central-1" },
};

describe("An import id", () => {
  const cases: [type: string, inputs: Record<string, unknown>, id: string | undefined][] = [
    ["aws:iam/role:Role", { name: "deploy", path: "/pipelines/" }, "deploy"],
    ["aws:iam/role:Role", { path: "/pipelines/" }, undefined],
    ["aws:iam/user:User", { name: "break-glass-1", path: "/break-glass/" }, "break-glass-1"],
    ["aws:iam/userLoginProfile:UserLoginProfile", { user: "break-glass-1" }, "break-glass-1"],
    ["aws:iam/group:Group", { name: "Security-Audit", path: "/break-glass/" }, "Security-Audit"],
    ["aws:iam/instanceProfile:InstanceProfile", { name: "web", role: "web" }, "web"],
    ["aws:iam/policy:Policy", { name: "logs" }, "arn:aws-us-gov:iam::111122223333:policy/logs"],
    ["aws:iam/policy:Policy", { name: "logs", path: "/a/b/" }, "arn:aws-us-gov:iam::111122223333:policy/a/b/logs"],
    ["aws:iam/policy:Policy", { path: "/a/b/" }, undefined],
    [
      "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
      { url: "https://gitlab.example/group" },
      "arn:aws-us-gov:iam::111122223333:oidc-provider/gitlab.example/group",
    ],
    [
      "aws:ssoadmin/accountAssignment:AccountAssignment",
      assignment,
      `g-1,GROUP,111122223333,AWS_ACCOUNT,${set},${instance}`,
    ],
    // Its permission set is not made yet.
    ["aws:ssoadmin/accountAssignment:AccountAssignment", { ...assignment, permissionSetArn: undefined }, undefined],
    [
      "aws:ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes",
      { instanceArn: instance, attributes: [] },
      instance,
    ],
    ["aws:organizations/policyAttachment:PolicyAttachment", { policyId: "p-1", targetId: "r-1" }, "r-1:p-1"],
    // It can be made again without harm.
    ["aws:iam/rolePolicy:RolePolicy", { name: "permissions", role: "web" }, undefined],
  ];
  for (const [type, inputs, id] of cases) {
    it(`of ${type} is ${id ?? "not known"} with ${Object.keys(inputs).join(", ")}`, () => {
      assert.equal(importId(type, inputs, accountOf(provider)), id);
    });
  }
});

describe("The account of a provider", () => {
  it("is the one whose role it assumes, with its default tags", () => {
    assert.deepEqual(accountOf(provider), {
      id: "111122223333",
      partition: "aws-us-gov",
      defaultTags: { "managed-by": "shop", owner: "Operations" },
    });
  });

  it("has to be told", () => {
    const inputs = { ...provider.inputs, assumeRoles: undefined };
    assert.throws(() => accountOf({ ...provider, inputs }), {
      name: "RecoveryError",
      message: /Development does not say/,
    });
  });

  it("has to be an allowed one", () => {
    const inputs = { ...provider.inputs, allowedAccountIds: '["444455556666"]' };
    assert.throws(() => accountOf({ ...provider, inputs }), { name: "RecoveryError" });
  });
});
