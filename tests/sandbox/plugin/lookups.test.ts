import assert from "node:assert/strict";
import { management, providerOf, refusal } from "./provider-client.ts";

describe("lookups", () => {
  const rig = providerOf(management);

  it("say who calls and in which partition", async () => {
    const caller = await rig.provider.invoke("aws:index/getCallerIdentity:getCallerIdentity");
    assert.deepEqual([caller["accountId"], caller["id"]], [management, management]);
    assert.equal(caller["arn"], `arn:aws:sts::${management}:assumed-role/Deploy/rehearsal`);
    assert.deepEqual(await rig.provider.invoke("aws:index/getPartition:getPartition"), {
      partition: "aws",
      dnsSuffix: "amazonaws.com",
      id: "aws",
      reverseDnsPrefix: "com.amazonaws",
    });
  });

  it("find Identity Center and every group of its directory", async () => {
    const instances = await rig.provider.invoke("aws:ssoadmin/getInstances:getInstances");
    assert.equal((instances["arns"] as string[]).length, 1);
    const [identityStoreId] = instances["identityStoreIds"] as string[];
    const found = await rig.provider.invoke("aws:identitystore/getGroups:getGroups", { identityStoreId });
    const names = (found["groups"] as { displayName: string }[]).map(({ displayName }) => displayName);
    assert.deepEqual(names.sort(), ["Developers", "Security-Audit"]);
  });

  it("list permission sets, and people with their groups", async () => {
    const instances = await rig.provider.invoke("aws:ssoadmin/getInstances:getInstances");
    const [instanceArn] = instances["arns"] as string[];
    const [identityStoreId] = instances["identityStoreIds"] as string[];
    const behind = (service: string, operation: string, input: Record<string, unknown>) =>
      rig.organization.behind(management, service, operation, input);
    const set = await behind("sso-admin", "CreatePermissionSet", { InstanceArn: instanceArn, Name: "ReadOnly" });
    const store = { IdentityStoreId: identityStoreId };
    const name = { GivenName: "Mary", FamilyName: "Somerville" };
    const user = { ...store, UserName: "mary", DisplayName: "Mary Somerville", Name: name };
    const { UserId } = await behind("identitystore", "CreateUser", user);
    const { GroupId } = await behind("identitystore", "CreateGroup", { ...store, DisplayName: "Auditors" });
    const membership = { ...store, GroupId, MemberId: { UserId } };
    const { MembershipId } = await behind("identitystore", "CreateGroupMembership", membership);

    const sets = await rig.provider.invoke("aws:ssoadmin/getPermissionSets:getPermissionSets", { instanceArn });
    assert.deepEqual(sets["arns"], [(set["PermissionSet"] as { PermissionSetArn: string }).PermissionSetArn]);
    const { users } = await rig.provider.invoke("aws:identitystore/getUsers:getUsers", { identityStoreId });
    const mary = (users as { userId: string; userName: string }[]).filter(({ userName }) => userName === "mary");
    assert.deepEqual(
      mary.map(({ userId }) => userId),
      [UserId],
    );
    const token = "aws:identitystore/getGroupMemberships:getGroupMemberships";
    const { groupMemberships } = await rig.provider.invoke(token, { identityStoreId, groupId: GroupId });
    assert.deepEqual(groupMemberships, [
      { groupId: GroupId, identityStoreId, memberId: { userId: UserId }, membershipId: MembershipId },
    ]);
  });

  it("read a list to its last page", async () => {
    const instances = await rig.provider.invoke("aws:ssoadmin/getInstances:getInstances");
    const [identityStoreId] = instances["identityStoreIds"] as string[];
    for (let index = 0; index < 110; index++) {
      const input = { IdentityStoreId: identityStoreId, DisplayName: `Team ${index}` };
      await rig.organization.behind(management, "identitystore", "CreateGroup", input);
    }
    const { groups } = await rig.provider.invoke("aws:identitystore/getGroups:getGroups", { identityStoreId });
    assert.equal((groups as unknown[]).length, 112);
  });

  it("refuse a lookup, an argument and a resource type that the sandbox does not serve", async () => {
    const lookup = await refusal(rig.provider.invoke("aws:ec2/getAmi:getAmi"));
    assert.match(lookup.message, /^unrecognized data function \(invoke\): aws:ec2\/getAmi:getAmi/);
    const argument = await refusal(rig.provider.invoke("aws:ssoadmin/getInstances:getInstances", { name: "x" }));
    assert.match(argument.message, /Invalid or unknown key\. Examine values at '.*\.name'\./);
    const missing = await refusal(rig.provider.invoke("aws:identitystore/getGroups:getGroups"));
    assert.match(missing.message, /Missing required property 'identityStoreId'/);
    const type = await refusal(rig.provider.check("aws:ec2/vpc:Vpc", "b", {}));
    assert.match(type.message, /^unrecognized resource type: aws:ec2\/vpc:Vpc/);
  });
});
