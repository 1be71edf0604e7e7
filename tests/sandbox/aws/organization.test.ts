import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inventory, isEmpty } from "../../../sandbox/aws/inventory.ts";
import { createOrganization, credentialsOf } from "../../../sandbox/aws/organization.ts";
import { virtualAws } from "../../../sandbox/aws/virtual-aws.ts";
import { ec2, emptyDirectory, founded, management, production, seed } from "./founded.ts";

const read = (directory: string, name: string) => readFileSync(join(directory, `${name}.json`), "utf8");

describe("founding an organization", () => {
  it("again changes nothing", async () => {
    const { directory } = await founded();
    const names = ["organization", "identity-center", "identity-store", `accounts/${production}`];
    const before = names.map((name) => read(directory, name));
    await createOrganization(directory, seed);
    assert.deepEqual(
      names.map((name) => read(directory, name)),
      before,
    );
  });

  it("again adds what is missing and takes nothing away", async () => {
    const { directory, client } = await founded();
    await client("iam", production)("CreateRole", { RoleName: "made", AssumeRolePolicyDocument: ec2 });
    const added = { id: "555566667777", name: "Staging", email: "s@shop.example", ou: "Workloads/Staging", tags: {} };
    const groups = [{ displayName: "aws-finance", id: "11111111-1111-1111-1111-111111111111" }];
    await createOrganization(directory, { ...seed, accounts: [added], scimGroups: groups });
    await client("iam", production)("GetRole", { RoleName: "made" });
    await client("iam", "555566667777")("GetRole", { RoleName: "deploy" });
    const center = await client(
      "sso-admin",
      seed.managementAccountId,
    )<{ Instances: { IdentityStoreId: string }[] }>("ListInstances");
    const people = client("identitystore", seed.managementAccountId);
    const { IdentityStoreId } = center.Instances[0]!;
    const { Groups } = await people<{ Groups: { DisplayName: string; GroupId: string }[] }>("ListGroups", {
      IdentityStoreId,
    });
    assert.deepEqual(
      Groups.map(({ DisplayName }) => DisplayName),
      ["aws-developers", "aws-security", "aws-finance"],
    );
    assert.equal(Groups[2]?.GroupId, groups[0]?.id);
    const { OrganizationalUnits } = await client(
      "organizations",
      seed.managementAccountId,
    )("ListAccounts").then(async () => {
      const organizations = client("organizations", seed.managementAccountId);
      const { Roots } = await organizations<{ Roots: { Id: string }[] }>("ListRoots");
      return organizations<{ OrganizationalUnits: object[] }>("ListOrganizationalUnitsForParent", {
        ParentId: Roots[0]!.Id,
      });
    });
    assert.equal(OrganizationalUnits.length, 2);
  });

  it("again adds what an account lacks that was founded before something was served", async () => {
    const { directory } = await founded();
    for (const [name, part] of [
      [`accounts/${production}`, "groups"],
      [`services/${production}`, "s3"],
    ] as const) {
      const document = JSON.parse(read(directory, name)) as { data: Record<string, unknown> };
      assert.ok(Reflect.deleteProperty(document.data, part));
      writeFileSync(join(directory, `${name}.json`), JSON.stringify(document));
    }
    await createOrganization(directory, seed);
    const aws = virtualAws(directory);
    const ask = (service: string, operation: string, input: Record<string, unknown>) =>
      aws({
        ...{ service, operation, input, region: "eu-central-1" },
        credentials: credentialsOf(directory, production, "deploy"),
      });
    assert.deepEqual((await ask("iam", "ListGroups", {}))["Groups"], []);
    await assert.rejects(ask("s3", "HeadBucket", { Bucket: "images" }), { code: "NoSuchBucket" });
  });

  it("refuses a directory that holds another organization", async () => {
    const { directory } = await founded();
    const other = createOrganization(directory, { ...seed, organizationId: "o-other00000" });
    await assert.rejects(other, /holds the organization o-a1b2c3d4e5/);
  });

  it("takes ids of Identity Center that are given", async () => {
    const identityCenter = { instanceId: "ssoins-1234567890abcdef", identityStoreId: "d-1234567890" };
    const { client } = await founded({ identityCenter });
    const { Instances } = await client(
      "sso-admin",
      seed.managementAccountId,
    )<{ Instances: Record<string, unknown>[] }>("ListInstances");
    assert.equal(Instances[0]?.["InstanceArn"], "arn:aws:sso:::instance/ssoins-1234567890abcdef");
    assert.equal(Instances[0]["IdentityStoreId"], "d-1234567890");
  });

  it("works in any partition", async () => {
    const { client } = await founded({ partition: "aws-us-gov", homeRegion: "us-gov-west-1" });
    const { Role } = await client("iam", production)<{ Role: { Arn: string } }>("GetRole", { RoleName: "deploy" });
    assert.equal(Role.Arn, `arn:aws-us-gov:iam::${production}:role/deploy`);
    await client("iam", production)("AttachRolePolicy", {
      RoleName: "deploy",
      PolicyArn: "arn:aws-us-gov:iam::aws:policy/SecurityAudit",
    });
  });

  it("is needed before anything else", () => {
    assert.throws(
      () => credentialsOf(emptyDirectory(), production, "deploy"),
      /No virtual organization has been founded/,
    );
  });

  it("gives credentials only of roles that exist", async () => {
    const { directory } = await founded();
    assert.throws(() => credentialsOf(directory, production, "missing"), /There is no role missing/);
  });
});

describe("inventory", () => {
  it("is empty after founding, and lists what is made by place and kind", async () => {
    const { directory, client } = await founded();
    assert.ok(isEmpty(directory));
    assert.deepEqual(
      inventory(directory).map(({ place }) => place),
      ["Organization", "Identity Center", "Management", "Security", "Production"],
    );
    const iam = client("iam", production);
    for (const RoleName of ["web", "batch"]) await iam("CreateRole", { RoleName, AssumeRolePolicyDocument: ec2 });
    await iam("CreateInstanceProfile", { InstanceProfileName: "web" });
    assert.ok(!isEmpty(directory));
    const there = inventory(directory).find(({ accountId }) => accountId === production);
    assert.deepEqual(there?.made, { roles: ["batch", "web"], "instance profiles": ["web"] });
    const organizations = client("organizations", management);
    const Content = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*"}]}';
    const input = { Name: "no-buckets", Description: "", Type: "SERVICE_CONTROL_POLICY", Content };
    const { Policy } = await organizations<{ Policy: { PolicySummary: { Id: string } } }>("CreatePolicy", input);
    const attachment = { PolicyId: Policy.PolicySummary.Id, TargetId: production };
    await organizations("AttachPolicy", attachment);
    assert.deepEqual(inventory(directory)[0], {
      place: "Organization",
      made: { "service control policies": ["no-buckets → Production"] },
    });
    await organizations("DetachPolicy", attachment);
    await organizations("DeletePolicy", { PolicyId: attachment.PolicyId });
    for (const RoleName of ["web", "batch"]) await iam("DeleteRole", { RoleName });
    await iam("DeleteInstanceProfile", { InstanceProfileName: "web" });
    assert.ok(isEmpty(directory));
  });
});
