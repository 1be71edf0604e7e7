import assert from "node:assert/strict";
import { inventory } from "../../../../sandbox/aws/inventory.ts";
import { refused, type Client } from "../founded.ts";
import { identityStore } from "./identity-store.ts";

const jane = {
  UserName: "jane",
  DisplayName: "Jane Doe",
  Name: { GivenName: "Jane", FamilyName: "Doe" },
  Emails: [{ Value: "jane@shop.example", Type: "work", Primary: true }],
};

describe("identitystore users and memberships", () => {
  let store: Awaited<ReturnType<typeof identityStore>>;
  let people: Client;
  const make = async (changes: object = {}) =>
    (await people<{ UserId: string }>("CreateUser", { ...jane, ...changes })).UserId;
  const group = async (DisplayName: string) =>
    (await people<{ GroupId: string }>("CreateGroup", { DisplayName })).GroupId;

  beforeEach(async () => {
    store = await identityStore();
    people = store.people();
  });

  it("users are made, read, changed and deleted", async () => {
    const UserId = await make();
    const { IdentityStoreId } = store;
    const read = await people("DescribeUser", { UserId });
    assert.deepEqual(Object.fromEntries(Object.keys(jane).map((member) => [member, read[member]])), jane);
    assert.equal(read["IdentityStoreId"], IdentityStoreId);
    const Operations = [
      { AttributePath: "name.familyName", AttributeValue: "Roe" },
      { AttributePath: "emails", AttributeValue: [{ value: "roe@shop.example", primary: true }] },
      { AttributePath: "title", AttributeValue: "Engineer" },
    ];
    await people("UpdateUser", { UserId, Operations });
    const changed = await people("DescribeUser", { UserId });
    assert.deepEqual(changed["Name"], { GivenName: "Jane", FamilyName: "Roe" });
    assert.deepEqual(changed["Emails"], [{ Value: "roe@shop.example", Primary: true }]);
    assert.equal(changed["Title"], "Engineer");
    await people("UpdateUser", { UserId, Operations: [{ AttributePath: "title" }] });
    assert.equal((await people("DescribeUser", { UserId }))["Title"], undefined);
    await people("DeleteUser", { UserId });
    await refused(people("DescribeUser", { UserId }), "ResourceNotFoundException", /USER not found/);
  });

  it("users have what AWS demands, once", async () => {
    await make();
    await refused(make({ Emails: undefined }), "ConflictException", /Duplicate UserName/);
    await refused(make({ UserName: "other" }), "ConflictException", /Duplicate Email/);
    await refused(
      make({ UserName: "other", DisplayName: undefined }),
      "ValidationException",
      /displayName is required/,
    );
    await refused(make({ UserName: "other", Name: { GivenName: "x" } }), "ValidationException", /familyName/);
    const UserId = await make({ UserName: "other", Emails: undefined });
    const Operations = [{ AttributePath: "userName", AttributeValue: "jane" }];
    await refused(people("UpdateUser", { UserId, Operations }), "ConflictException");
    assert.equal((await people("DescribeUser", { UserId }))["UserName"], "other");
  });

  it("users are found by name and by email", async () => {
    const UserId = await make();
    const find = (AttributePath: string, AttributeValue: string) =>
      people<{ UserId: string }>("GetUserId", {
        AlternateIdentifier: { UniqueAttribute: { AttributePath, AttributeValue } },
      });
    assert.equal((await find("userName", "jane")).UserId, UserId);
    assert.equal((await find("emails.value", "jane@shop.example")).UserId, UserId);
    await refused(find("userName", "missing"), "ResourceNotFoundException");
    await refused(find("title", "x"), "ValidationException");
    const Filters = [{ AttributePath: "UserName", AttributeValue: "jane" }];
    const { Users } = await people<{ Users: { UserId: string }[] }>("ListUsers", { Filters });
    assert.deepEqual(
      Users.map((user) => user.UserId),
      [UserId],
    );
  });

  it("memberships are made once, listed and deleted", async () => {
    const [UserId, GroupId] = [await make(), await group("Auditors")];
    const pair = { GroupId, MemberId: { UserId } };
    const { MembershipId } = await people<{ MembershipId: string }>("CreateGroupMembership", pair);
    await refused(people("CreateGroupMembership", pair), "ConflictException");
    const read = await people("DescribeGroupMembership", { MembershipId });
    assert.deepEqual([read["GroupId"], read["MemberId"]], [GroupId, { UserId }]);
    assert.equal((await people("GetGroupMembershipId", pair))["MembershipId"], MembershipId);
    const listed = await people<{ GroupMemberships: { MembershipId: string }[] }>("ListGroupMemberships", { GroupId });
    assert.deepEqual(
      listed.GroupMemberships.map((one) => one.MembershipId),
      [MembershipId],
    );
    assert.deepEqual(
      inventory(store.directory).find(({ place }) => place === "Identity Center")?.made["group memberships"],
      ["jane in Auditors"],
    );
    await people("DeleteGroupMembership", { MembershipId });
    await refused(people("DeleteGroupMembership", { MembershipId }), "ResourceNotFoundException");
    await refused(people("GetGroupMembershipId", pair), "ResourceNotFoundException");
  });

  it("memberships join what exists, and go with it", async () => {
    const [UserId, GroupId] = [await make(), await group("Auditors")];
    const nobody = "00000000-0000-0000-0000-000000000000";
    await refused(
      people("CreateGroupMembership", { GroupId, MemberId: { UserId: nobody } }),
      "ResourceNotFoundException",
      /USER/,
    );
    await refused(
      people("CreateGroupMembership", { GroupId: nobody, MemberId: { UserId } }),
      "ResourceNotFoundException",
      /GROUP/,
    );
    const { MembershipId } = await people<{ MembershipId: string }>("CreateGroupMembership", {
      GroupId,
      MemberId: { UserId },
    });
    await people("DeleteUser", { UserId });
    await refused(people("DescribeGroupMembership", { MembershipId }), "ResourceNotFoundException", /MEMBERSHIP/);
    const MemberId = { UserId: await make() };
    await people("CreateGroupMembership", { GroupId, MemberId });
    await people("DeleteGroup", { GroupId });
    assert.equal(
      inventory(store.directory).find(({ place }) => place === "Identity Center")?.made["group memberships"],
      undefined,
    );
  });
});
