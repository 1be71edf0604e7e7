import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { lengthBetween } from "../rules.ts";
import { call, doing, regionOf, unlessGone } from "../session.ts";
import { present } from "../state.ts";
import { externalIds, storeId, storeKey } from "./key.ts";

export const group: ResourceType = {
  token: "aws:identitystore/group:Group",
  replaceOnChange: ["identityStoreId", "region"],
  rules: { displayName: [lengthBetween(1, 1024)], description: [lengthBetween(1, 1024)] },

  async create(session, inputs) {
    const IdentityStoreId = textOf(inputs["identityStoreId"]);
    const input = {
      IdentityStoreId,
      DisplayName: inputs["displayName"],
      Description: inputs["description"],
    };
    const made = call(session, "identitystore", "CreateGroup", input, regionOf(session, inputs));
    const answer = await doing(`creating IdentityStore Group (${textOf(inputs["displayName"])})`, made);
    return { id: storeId(IdentityStoreId, textOf(answer["GroupId"])) };
  },

  async read(session, id, known) {
    const region = regionOf(session, known);
    const found = unlessGone(call(session, "identitystore", "DescribeGroup", key(id), region));
    const answer = await doing(`reading IdentityStore Group (${id})`, found);
    if (answer === undefined) return undefined;
    return {
      ...present({
        arn: `arn:${session.partition}:identitystore:::group/${textOf(answer["GroupId"])}`,
        groupId: answer["GroupId"],
        identityStoreId: answer["IdentityStoreId"],
        displayName: answer["DisplayName"],
        description: answer["Description"],
      }),
      externalIds: externalIds(answer["ExternalIds"]),
      region,
    };
  },

  async update(session, id, { news, changes }) {
    const changed = ["description", "displayName"].filter((name) => changes(name));
    const Operations = changed.map((name) => ({ AttributePath: name, AttributeValue: textOf(news[name]) }));
    const input = { ...key(id), Operations };
    const updated = call(session, "identitystore", "UpdateGroup", input, regionOf(session, news));
    await doing(`updating IdentityStore Group (${id})`, updated);
  },

  async delete(session, id, state) {
    const deleted = call(session, "identitystore", "DeleteGroup", key(id), regionOf(session, state));
    await doing(`deleting IdentityStore Group (${id})`, unlessGone(deleted));
  },
};

function key(id: string): Record<string, unknown> {
  const [IdentityStoreId, GroupId] = storeKey(id, "identity-store-id/group-id");
  return { IdentityStoreId, GroupId };
}
