import assert from "node:assert/strict";
import { ec2, founded, permission, production, refused, type Client } from "../founded.ts";

interface Policy {
  [member: string]: unknown;
  Arn: string;
}

describe("iam managed policies", () => {
  let iam: Client;
  const make = async (PolicyName: string, more: object = {}) =>
    (await iam<{ Policy: Policy }>("CreatePolicy", { PolicyName, PolicyDocument: permission(), ...more })).Policy;

  beforeEach(async () => {
    iam = (await founded()).client("iam", production);
  });

  it("are made as AWS makes them", async () => {
    const Tags = [{ Key: "a", Value: "b" }];
    const { Arn } = await make("read-logs", { Path: "/shop/", Description: "Logs", Tags });
    assert.equal(Arn, `arn:aws:iam::${production}:policy/shop/read-logs`);
    const { Policy } = await iam<{ Policy: Policy }>("GetPolicy", { PolicyArn: Arn });
    const { PolicyId, CreateDate, UpdateDate, ...rest } = Policy;
    assert.match(String(PolicyId), /^ANPA[A-Z2-7]{17}$/);
    assert.ok(CreateDate instanceof Date && UpdateDate instanceof Date);
    assert.deepEqual(rest, {
      ...{ PolicyName: "read-logs", Arn, Path: "/shop/", DefaultVersionId: "v1", AttachmentCount: 0 },
      ...{ PermissionsBoundaryUsageCount: 0, IsAttachable: true, Description: "Logs", Tags },
    });
  });

  it("have unique names, whatever path and case", async () => {
    await make("one");
    await refused(make("One", { Path: "/x/" }), "EntityAlreadyExists", /A policy called One already exists/);
  });

  it("keep at most five versions, of which one is the default", async () => {
    const { Arn: PolicyArn } = await make("versioned");
    const add = (SetAsDefault: boolean) =>
      iam("CreatePolicyVersion", { PolicyArn, PolicyDocument: permission({ Action: "s3:PutObject" }), SetAsDefault });
    for (const asDefault of [true, false, false, false]) await add(asDefault);
    await refused(add(false), "LimitExceeded", /can have up to 5 versions/);
    const { Versions } = await iam<{ Versions: Record<string, unknown>[] }>("ListPolicyVersions", { PolicyArn });
    assert.deepEqual(
      Versions.map(({ VersionId, IsDefaultVersion }) => [VersionId, IsDefaultVersion]),
      [
        ["v5", false],
        ["v4", false],
        ["v3", false],
        ["v2", true],
        ["v1", false],
      ],
    );
    await refused(iam("DeletePolicyVersion", { PolicyArn, VersionId: "v2" }), "DeleteConflict", /default version/);
    await iam("DeletePolicyVersion", { PolicyArn, VersionId: "v1" });
    const { PolicyVersion } = await iam<{ PolicyVersion: Record<string, unknown> }>("CreatePolicyVersion", {
      PolicyArn,
      PolicyDocument: permission(),
    });
    assert.equal(PolicyVersion["VersionId"], "v6");
    await iam("SetDefaultPolicyVersion", { PolicyArn, VersionId: "v6" });
    const read = await iam<{ PolicyVersion: { Document: string } }>("GetPolicyVersion", { PolicyArn, VersionId: "v6" });
    assert.equal(decodeURIComponent(read.PolicyVersion.Document), permission());
    await refused(iam("GetPolicyVersion", { PolicyArn, VersionId: "v1" }), "NoSuchEntity");
    await refused(iam("SetDefaultPolicyVersion", { PolicyArn, VersionId: "v9" }), "NoSuchEntity");
  });

  it("are deleted only when they are attached nowhere and have one version", async () => {
    const { Arn: PolicyArn } = await make("doomed");
    await iam("CreateRole", { RoleName: "a", AssumeRolePolicyDocument: ec2, PermissionsBoundary: PolicyArn });
    await iam("AttachRolePolicy", { RoleName: "a", PolicyArn });
    const gone = () => iam("DeletePolicy", { PolicyArn });
    await refused(gone(), "DeleteConflict", /attached to entities/);
    const { Policy } = await iam<{ Policy: Policy }>("GetPolicy", { PolicyArn });
    assert.deepEqual([Policy["AttachmentCount"], Policy["PermissionsBoundaryUsageCount"]], [1, 1]);
    await iam("DetachRolePolicy", { RoleName: "a", PolicyArn });
    await refused(gone(), "DeleteConflict");
    await iam("DeleteRolePermissionsBoundary", { RoleName: "a" });
    await iam("CreatePolicyVersion", { PolicyArn, PolicyDocument: permission() });
    await refused(gone(), "DeleteConflict", /more than one version/);
    await iam("DeletePolicyVersion", { PolicyArn, VersionId: "v2" });
    await gone();
    await refused(gone(), "NoSuchEntity", /was not found/);
  });

  it("have at most 6,144 characters without white space", async () => {
    const base = permission({ Resource: "arn:aws:s3:::" }).length;
    const sized = (size: number) => permission({ Resource: `arn:aws:s3:::${"x".repeat(size - base)}` });
    await make("fits", { PolicyDocument: `${sized(6144)}\n\n` });
    await refused(make("over", { PolicyDocument: sized(6145) }), "LimitExceeded", /PolicySize: 6144/);
    const { Arn: PolicyArn } = await make("small");
    const version = iam("CreatePolicyVersion", { PolicyArn, PolicyDocument: sized(6145) });
    await refused(version, "LimitExceeded");
  });

  it("are refused when malformed", async () => {
    await refused(make("bad", { PolicyDocument: "{" }), "MalformedPolicyDocument");
    const { Arn: PolicyArn } = await make("good");
    const version = iam("CreatePolicyVersion", { PolicyArn, PolicyDocument: "[]" });
    await refused(version, "MalformedPolicyDocument");
  });

  it("of AWS can be read but not changed", async () => {
    const PolicyArn = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess";
    const { Policy } = await iam<{ Policy: Policy & { DefaultVersionId: string } }>("GetPolicy", { PolicyArn });
    assert.equal(Policy["Path"], "/job-function/");
    const VersionId = Policy.DefaultVersionId;
    const read = await iam<{ PolicyVersion: { Document: string } }>("GetPolicyVersion", { PolicyArn, VersionId });
    assert.match(decodeURIComponent(read.PolicyVersion.Document), /"Effect":"Allow"/);
    await refused(iam("DeletePolicy", { PolicyArn }), "NoSuchEntity");
    await refused(iam("GetPolicy", { PolicyArn: "arn:aws:iam::aws:policy/NoSuchPolicy" }), "NoSuchEntity");
  });

  it("are listed by scope, path and use", async () => {
    await make("a", { Path: "/shop/" });
    const { Arn: PolicyArn } = await make("b");
    await iam("CreateRole", { RoleName: "r", AssumeRolePolicyDocument: ec2 });
    await iam("AttachRolePolicy", { RoleName: "r", PolicyArn });
    const listed = async (input: object) => {
      const { Policies } = await iam<{ Policies: { PolicyName: string }[] }>("ListPolicies", {
        ...input,
        MaxItems: 1000,
      });
      return Policies.map(({ PolicyName }) => PolicyName);
    };
    assert.deepEqual(await listed({ Scope: "Local" }), ["a", "b"]);
    assert.deepEqual(await listed({ Scope: "Local", PathPrefix: "/shop/" }), ["a"]);
    assert.deepEqual(await listed({ Scope: "Local", OnlyAttached: true }), ["b"]);
    const aws = await listed({ Scope: "AWS", PathPrefix: "/job-function/" });
    assert.ok(aws.includes("ViewOnlyAccess") && !aws.includes("a") && !aws.includes("SecurityAudit"));
    const { PolicyRoles, PolicyUsers } = await iam("ListEntitiesForPolicy", { PolicyArn });
    assert.equal((PolicyRoles as { RoleName: string }[])[0]?.RoleName, "r");
    assert.deepEqual(PolicyUsers, []);
  });

  it("are tagged", async () => {
    const { Arn: PolicyArn } = await make("tagged");
    await iam("TagPolicy", {
      PolicyArn,
      Tags: [
        { Key: "a", Value: "1" },
        { Key: "b", Value: "2" },
      ],
    });
    await iam("UntagPolicy", { PolicyArn, TagKeys: ["a"] });
    const { Tags } = await iam("ListPolicyTags", { PolicyArn });
    assert.deepEqual(Tags, [{ Key: "b", Value: "2" }]);
  });
});
