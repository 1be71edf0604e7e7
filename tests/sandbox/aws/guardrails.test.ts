import assert from "node:assert/strict";
import { ec2, founded, homeRegion, management, production, refused, security, type Client } from "./founded.ts";

type Deny = Record<string, unknown>;

describe("guardrails in the virtual AWS", () => {
  let client: Awaited<ReturnType<typeof founded>>["client"];
  let organizations: Client;

  beforeEach(async () => {
    ({ client } = await founded());
    organizations = client("organizations", management);
  });

  const attach = async (TargetId: string, deny: Deny) => {
    const Content = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Resource: "*", ...deny }] });
    const input = { Name: `deny ${TargetId}`, Description: "", Type: "SERVICE_CONTROL_POLICY", Content };
    const { Policy } = await organizations<{ Policy: { PolicySummary: { Id: string } } }>("CreatePolicy", input);
    const attachment = { PolicyId: Policy.PolicySummary.Id, TargetId };
    await organizations("AttachPolicy", attachment);
    return attachment;
  };
  const root = async () => (await organizations<{ Roots: { Id: string }[] }>("ListRoots")).Roots[0]!.Id;
  const createUser = (account: string) => client("iam", account)("CreateUser", { UserName: "alex" });

  it("bind an account from the moment at which they are attached to that in which they are detached", async () => {
    const attachment = await attach(production, { Action: "iam:CreateUser" });
    await refused(
      createUser(production),
      "AccessDenied",
      /iam:CreateUser with an explicit deny in a service control policy/,
    );
    await createUser(security);
    await organizations("DetachPolicy", attachment);
    await createUser(production);
  });

  it("bind every account below the root and below a unit, and never the management account", async () => {
    const top = await root();
    const { OrganizationalUnits } = await organizations<{ OrganizationalUnits: { Id: string; Name: string }[] }>(
      "ListOrganizationalUnitsForParent",
      { ParentId: top },
    );
    await attach(OrganizationalUnits.find(({ Name }) => Name === "Workloads")!.Id, { Action: "iam:CreateUser" });
    await refused(createUser(production), "AccessDenied");
    await createUser(security);
    await attach(top, { Action: "*" });
    await refused(client("iam", security)("ListUsers"), "AccessDenied");
    await refused(client("organizations", security)("ListRoots"), "AccessDeniedException");
    await createUser(management);
    await client("sts", production)("GetCallerIdentity");
  });

  it("spare whom they except, and look at the region", async () => {
    const role = { RoleName: "web", AssumeRolePolicyDocument: ec2 };
    await attach(production, {
      Action: "iam:CreateRole",
      Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/deploy" } },
    });
    await client("iam", production)("CreateRole", role);
    await attach(security, {
      Action: "iam:CreateRole",
      Condition: { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/other" } },
    });
    await refused(client("iam", security)("CreateRole", role), "AccessDenied");
    await attach(await root(), {
      Action: "sso:*",
      Condition: { StringNotEquals: { "aws:RequestedRegion": homeRegion } },
    });
    await client("sso-admin", security)("ListInstances");
    await refused(client("sso-admin", security, "us-east-1")("ListInstances"), "AccessDeniedException");
  });

  it("know the actions that are called otherwise than the operations", async () => {
    const actions = [
      "access-analyzer:DeleteAnalyzer",
      "s3:PutEncryptionConfiguration",
      "s3:PutAccountPublicAccessBlock",
    ];
    await attach(production, { Action: actions });
    const analyzer = { analyzerName: "it" };
    await refused(client("accessanalyzer", production)("DeleteAnalyzer", analyzer), "AccessDeniedException");
    await refused(client("s3", production)("DeleteBucketEncryption", { Bucket: "logs" }), "AccessDenied");
    const own = { AccountId: production };
    await refused(client("s3control", production)("DeletePublicAccessBlock", own), "AccessDenied");
    await client("s3control", security)("DeletePublicAccessBlock", { AccountId: security });
  });

  it("leave nothing to an account without any policy that allows", async () => {
    await attach(production, { Action: "iam:CreateUser" });
    await organizations("DetachPolicy", { PolicyId: "p-FullAWSAccess", TargetId: production });
    await refused(client("iam", production)("ListRoles"), "AccessDenied");
    assert.ok(await client("iam", security)("ListRoles"));
  });
});
