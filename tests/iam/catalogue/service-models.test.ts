import assert from "node:assert/strict";
import { errorStatus, operation, operationInput, operations, shape } from "../../../iam/catalogue/service-models.ts";
import { serviceOperations } from "../../../iam/catalogue/service-operations.ts";

describe("service models", () => {
  it("hold every operation that the catalogue asks for, and no other", () => {
    for (const [service, names] of Object.entries(serviceOperations)) {
      assert.deepEqual(operations(service), [...names].sort());
    }
  });

  it("give AWS's limits of a name", () => {
    const roleName = shape("iam", "roleNameType");
    assert.equal(roleName.min, 1);
    assert.equal(roleName.max, 64);
    assert.match("storefront-web_1+=,.@", roleName.pattern!);
    assert.doesNotMatch("store front", roleName.pattern!);
    assert.doesNotMatch("a/b", roleName.pattern!);
    assert.equal(shape("sso-admin", "PermissionSetName").max, 32);
  });

  it("translate Java's patterns: categories, escapes, alternatives anchored as a whole", () => {
    const tag = shape("iam", "tagKeyType").pattern!;
    assert.match("Größe 2", tag);
    assert.doesNotMatch("a;b", tag);
    const source = shape("sso-admin", "AccessControlAttributeValueSource").pattern!;
    assert.match("${path:enterprise.department}", source);
    assert.match('\\"', source);
    assert.doesNotMatch("a b!", source);
    const parent = shape("organizations", "ParentId").pattern!;
    assert.match("r-ab12", parent);
    assert.match("ou-ab12-abcdefgh", parent);
    assert.doesNotMatch("r-ab12 and more", parent);
  });

  it("resolve an operation's input", () => {
    const input = operationInput("iam", "CreateRole");
    assert.deepEqual(input.required, ["RoleName", "AssumeRolePolicyDocument"]);
    assert.equal(input.members?.["RoleName"], "roleNameType");
    assert.deepEqual(operationInput("sts", "GetCallerIdentity").members, {});
  });

  it("know which errors an operation names, and their HTTP status", () => {
    assert.ok(operation("iam", "DeleteRole")?.errors.includes("DeleteConflict"));
    assert.equal(errorStatus("iam", "NoSuchEntity"), 404);
    assert.equal(errorStatus("iam", "NoSuchThing"), undefined);
  });

  it("refuse what they do not have", () => {
    assert.throws(() => operationInput("iam", "CreateRoles"), /iam:CreateRoles/);
    assert.throws(() => shape("iam", "RoleNameType"), /RoleNameType/);
    assert.throws(() => shape("ec2", "x"), /ec2/);
    assert.equal(operation("ec2", "RunInstances"), undefined);
  });
});
