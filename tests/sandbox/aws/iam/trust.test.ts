import assert from "node:assert/strict";
import { ec2, founded, management, production, refused, security, trustOf, type Client } from "../founded.ts";

describe("trust policies", () => {
  let iam: Client;
  let there: Client;
  const make = (RoleName: string, AssumeRolePolicyDocument: string) =>
    iam("CreateRole", { RoleName, AssumeRolePolicyDocument });
  const principal = async (RoleName: string): Promise<unknown> => {
    const { Role } = await iam<{ Role: { AssumeRolePolicyDocument: string } }>("GetRole", { RoleName });
    const policy = JSON.parse(decodeURIComponent(Role.AssumeRolePolicyDocument)) as {
      Statement: { Principal: unknown }[];
    };
    return policy.Statement[0]?.Principal;
  };

  beforeEach(async () => {
    const { client } = await founded();
    iam = client("iam", production);
    there = client("iam", security);
  });

  it("name principals that exist", async () => {
    const invalid: [type: string, name: string][] = [
      ["AWS", `arn:aws:iam::${security}:role/missing`],
      ["AWS", `arn:aws:iam::${security}:user/missing`],
      ["AWS", `arn:aws:iam::${security}:role/path/deploy`],
      ["AWS", "arn:aws:iam::999999999999:root"],
      ["AWS", "999999999999"],
      ["AWS", `arn:aws-cn:iam::${security}:root`],
      ["AWS", `arn:aws:iam::${security}:role/*`],
      ["AWS", `arn:aws:sts::${security}:assumed-role/missing/session`],
      ["Service", "ec2"],
      ["Federated", `arn:aws:iam::${production}:oidc-provider/missing.example`],
      ["Federated", `arn:aws:iam::${security}:saml-provider/other-account`],
    ];
    for (const [type, name] of invalid) {
      const call = make("refused", trustOf({ [type]: name }));
      await refused(call, "MalformedPolicyDocument", /Invalid principal in policy: "(AWS|SERVICE|FEDERATED)":"/);
    }
    const federated = make("refused", trustOf({ Federated: "https://token.example" }));
    await refused(federated, "MalformedPolicyDocument", /Federated principals must be valid domain names/);
    await refused(make("refused", trustOf({ Group: "x" })), "MalformedPolicyDocument", /Syntax errors/);
    await refused(make("refused", trustOf({})), "MalformedPolicyDocument", /Syntax errors/);
  });

  it("take accounts, roles, sessions, services, anybody and identity providers", async () => {
    const Url = "https://token.actions.githubusercontent.com";
    await iam("CreateOpenIDConnectProvider", { Url, ClientIDList: ["sts.amazonaws.com"] });
    const taken = [
      { AWS: [`arn:aws:iam::${management}:root`, `arn:aws:iam::${security}:role/deploy`] },
      { AWS: `arn:aws:sts::${security}:assumed-role/deploy/session` },
      { Service: ["ecs-tasks.amazonaws.com", "states.eu-central-1.amazonaws.com"] },
      { Federated: `arn:aws:iam::${production}:oidc-provider/token.actions.githubusercontent.com` },
      { Federated: "cognito-identity.amazonaws.com" },
      "*",
    ];
    for (const [number, one] of taken.entries()) {
      await make(`taken${number}`, trustOf(one));
      assert.deepEqual(await principal(`taken${number}`), one);
    }
  });

  it("show an account's number as its ARN", async () => {
    await make("numbered", trustOf({ AWS: security }));
    assert.deepEqual(await principal("numbered"), { AWS: `arn:aws:iam::${security}:root` });
  });

  it("pin a role to its unique id: one made anew is another principal", async () => {
    const { Role } = await there<{ Role: { Arn: string; RoleId: string } }>("CreateRole", {
      RoleName: "pipeline",
      AssumeRolePolicyDocument: ec2,
    });
    await make("target", trustOf({ AWS: Role.Arn }));
    assert.deepEqual(await principal("target"), { AWS: Role.Arn });
    await there("DeleteRole", { RoleName: "pipeline" });
    assert.deepEqual(await principal("target"), { AWS: Role.RoleId });
    await there("CreateRole", { RoleName: "pipeline", AssumeRolePolicyDocument: ec2 });
    assert.deepEqual(await principal("target"), { AWS: Role.RoleId });
    await iam("UpdateAssumeRolePolicy", { RoleName: "target", PolicyDocument: trustOf({ AWS: Role.Arn }) });
    assert.deepEqual(await principal("target"), { AWS: Role.Arn });
  });

  it("have at most 2,048 characters without white space", async () => {
    const sized = (count: number) => trustOf({ Service: Array.from({ length: count }, () => "ec2.amazonaws.com") });
    const most = Math.floor((2048 - trustOf({ Service: [] }).length + 1) / 20);
    await make("fits", sized(most).replace("{", `{${" ".repeat(3000)}`));
    await refused(make("over", sized(most + 1)), "LimitExceeded", /ACLSizePerRole: 2048/);
    const update = iam("UpdateAssumeRolePolicy", { RoleName: "fits", PolicyDocument: sized(most + 1) });
    await refused(update, "LimitExceeded");
  });
});
