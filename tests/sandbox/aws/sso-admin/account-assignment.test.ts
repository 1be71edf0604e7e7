import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inventory } from "../../../../sandbox/aws/inventory.ts";
import { permission, production, refused, security } from "../founded.ts";
import { identityCenter } from "./identity-center.ts";

const audit = "arn:aws:iam::aws:policy/SecurityAudit";

describe("sso-admin account assignments", () => {
  let at: Awaited<ReturnType<typeof identityCenter>>;
  let arn: string;

  beforeEach(async () => {
    at = await identityCenter();
    arn = await at.permissionSet(at.delegated, "Developer");
  });

  const attached = async (accountId = production) => {
    const [role] = await at.roles(accountId);
    const { AttachedPolicies } = await at.client("iam", accountId)<{ AttachedPolicies: { PolicyArn: string }[] }>(
      "ListAttachedRolePolicies",
      { RoleName: role?.RoleName },
    );
    return AttachedPolicies.map(({ PolicyArn }) => PolicyArn);
  };

  it("are in progress first, then succeed, and make the set's role in the account", async () => {
    await at.delegated("AttachManagedPolicyToPermissionSet", { PermissionSetArn: arn, ManagedPolicyArn: audit });
    await at.delegated("PutInlinePolicyToPermissionSet", { PermissionSetArn: arn, InlinePolicy: permission() });
    const started = await at.delegated("CreateAccountAssignment", at.assignment(arn));
    const { Status, RequestId, ...of } = started["AccountAssignmentCreationStatus"] as Record<string, unknown>;
    assert.equal(Status, "IN_PROGRESS");
    assert.match(String(RequestId), /^[0-9a-f-]{36}$/);
    assert.equal(of["TargetId"], production);
    const asked = await at.delegated("DescribeAccountAssignmentCreationStatus", {
      AccountAssignmentCreationRequestId: RequestId,
    });
    const ended = asked["AccountAssignmentCreationStatus"] as Record<string, unknown>;
    assert.deepEqual([ended["Status"], ended["FailureReason"]], ["SUCCEEDED", undefined]);
    const [role, ...others] = await at.roles();
    assert.deepEqual(others, []);
    const path = "aws-reserved/sso\\.amazonaws\\.com/eu-central-1";
    assert.match(
      role!.Arn,
      new RegExp(`^arn:aws:iam::${production}:role/${path}/AWSReservedSSO_Developer_[0-9a-f]{16}$`),
    );
    assert.deepEqual(await attached(), [audit]);
    const inline = await at.client("iam", production)("ListRolePolicies", { RoleName: role!.RoleName });
    assert.deepEqual(inline["PolicyNames"], ["AwsSSOInlinePolicy"]);
  });

  it("share one role, which goes with the last of them", async () => {
    await at.assign(at.delegated, arn);
    await at.assign(at.delegated, arn, production, at.auditors);
    await at.assign(at.delegated, arn, security);
    const [before] = await at.roles();
    const listed = await at.delegated("ListAccountAssignments", { PermissionSetArn: arn, AccountId: production });
    assert.equal((listed["AccountAssignments"] as object[]).length, 2);
    assert.deepEqual(
      inventory(at.directory).find(({ place }) => place === "Identity Center")?.made["account assignments"],
      [
        "aws-developers → Production: Developer",
        "aws-developers → Security: Developer",
        "aws-security → Production: Developer",
      ],
    );
    assert.equal((await at.unassign(at.delegated, arn))["Status"], "SUCCEEDED");
    assert.deepEqual(await at.roles(), [before]);
    await at.unassign(at.delegated, arn, production, at.auditors);
    assert.deepEqual(await at.roles(), []);
    assert.equal((await at.roles(security)).length, 1);
    await at.assign(at.delegated, arn);
    const [anew] = await at.roles();
    assert.notEqual(anew?.RoleName, before?.RoleName);
  });

  it("made again change nothing; deleted again are not found", async () => {
    await at.assign(at.delegated, arn);
    const [before] = await at.roles();
    assert.equal((await at.assign(at.delegated, arn))["Status"], "SUCCEEDED");
    assert.deepEqual(await at.roles(), [before]);
    await at.unassign(at.delegated, arn);
    await refused(at.unassign(at.delegated, arn), "ResourceNotFoundException");
  });

  it("converge after a process died between the account and Identity Center", async () => {
    const file = join(at.directory, "identity-center.json");
    const unassigned = readFileSync(file);
    await at.assign(at.delegated, arn);
    const [role] = await at.roles();
    const assigned = readFileSync(file);
    writeFileSync(file, unassigned);
    await at.assign(at.delegated, arn);
    assert.deepEqual(await at.roles(), [role]);
    await at.unassign(at.delegated, arn);
    writeFileSync(file, assigned);
    await at.unassign(at.delegated, arn);
    assert.deepEqual(
      [
        await at.roles(),
        inventory(at.directory).find(({ place }) => place === "Identity Center")?.made["account assignments"],
      ],
      [[], undefined],
    );
  });

  it("keep their permission set from being deleted", async () => {
    await at.assign(at.delegated, arn);
    await refused(at.delegated("DeletePermissionSet", { PermissionSetArn: arn }), "ConflictException");
    await at.unassign(at.delegated, arn);
    await at.delegated("DeletePermissionSet", { PermissionSetArn: arn });
    for (const { place, made } of inventory(at.directory)) assert.deepEqual(made, {}, place);
  });

  it("need a principal, an account and a set that exist", async () => {
    const nobody = "00000000-0000-0000-0000-000000000000";
    await refused(at.assign(at.delegated, arn, production, nobody), "ResourceNotFoundException", /GROUP/);
    await refused(at.assign(at.delegated, arn, "999999999999"), "ResourceNotFoundException", /Account/);
    await refused(at.assign(at.delegated, `${arn.slice(0, -16)}${"0".repeat(16)}`), "ResourceNotFoundException");
    const status = at.delegated("DescribeAccountAssignmentCreationStatus", {
      AccountAssignmentCreationRequestId: nobody,
    });
    await refused(status, "ResourceNotFoundException");
  });

  it("fail where a customer managed policy is missing in the account, and work once it is there", async () => {
    const reference = { PermissionSetArn: arn, CustomerManagedPolicyReference: { Name: "read-logs" } };
    await at.delegated("AttachCustomerManagedPolicyReferenceToPermissionSet", reference);
    const failed = await at.assign(at.delegated, arn);
    assert.equal(failed["Status"], "FAILED");
    assert.match(
      String(failed["FailureReason"]),
      /^Received a 404 status error: Policy .*:policy\/read-logs does not exist/,
    );
    assert.deepEqual(await at.roles(), []);
    const listed = await at.delegated("ListAccountAssignments", { PermissionSetArn: arn, AccountId: production });
    assert.deepEqual(listed["AccountAssignments"], []);
    const iam = at.client("iam", production);
    const { Policy } = await iam<{ Policy: { Arn: string } }>("CreatePolicy", {
      PolicyName: "read-logs",
      PolicyDocument: permission(),
    });
    assert.equal((await at.assign(at.delegated, arn))["Status"], "SUCCEEDED");
    assert.deepEqual(await attached(), [Policy.Arn]);
    await refused(iam("DeletePolicy", { PolicyArn: Policy.Arn }), "DeleteConflict");
  });

  it("fail where the inline policy is malformed", async () => {
    await at.delegated("PutInlinePolicyToPermissionSet", { PermissionSetArn: arn, InlinePolicy: "{}" });
    assert.match(
      String((await at.assign(at.delegated, arn))["FailureReason"]),
      /400 status error: Syntax errors in policy/,
    );
  });

  it("carry a set's changes into the account only when it is provisioned again", async () => {
    await at.assign(at.delegated, arn);
    await at.assign(at.delegated, arn, security);
    const behind = async () => {
      const ProvisioningStatus = "LATEST_PERMISSION_SET_NOT_PROVISIONED";
      const input = { PermissionSetArn: arn, ProvisioningStatus };
      return (await at.delegated("ListAccountsForProvisionedPermissionSet", input))["AccountIds"];
    };
    assert.deepEqual(await behind(), []);
    await at.delegated("AttachManagedPolicyToPermissionSet", { PermissionSetArn: arn, ManagedPolicyArn: audit });
    assert.deepEqual(await attached(), []);
    assert.deepEqual(await behind(), [production, security]);
    const one = { TargetType: "AWS_ACCOUNT", TargetId: production };
    assert.equal((await at.provision(at.delegated, arn, one))["Status"], "SUCCEEDED");
    assert.deepEqual([await attached(), await attached(security), await behind()], [[audit], [], [security]]);
    assert.equal((await at.provision(at.delegated, arn))["Status"], "SUCCEEDED");
    assert.deepEqual([await attached(security), await behind()], [[audit], []]);
    const there = await at.delegated("ListPermissionSetsProvisionedToAccount", { AccountId: security });
    assert.deepEqual(there["PermissionSets"], [arn]);
    const half = at.delegated("ProvisionPermissionSet", { PermissionSetArn: arn, TargetType: "AWS_ACCOUNT" });
    await refused(half, "ValidationException");
  });

  it("make roles that nobody but Identity Center can change", async () => {
    await at.assign(at.delegated, arn);
    const [role] = await at.roles();
    const iam = at.client("iam", production);
    const RoleName = role?.RoleName;
    await refused(iam("AttachRolePolicy", { RoleName, PolicyArn: audit }), "UnmodifiableEntity", /protected role/);
    await refused(iam("DeleteRole", { RoleName }), "UnmodifiableEntity");
  });
});
