import assert from "node:assert/strict";
import { management, permission, production, refused, security } from "../founded.ts";
import { identityCenter } from "./identity-center.ts";

const audit = "arn:aws:iam::aws:policy/SecurityAudit";

describe("sso-admin permission sets", () => {
  let at: Awaited<ReturnType<typeof identityCenter>>;

  beforeEach(async () => {
    at = await identityCenter();
  });

  it("are found through the instance, in its home region, by those who administer it", async () => {
    const { Instances } = await at.client(
      "sso-admin",
      management,
    )<{ Instances: Record<string, unknown>[] }>("ListInstances");
    assert.equal(Instances[0]?.["OwnerAccountId"], management);
    const described = await at.manager("DescribeInstance");
    assert.equal(described["IdentityStoreId"], at.IdentityStoreId);
    const none = { Instances: [] };
    assert.deepEqual(await at.client("sso-admin", management, "us-east-1")("ListInstances"), none);
    assert.deepEqual(await at.client("sso-admin", production)("ListInstances"), none);
    await refused(at.center(management, "us-east-1")("ListPermissionSets"), "ResourceNotFoundException");
    await refused(at.center(production)("ListPermissionSets"), "AccessDeniedException");
    const other = "arn:aws:sso:::instance/ssoins-0000000000000000";
    await refused(at.manager("ListPermissionSets", { InstanceArn: other }), "ResourceNotFoundException");
  });

  it("are made, described, changed, listed and deleted", async () => {
    const settings = { Description: "x", SessionDuration: "PT8H", RelayState: "https://console.aws.amazon.com/" };
    const PermissionSetArn = await at.permissionSet(at.delegated, "Developer", settings);
    assert.match(PermissionSetArn, /^arn:aws:sso:::permissionSet\/ssoins-[0-9a-f]{16}\/ps-[0-9a-f]{16}$/);
    const describe = async () => {
      const read = await at.manager<{ PermissionSet: Record<string, unknown> }>("DescribePermissionSet", {
        PermissionSetArn,
      });
      const { CreatedDate, ...rest } = read.PermissionSet;
      assert.ok(CreatedDate instanceof Date);
      return rest;
    };
    assert.deepEqual(await describe(), { Name: "Developer", PermissionSetArn, ...settings });
    await at.delegated("UpdatePermissionSet", { PermissionSetArn, SessionDuration: "PT1H30M" });
    assert.deepEqual(await describe(), {
      Name: "Developer",
      PermissionSetArn,
      ...settings,
      SessionDuration: "PT1H30M",
    });
    assert.deepEqual(await at.manager("ListPermissionSets"), { PermissionSets: [PermissionSetArn] });
    await at.delegated("DeletePermissionSet", { PermissionSetArn });
    await refused(at.delegated("DescribePermissionSet", { PermissionSetArn }), "ResourceNotFoundException");
  });

  it("have unique names within AWS's limits, and sessions of one to twelve hours", async () => {
    await at.permissionSet(at.manager, "One");
    await refused(at.permissionSet(at.delegated, "One"), "ConflictException", /name One already exists/);
    await refused(at.permissionSet(at.delegated, "x".repeat(33)), "ValidationException", /less than or equal to 32/);
    await refused(at.permissionSet(at.delegated, "two words"), "ValidationException");
    for (const SessionDuration of ["PT30M", "PT13H"]) {
      await refused(at.permissionSet(at.delegated, "Long", { SessionDuration }), "ValidationException", /12 hours/);
    }
  });

  it("hold policies and a boundary", async () => {
    const PermissionSetArn = await at.permissionSet(at.delegated, "Policies");
    const call = (operation: string, input: object = {}) => at.delegated(operation, { PermissionSetArn, ...input });
    const reference = { Name: "read-logs" };
    await call("AttachManagedPolicyToPermissionSet", { ManagedPolicyArn: audit });
    await call("AttachCustomerManagedPolicyReferenceToPermissionSet", { CustomerManagedPolicyReference: reference });
    await call("PutInlinePolicyToPermissionSet", { InlinePolicy: permission() });
    await call("PutPermissionsBoundaryToPermissionSet", {
      PermissionsBoundary: { CustomerManagedPolicyReference: reference },
    });
    const managed = await call("ListManagedPoliciesInPermissionSet");
    assert.deepEqual(managed, { AttachedManagedPolicies: [{ Name: "SecurityAudit", Arn: audit }] });
    const complete = { Name: "read-logs", Path: "/" };
    const customer = await call("ListCustomerManagedPolicyReferencesInPermissionSet");
    assert.deepEqual(customer, { CustomerManagedPolicyReferences: [complete] });
    assert.deepEqual(await call("GetInlinePolicyForPermissionSet"), { InlinePolicy: permission() });
    const boundary = await call("GetPermissionsBoundaryForPermissionSet");
    assert.deepEqual(boundary, { PermissionsBoundary: { CustomerManagedPolicyReference: complete } });

    await refused(call("AttachManagedPolicyToPermissionSet", { ManagedPolicyArn: audit }), "ConflictException");
    const again = call("AttachCustomerManagedPolicyReferenceToPermissionSet", {
      CustomerManagedPolicyReference: complete,
    });
    await refused(again, "ConflictException");
    await call("DetachManagedPolicyFromPermissionSet", { ManagedPolicyArn: audit });
    await refused(
      call("DetachManagedPolicyFromPermissionSet", { ManagedPolicyArn: audit }),
      "ResourceNotFoundException",
    );
    const detach = { CustomerManagedPolicyReference: reference };
    await call("DetachCustomerManagedPolicyReferenceFromPermissionSet", detach);
    await refused(call("DetachCustomerManagedPolicyReferenceFromPermissionSet", detach), "ResourceNotFoundException");
    await call("DeleteInlinePolicyFromPermissionSet");
    await refused(call("DeleteInlinePolicyFromPermissionSet"), "ResourceNotFoundException");
    assert.deepEqual(await call("GetInlinePolicyForPermissionSet"), { InlinePolicy: "" });
    await call("DeletePermissionsBoundaryFromPermissionSet");
    await refused(call("GetPermissionsBoundaryForPermissionSet"), "ResourceNotFoundException");
    await refused(call("DeletePermissionsBoundaryFromPermissionSet"), "ResourceNotFoundException");
  });

  it("refuse policies that AWS does not have, too many and too long ones", async () => {
    const PermissionSetArn = await at.permissionSet(at.delegated, "Limits");
    const call = (operation: string, input: object) => at.delegated(operation, { PermissionSetArn, ...input });
    const missing = "arn:aws:iam::aws:policy/SecurityAudits";
    await refused(
      call("AttachManagedPolicyToPermissionSet", { ManagedPolicyArn: missing }),
      "ResourceNotFoundException",
    );
    const boundary = call("PutPermissionsBoundaryToPermissionSet", {
      PermissionsBoundary: { ManagedPolicyArn: missing },
    });
    await refused(boundary, "ResourceNotFoundException");
    const both = { ManagedPolicyArn: audit, CustomerManagedPolicyReference: { Name: "x" } };
    await refused(call("PutPermissionsBoundaryToPermissionSet", { PermissionsBoundary: both }), "ValidationException");
    await refused(call("PutPermissionsBoundaryToPermissionSet", { PermissionsBoundary: {} }), "ValidationException");
    for (let number = 0; number < 20; number++) {
      await call("AttachCustomerManagedPolicyReferenceToPermissionSet", {
        CustomerManagedPolicyReference: { Name: `p${number}` },
      });
    }
    const over = call("AttachManagedPolicyToPermissionSet", { ManagedPolicyArn: audit });
    await refused(over, "ServiceQuotaExceededException", /at most 20/);
    const long = permission({ Resource: `arn:aws:s3:::${"x".repeat(10_240)}` });
    await refused(call("PutInlinePolicyToPermissionSet", { InlinePolicy: long }), "ServiceQuotaExceededException");
  });

  it("are tagged", async () => {
    const ResourceArn = await at.permissionSet(at.delegated, "Tagged", { Tags: [{ Key: "a", Value: "1" }] });
    await at.delegated("TagResource", {
      ResourceArn,
      Tags: [
        { Key: "a", Value: "2" },
        { Key: "b", Value: "" },
      ],
    });
    await at.delegated("UntagResource", { ResourceArn, TagKeys: ["b", "c"] });
    assert.deepEqual(await at.delegated("ListTagsForResource", { ResourceArn }), { Tags: [{ Key: "a", Value: "2" }] });
    const reserved = at.delegated("TagResource", { ResourceArn, Tags: [{ Key: "aws:x", Value: "" }] });
    await refused(reserved, "ValidationException");
  });

  it("that are provisioned in the management account belong to it alone", async () => {
    const PermissionSetArn = await at.permissionSet(at.manager, "Billing");
    await refused(
      at.assign(at.delegated, PermissionSetArn, management),
      "AccessDeniedException",
      /delegated administrator/,
    );
    assert.equal((await at.assign(at.manager, PermissionSetArn, management))["Status"], "SUCCEEDED");
    const forbidden: [operation: string, input: object][] = [
      ["UpdatePermissionSet", { Description: "x" }],
      ["PutInlinePolicyToPermissionSet", { InlinePolicy: permission() }],
      ["AttachManagedPolicyToPermissionSet", { ManagedPolicyArn: audit }],
      ["ProvisionPermissionSet", { TargetType: "ALL_PROVISIONED_ACCOUNTS" }],
      ["DeletePermissionSet", {}],
      ["DeleteAccountAssignment", at.assignment(PermissionSetArn, management)],
    ];
    for (const [operation, input] of forbidden) {
      await refused(at.delegated(operation, { PermissionSetArn, ...input }), "AccessDeniedException");
    }
    await at.manager("UpdatePermissionSet", { PermissionSetArn, Description: "x" });
    await at.unassign(at.manager, PermissionSetArn, management);
    await at.delegated("DeletePermissionSet", { PermissionSetArn });
  });

  it("leave room for attributes for access control", async () => {
    const configuration = (Source: string) => {
      const AccessControlAttributes = [{ Key: "department", Value: { Source: [Source] } }];
      return { InstanceAccessControlAttributeConfiguration: { AccessControlAttributes } };
    };
    const call = (verb: string, input: object = {}) =>
      at.center(security)(`${verb}InstanceAccessControlAttributeConfiguration`, { ...input });
    for (const verb of ["Describe", "Delete"]) await refused(call(verb), "ResourceNotFoundException");
    await refused(call("Update", configuration("x")), "ResourceNotFoundException");
    await call("Create", configuration("${path:enterprise.department}"));
    await refused(call("Create", configuration("x")), "ConflictException");
    await call("Update", configuration("${path:title}"));
    assert.deepEqual(await call("Describe"), { Status: "ENABLED", ...configuration("${path:title}") });
    await call("Delete");
    await refused(call("Describe"), "ResourceNotFoundException");
  });
});
