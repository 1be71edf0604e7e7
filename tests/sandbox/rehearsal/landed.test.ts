import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { load } from "../../../model/load.ts";
import { AwsError } from "../../../sandbox/aws/call.ts";
import { credentialsOf } from "../../../sandbox/aws/organization.ts";
import { virtualAws } from "../../../sandbox/aws/virtual-aws.ts";
import { foundOrganization } from "../../../sandbox/rehearsal/founding.ts";
import { landedId } from "../../../sandbox/rehearsal/landed.ts";
import type { Ask } from "../../../sandbox/rehearsal/landed.ts";
import { repository } from "../../../sandbox/toolchain/place.ts";

const accountId = "222233334444";

describe("a creation of which the engine does not know whether it came about", () => {
  const directory = mkdtempSync(join(tmpdir(), "landed-"));
  const aws = virtualAws(directory);
  let center: { instanceArn: string; identityStoreId: string };
  after(() => {
    rmSync(directory, { recursive: true });
  });

  const ask: Ask = async (service, operation, input) => {
    const credentials = credentialsOf(directory, accountId, "securecart-deploy");
    try {
      return await aws({ service, operation, input, credentials, region: "eu-central-1" });
    } catch (error) {
      if (error instanceof AwsError && /^(NoSuchEntity|ResourceNotFound)/.test(error.code)) return undefined;
      throw error;
    }
  };
  const find = (type: string, inputs: Record<string, unknown>) =>
    landedId({ type, inputs, accountId, partition: "aws" }, ask);

  before(async () => {
    await foundOrganization(directory, [load(join(repository, "config/prod.yaml")).stack!]);
    const { Instances } = (await ask("sso-admin", "ListInstances", {})) as { Instances: Record<string, string>[] };
    center = { instanceArn: Instances[0]!["InstanceArn"]!, identityStoreId: Instances[0]!["IdentityStoreId"]! };
  });

  const trust = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
  });
  const document = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }],
  });

  /** Finds nothing, makes the thing as AWS does, and finds it by the id that the official plugin imports it by. */
  async function comesAbout(type: string, inputs: Record<string, unknown>, make: () => Promise<string>): Promise<void> {
    assert.equal(await find(type, inputs), undefined);
    const id = await make();
    assert.equal(await find(type, inputs), id);
  }

  it("is found where it made a role, an instance profile or a policy", async () => {
    await comesAbout("aws:iam/role:Role", { name: "shop" }, async () => {
      await ask("iam", "CreateRole", { RoleName: "shop", AssumeRolePolicyDocument: trust });
      return "shop";
    });
    await comesAbout("aws:iam/instanceProfile:InstanceProfile", { name: "web" }, async () => {
      await ask("iam", "CreateInstanceProfile", { InstanceProfileName: "web" });
      return "web";
    });
    await comesAbout("aws:iam/policy:Policy", { name: "read", path: "/shop/" }, async () => {
      const made = await ask("iam", "CreatePolicy", { PolicyName: "read", Path: "/shop/", PolicyDocument: document });
      return (made?.["Policy"] as { Arn: string }).Arn;
    });
  });

  it("is found where it made an identity provider", async () => {
    const Url = "https://token.actions.githubusercontent.com";
    await comesAbout("aws:iam/openIdConnectProvider:OpenIdConnectProvider", { url: Url }, async () => {
      const made = await ask("iam", "CreateOpenIDConnectProvider", { Url, ClientIDList: ["sts.amazonaws.com"] });
      return String(made?.["OpenIDConnectProviderArn"]);
    });
  });

  it("is found where it made a permission set or the attributes for access control", async () => {
    const { instanceArn } = center;
    await ask("sso-admin", "CreatePermissionSet", { InstanceArn: instanceArn, Name: "Another" });
    await comesAbout("aws:ssoadmin/permissionSet:PermissionSet", { instanceArn, name: "ReadOnly" }, async () => {
      const made = await ask("sso-admin", "CreatePermissionSet", { InstanceArn: instanceArn, Name: "ReadOnly" });
      return `${(made?.["PermissionSet"] as { PermissionSetArn: string }).PermissionSetArn},${instanceArn}`;
    });
    const attributes = "aws:ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes";
    await comesAbout(attributes, { instanceArn }, async () => {
      const Value = { Source: ["${path:enterprise.department}"] };
      await ask("sso-admin", "CreateInstanceAccessControlAttributeConfiguration", {
        InstanceArn: instanceArn,
        InstanceAccessControlAttributeConfiguration: { AccessControlAttributes: [{ Key: "department", Value }] },
      });
      return instanceArn;
    });
  });

  it("is found where it made a group, a user or a membership", async () => {
    const { identityStoreId } = center;
    const IdentityStoreId = identityStoreId;
    let [GroupId, UserId] = ["", ""];
    await comesAbout("aws:identitystore/group:Group", { identityStoreId, displayName: "Builders" }, async () => {
      GroupId = String(
        (await ask("identitystore", "CreateGroup", { IdentityStoreId, DisplayName: "Builders" }))?.["GroupId"],
      );
      return `${identityStoreId}/${GroupId}`;
    });
    await comesAbout("aws:identitystore/user:User", { identityStoreId, userName: "ada" }, async () => {
      const person = { UserName: "ada", DisplayName: "Ada", Name: { GivenName: "Ada", FamilyName: "Lovelace" } };
      UserId = String((await ask("identitystore", "CreateUser", { IdentityStoreId, ...person }))?.["UserId"]);
      return `${identityStoreId}/${UserId}`;
    });
    const membership = { identityStoreId, groupId: GroupId, memberId: UserId };
    await comesAbout("aws:identitystore/groupMembership:GroupMembership", membership, async () => {
      const input = { IdentityStoreId, GroupId, MemberId: { UserId } };
      const made = await ask("identitystore", "CreateGroupMembership", input);
      return `${identityStoreId}/${String(made?.["MembershipId"])}`;
    });
  });

  it("need not be found where AWS lets it be made over again", async () => {
    await ask("iam", "PutRolePolicy", { RoleName: "shop", PolicyName: "own", PolicyDocument: document });
    assert.equal(await find("aws:iam/rolePolicy:RolePolicy", { role: "shop", name: "own" }), undefined);
  });
});
