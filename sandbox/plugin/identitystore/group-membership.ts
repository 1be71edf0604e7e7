import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { lengthBetween } from "../rules.ts";
import { call, doing, regionOf, unlessGone } from "../session.ts";
import { present } from "../state.ts";
import { storeId, storeKey } from "./key.ts";

export const groupMembership: ResourceType = {
  token: "aws:identitystore/groupMembership:GroupMembership",
  replaceOnChange: "everything",
  rules: {
    groupId: [lengthBetween(1, 47)],
    memberId: [lengthBetween(1, 47)],
    identityStoreId: [lengthBetween(1, 36)],
  },

  async create(session, inputs) {
    const IdentityStoreId = textOf(inputs["identityStoreId"]);
    const input = { IdentityStoreId, GroupId: inputs["groupId"], MemberId: { UserId: inputs["memberId"] } };
    const made = call(session, "identitystore", "CreateGroupMembership", input, regionOf(session, inputs));
    const answer = await doing("creating IdentityStore Group Membership", made);
    return { id: storeId(IdentityStoreId, textOf(answer["MembershipId"])) };
  },

  async read(session, id, known) {
    const region = regionOf(session, known);
    const found = unlessGone(call(session, "identitystore", "DescribeGroupMembership", key(id), region));
    const answer = await doing(`reading IdentityStore Group Membership (${id})`, found);
    if (answer === undefined) return undefined;
    return present({
      groupId: answer["GroupId"],
      identityStoreId: answer["IdentityStoreId"],
      memberId: (answer["MemberId"] as { UserId?: string }).UserId,
      membershipId: answer["MembershipId"],
      region,
    });
  },

  async delete(session, id, state) {
    const deleted = call(session, "identitystore", "DeleteGroupMembership", key(id), regionOf(session, state));
    await doing(`deleting IdentityStore Group Membership (${id})`, unlessGone(deleted));
  },
};

function key(id: string): Record<string, unknown> {
  const [IdentityStoreId, MembershipId] = storeKey(id, "identity-store-id/group-membership-id");
  return { IdentityStoreId, MembershipId };
}
