import assert from "node:assert/strict";
import {
  ec2,
  founded,
  permission,
  production,
  refused,
  security,
  trustOf,
  type Client,
  type Output,
} from "../founded.ts";

interface Role {
  [member: string]: unknown;
  RoleName: string;
  RoleId: string;
  Arn: string;
  AssumeRolePolicyDocument: string;
}

describe("iam roles", () => {
  let iam: Client;
  let elsewhere: Client;
  const role = async (name: string) => (await iam<{ Role: Role }>("GetRole", { RoleName: name })).Role;
  const made = (name: string, more: Output = {}) =>
    iam<{ Role: Role }>("CreateRole", { RoleName: name, AssumeRolePolicyDocument: ec2, ...more });

  before(async () => {
    const { client } = await founded();
    iam = client("iam", production);
    elsewhere = client("iam", security);
  });

  it("are made as AWS makes them, and live in the caller's account", async () => {
    const { Role } = await made("web", {
      Path: "/shop/",
      Description: "Web servers",
      Tags: [{ Key: "a", Value: "b" }],
    });
    assert.equal(Role.Arn, `arn:aws:iam::${production}:role/shop/web`);
    assert.match(Role.RoleId, /^AROA[A-Z2-7]{17}$/);
    assert.ok(Role["CreateDate"] instanceof Date);
    const { RoleLastUsed, ...read } = await role("web");
    assert.deepEqual(RoleLastUsed, {});
    assert.deepEqual(read, Role);
    assert.deepEqual(JSON.parse(decodeURIComponent(read.AssumeRolePolicyDocument)), JSON.parse(ec2));
    assert.equal(read["MaxSessionDuration"], 3600);
    await refused(elsewhere("GetRole", { RoleName: "web" }), "NoSuchEntity", /The role with name web cannot be found/);
  });

  it("have names that are unique whatever their case", async () => {
    await made("unique");
    await refused(made("Unique"), "EntityAlreadyExists", /Role with name Unique already exists/);
  });

  it("are listed by path, in parts", async () => {
    for (const name of ["p3", "p1", "p2"]) await made(name, { Path: "/paged/" });
    type Part = { Roles: Role[]; IsTruncated: boolean; Marker?: string };
    const first = await iam<Part>("ListRoles", { PathPrefix: "/paged/", MaxItems: 2 });
    assert.deepEqual([first.Roles.map(({ RoleName }) => RoleName), first.IsTruncated], [["p1", "p2"], true]);
    const second = await iam<Part>("ListRoles", { PathPrefix: "/paged/", MaxItems: 2, Marker: first.Marker });
    assert.deepEqual([second.Roles.map(({ RoleName }) => RoleName), second.IsTruncated], [["p3"], false]);
    const exact = await iam<Part>("ListRoles", { PathPrefix: "/paged/", MaxItems: 3 });
    assert.deepEqual([exact.Roles.length, exact.IsTruncated, exact.Marker], [3, false, undefined]);
    await refused(iam("ListRoles", { Marker: "nonsense" }), "ValidationError", /Invalid Marker/);
  });

  it("change", async () => {
    await made("change", { Description: "before" });
    await iam("UpdateRole", { RoleName: "change", MaxSessionDuration: 7200 });
    await iam("UpdateAssumeRolePolicy", {
      RoleName: "change",
      PolicyDocument: trustOf({ Service: "lambda.amazonaws.com" }),
    });
    await iam("TagRole", {
      RoleName: "change",
      Tags: [
        { Key: "One", Value: "1" },
        { Key: "two", Value: "2" },
      ],
    });
    await iam("TagRole", { RoleName: "change", Tags: [{ Key: "one", Value: "changed" }] });
    await iam("UntagRole", { RoleName: "change", TagKeys: ["TWO"] });
    const changed = await role("change");
    assert.equal(changed["MaxSessionDuration"], 7200);
    assert.equal(changed["Description"], "before");
    assert.match(changed.AssumeRolePolicyDocument, /lambda\.amazonaws\.com/);
    assert.deepEqual(changed["Tags"], [{ Key: "one", Value: "changed" }]);
    const listed = await iam("ListRoleTags", { RoleName: "change" });
    assert.deepEqual(listed, { Tags: changed["Tags"], IsTruncated: false });
    const { Role } = await iam<{ Role: Role }>("UpdateRoleDescription", { RoleName: "change", Description: "after" });
    assert.equal(Role["Description"], "after");
  });

  it("are tagged within AWS's rules", async () => {
    await made("tagged");
    const tag = (Tags: object[]) => iam("TagRole", { RoleName: "tagged", Tags });
    await refused(
      tag([
        { Key: "a", Value: "1" },
        { Key: "A", Value: "2" },
      ]),
      "InvalidInput",
      /Duplicate tag keys/,
    );
    await refused(tag([{ Key: "aws:x", Value: "1" }]), "InvalidInput", /reserved/);
    await tag(Array.from({ length: 50 }, (_, at) => ({ Key: `key${at}`, Value: "" })));
    await refused(tag([{ Key: "one-more", Value: "" }]), "LimitExceeded", /TagsPerRole: 50/);
  });

  it("have a permissions boundary that exists", async () => {
    const missing = `arn:aws:iam::${production}:policy/missing`;
    await refused(
      made("bounded", { PermissionsBoundary: missing }),
      "NoSuchEntity",
      /does not exist or is not attachable/,
    );
    await made("bounded", { PermissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess" });
    assert.deepEqual((await role("bounded"))["PermissionsBoundary"], {
      PermissionsBoundaryType: "Policy",
      PermissionsBoundaryArn: "arn:aws:iam::aws:policy/PowerUserAccess",
    });
    const put = (PermissionsBoundary: string) =>
      iam("PutRolePermissionsBoundary", { RoleName: "bounded", PermissionsBoundary });
    await refused(put(missing), "NoSuchEntity");
    await iam("DeleteRolePermissionsBoundary", { RoleName: "bounded" });
    assert.equal((await role("bounded"))["PermissionsBoundary"], undefined);
    await refused(iam("DeleteRolePermissionsBoundary", { RoleName: "bounded" }), "NoSuchEntity");
  });

  it("are deleted only when nothing hangs on them", async () => {
    await made("doomed");
    await iam("AttachRolePolicy", { RoleName: "doomed", PolicyArn: "arn:aws:iam::aws:policy/SecurityAudit" });
    await iam("PutRolePolicy", { RoleName: "doomed", PolicyName: "inline", PolicyDocument: permission() });
    await iam("CreateInstanceProfile", { InstanceProfileName: "doomed" });
    await iam("AddRoleToInstanceProfile", { InstanceProfileName: "doomed", RoleName: "doomed" });
    const gone = () => iam("DeleteRole", { RoleName: "doomed" });
    await refused(gone(), "DeleteConflict", /must remove roles from instance profile first/);
    await iam("RemoveRoleFromInstanceProfile", { InstanceProfileName: "doomed", RoleName: "doomed" });
    await refused(gone(), "DeleteConflict", /must detach all policies first/);
    await iam("DetachRolePolicy", { RoleName: "doomed", PolicyArn: "arn:aws:iam::aws:policy/SecurityAudit" });
    await refused(gone(), "DeleteConflict", /must delete policies first/);
    await iam("DeleteRolePolicy", { RoleName: "doomed", PolicyName: "inline" });
    await gone();
    await refused(gone(), "NoSuchEntity");
  });

  it("stay within the quota of 1,000 in an account", async () => {
    const { client } = await founded();
    const fresh = client("iam", production);
    for (let number = 1; number < 999; number++) {
      await fresh("CreateRole", { RoleName: `r${number}`, AssumeRolePolicyDocument: ec2 });
    }
    await refused(fresh("CreateRole", { RoleName: "over", AssumeRolePolicyDocument: ec2 }), "LimitExceeded", /1000/);
  }).timeout(60_000);
});
