import assert from "node:assert/strict";
import { lookedUpIds, lookupFor } from "../../../cli/recover/looked-up-id.ts";

const store = { identityStoreId: "d-1", region: "eu-central-1" };

describe("An id that only AWS knows", () => {
  it("of a permission set can be that of every set of the instance", () => {
    const type = "aws:ssoadmin/permissionSet:PermissionSet";
    const inputs = { instanceArn: "INSTANCE", name: "ReadOnly" };
    const token = "aws:ssoadmin/getPermissionSets:getPermissionSets";
    assert.deepEqual(lookupFor(type, inputs), { token, args: { instanceArn: "INSTANCE" } });
    assert.deepEqual(lookedUpIds(type, inputs, { arns: ["SET", "OTHER"] }), ["SET,INSTANCE", "OTHER,INSTANCE"]);
  });

  it("of a group is told by its display name", () => {
    const type = "aws:identitystore/group:Group";
    const inputs = { ...store, displayName: "auditors" };
    assert.deepEqual(lookupFor(type, inputs), { token: "aws:identitystore/getGroups:getGroups", args: store });
    const groups = [
      { displayName: "auditors", groupId: "g-1" },
      { displayName: "Auditors", groupId: "g-2" },
    ];
    assert.deepEqual(lookedUpIds(type, inputs, { groups }), ["d-1/g-1"]);
  });

  it("of a user is told by the user name", () => {
    const type = "aws:identitystore/user:User";
    const inputs = { ...store, userName: "ada" };
    assert.deepEqual(lookupFor(type, inputs), { token: "aws:identitystore/getUsers:getUsers", args: store });
    const users = [
      { userName: "ada", userId: "u-1" },
      { userName: "grace", userId: "u-2" },
    ];
    assert.deepEqual(lookedUpIds(type, inputs, { users }), ["d-1/u-1"]);
  });

  it("of a membership is told by its group and member, once both are known", () => {
    const type = "aws:identitystore/groupMembership:GroupMembership";
    const inputs = { ...store, groupId: "g-1", memberId: "u-1" };
    const token = "aws:identitystore/getGroupMemberships:getGroupMemberships";
    assert.deepEqual(lookupFor(type, inputs), { token, args: { ...store, groupId: "g-1" } });
    const groupMemberships = [
      { membershipId: "m-1", memberId: { userId: "u-1" } },
      { membershipId: "m-2", memberId: { userId: "u-2" } },
    ];
    assert.deepEqual(lookedUpIds(type, inputs, { groupMemberships }), ["d-1/m-1"]);
    assert.equal(lookupFor(type, { ...store, memberId: "u-1" }), undefined);
    assert.deepEqual(lookedUpIds(type, { ...store, groupId: "g-1" }, { groupMemberships }), []);
  });

  it("of a guardrail can be that of every policy of its type, but for AWS's own", () => {
    const type = "aws:organizations/policy:Policy";
    const inputs = { name: "protect-audit", type: "SERVICE_CONTROL_POLICY" };
    const token = "aws:organizations/getPolicies:getPolicies";
    assert.deepEqual(lookupFor(type, inputs), { token, args: { filter: "SERVICE_CONTROL_POLICY" } });
    assert.deepEqual(lookedUpIds(type, inputs, { ids: ["p-FullAWSAccess", "p-RCPFullAWSAccess", "p-12345678"] }), [
      "p-12345678",
    ]);
  });

  it("is not looked up where it is computed", () => {
    assert.equal(lookupFor("aws:iam/role:Role", { name: "deploy" }), undefined);
  });
});
