import assert from "node:assert/strict";
import { checkInput } from "../../../sandbox/aws/input.ts";
import { ec2, founded, production, refused, security, type Client } from "./founded.ts";

describe("input of an operation", () => {
  let client: (service: string, accountId: string) => Client;
  let iam: Client;

  before(async () => {
    ({ client } = await founded());
    iam = client("iam", production);
  });

  it("lacks nothing that is required", async () => {
    const call = iam("CreateRole", { RoleName: "a" });
    await refused(call, "ValidationError", /^1 validation error detected: Value null at 'assumeRolePolicyDocument'/);
  });

  it("has AWS's lengths, ranges and patterns, and all that is wrong is told at once", async () => {
    const RoleName = "x".repeat(65);
    const input = { RoleName, AssumeRolePolicyDocument: ec2, MaxSessionDuration: 60, Path: "no-slash" };
    const call = iam("CreateRole", input);
    await refused(call, "ValidationError", /^3 validation errors detected: .*'roleName'.*less than or equal to 64/);
    await refused(iam("CreateRole", input), "ValidationError", /'maxSessionDuration'.*greater than or equal to 3600/);
    await refused(iam("CreateRole", input), "ValidationError", /'path' failed .* pattern/);
  });

  it("is checked in lists and structures too", async () => {
    const call = iam("TagRole", { RoleName: "deploy", Tags: [{ Key: "a", Value: "b" }, { Key: "" }] });
    await refused(call, "ValidationError", /'tags\.2\.member\.key'.*'tags\.2\.member\.value'|'tags\.2\.member\.value'/);
  });

  it("has values of an enumeration only", async () => {
    const call = iam("ListPolicies", { Scope: "Mine" });
    await refused(call, "ValidationError", /enum value set: \[All, AWS, Local\]/);
  });

  it("has no member that the model does not know, and no wrong type", async () => {
    await refused(iam("GetRole", { RoleName: "deploy", Name: "deploy" }), "SerializationException", /"Name"/);
    await refused(iam("GetRole", { RoleName: 7 }), "SerializationException", /'roleName' is not a string/);
    await refused(
      iam("TagRole", { RoleName: "deploy", Tags: { a: "b" } }),
      "SerializationException",
      /'tags' is not a list/,
    );
  });

  it("may hold a document, whatever JSON it is", () => {
    for (const AttributeValue of ["text", ["list"], { a: 1 }]) {
      const Operations = [{ AttributePath: "emails", AttributeValue }];
      checkInput("identitystore", "UpdateUser", {
        IdentityStoreId: "d-1234567890",
        UserId: "9".repeat(8) + "-1111-1111-1111-111111111111",
        Operations,
      });
    }
  });

  it("is refused with the code of the service", async () => {
    const sso = client("sso-admin", production)("DescribeInstance", { InstanceArn: "x" });
    await refused(sso, "ValidationException", /instanceArn/);
    const organizations = client("organizations", production)("DescribeAccount", { AccountId: "x" });
    await refused(organizations, "InvalidInputException", /accountId/);
  });

  it("is kept as it was given, whatever the caller does with it afterwards", async () => {
    const center = client("sso-admin", security);
    const { Instances } = await center<{ Instances: { InstanceArn: string }[] }>("ListInstances");
    const InstanceArn = Instances[0]?.InstanceArn;
    const Tags = [{ Key: "a", Value: "b" }];
    const made = await center<{ PermissionSet: { PermissionSetArn: string } }>("CreatePermissionSet", {
      ...{ InstanceArn, Name: "Kept", Tags },
    });
    Tags[0]!.Value = "changed";
    const ResourceArn = made.PermissionSet.PermissionSetArn;
    const read = await center("ListTagsForResource", { InstanceArn, ResourceArn });
    assert.deepEqual(read, { Tags: [{ Key: "a", Value: "b" }] });
  });

  it("goes to a service and an operation that exist", async () => {
    await refused(client("ec2", production)("RunInstances"), "InvalidAction", /no service "ec2"/);
    await refused(iam("CreateRoles"), "InvalidAction", /no operation "CreateRoles" in iam/);
    await refused(iam("toString"), "InvalidAction");
    await refused(client("sso-admin", production)("CreateRole"), "UnknownOperationException");
  });
});
