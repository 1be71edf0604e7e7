import assert from "node:assert/strict";
import { management, providerOf, refusal } from "../provider-client.ts";

const group = "aws:identitystore/group:Group";
const user = "aws:identitystore/user:User";
const membership = "aws:identitystore/groupMembership:GroupMembership";

describe("Identity Center's directory", () => {
  const rig = providerOf(management);
  let identityStoreId: string;

  beforeEach(async () => {
    const { identityStoreIds } = await rig.provider.invoke("aws:ssoadmin/getInstances:getInstances");
    identityStoreId = (identityStoreIds as string[])[0]!;
  });

  const grace = () => ({
    identityStoreId,
    userName: "grace",
    displayName: "Grace Hopper",
    name: { givenName: "Grace", familyName: "Hopper" },
    emails: { value: "grace@example.com", primary: true },
  });

  it(`${group}: is made, described anew, imported and deleted`, async () => {
    const args = { identityStoreId, displayName: "Break-Glass", description: "Emergencies" };
    const made = await rig.provider.deploy(group, "group", args);
    const groupId = made.state["groupId"] as string;
    assert.equal(made.id, `${identityStoreId}/${groupId}`);
    assert.equal(made.state["arn"], `arn:aws:identitystore:::group/${groupId}`);
    assert.deepEqual(made.state["externalIds"], []);
    const changed = await rig.provider.redeploy(group, made, { ...args, description: "Emergencies only" });
    assert.equal(changed.state["description"], "Emergencies only");
    const bare = await rig.provider.redeploy(group, changed, { identityStoreId, displayName: "Break-Glass" });
    assert.deepEqual(bare.difference.paths, { description: "DELETE" });
    assert.equal(bare.state["description"], undefined);
    const imported = await rig.provider.read(group, made.id);
    assert.deepEqual((await rig.provider.diff(group, imported.state, bare.inputs)).paths, {});
    const renamed = await rig.provider.redeploy(group, bare, { identityStoreId, displayName: "Emergency" });
    assert.deepEqual(renamed.difference.paths, { displayName: "UPDATE" });
    assert.equal(renamed.state["displayName"], "Emergency");
    await rig.provider.delete(group, made.id, bare.state);
    assert.equal((await rig.provider.read(group, made.id)).id, "");
  });

  it(`${group}: refuses a name that is taken`, async () => {
    const { message } = await refusal(
      rig.provider.deploy(group, "group", { identityStoreId, displayName: "Developers" }),
    );
    assert.match(message, /^creating IdentityStore Group \(Developers\): .*ConflictException/);
  });

  it(`${user}: is made, changed, imported and deleted`, async () => {
    const made = await rig.provider.deploy(user, "grace", grace());
    assert.equal(made.id, `${identityStoreId}/${made.state["userId"] as string}`);
    assert.deepEqual(made.state["name"], { givenName: "Grace", familyName: "Hopper" });
    assert.deepEqual(made.state["emails"], { value: "grace@example.com", primary: true });
    assert.deepEqual((await rig.provider.diff(user, made.state, made.inputs)).paths, {});
    const changed = await rig.provider.redeploy(user, made, {
      ...grace(),
      displayName: "G. Hopper",
      name: { givenName: "Grace", familyName: "Murray" },
      emails: { value: "hopper@example.com", primary: true },
      nickname: "Amazing",
    });
    assert.deepEqual(changed.difference.paths, {
      displayName: "UPDATE",
      "emails.value": "UPDATE",
      nickname: "ADD",
      "name.familyName": "UPDATE",
    });
    assert.deepEqual(changed.state["name"], { givenName: "Grace", familyName: "Murray" });
    assert.deepEqual(changed.state["emails"], { value: "hopper@example.com", primary: true });
    assert.equal(changed.state["nickname"], "Amazing");
    const plain = await rig.provider.redeploy(user, changed, grace());
    assert.equal(plain.state["nickname"], undefined);
    const last = await rig.provider.redeploy(user, plain, { ...grace(), emails: { value: "g@example.com" } });
    const imported = await rig.provider.read(user, made.id);
    assert.deepEqual(imported.state["emails"], { value: "g@example.com" });
    assert.deepEqual((await rig.provider.diff(user, imported.state, last.inputs)).paths, {});
    await rig.provider.delete(user, made.id, changed.state);
    assert.equal((await rig.provider.read(user, made.id)).id, "");
  });

  it(`${user}: has to have a name`, async () => {
    const nameless = { ...grace(), name: undefined };
    const { failures } = await rig.provider.check(user, "grace", nameless);
    assert.deepEqual(failures, ["Missing required property 'name'"]);
    const half = { ...nameless, name: { givenName: "Grace" } };
    assert.deepEqual((await rig.provider.check(user, "grace", half)).failures, [
      "Missing required property 'name.familyName'",
    ]);
  });

  it(`${membership}: is made, imported and deleted, and replaced whatever changes`, async () => {
    const people = await rig.provider.deploy(user, "grace", grace());
    const made = await rig.provider.deploy(group, "group", { identityStoreId, displayName: "Break-Glass" });
    const args = { identityStoreId, groupId: made.state["groupId"], memberId: people.state["userId"] };
    const member = await rig.provider.deploy(membership, "member", args);
    assert.equal(member.id, `${identityStoreId}/${member.state["membershipId"] as string}`);
    const imported = await rig.provider.read(membership, member.id);
    assert.deepEqual((await rig.provider.diff(membership, imported.state, member.inputs)).paths, {});
    const other = { ...member.inputs, memberId: "other" };
    assert.deepEqual((await rig.provider.diff(membership, member.state, other)).replaces, ["memberId"]);
    await rig.provider.delete(membership, member.id, member.state);
    assert.equal((await rig.provider.read(membership, member.id)).id, "");
  });
});
