import { textOf } from "../property-values.ts";
import type { Properties } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { arn, lengthBetween, matching } from "../rules.ts";
import { call, doing, list, regionOf, unlessGone } from "../session.ts";
import { tagList, tagProperties, updateTags } from "../tags.ts";
import { permissionSetId, permissionSetKey } from "./key.ts";
import type { PermissionSetKey } from "./key.ts";
import { provision } from "./provisioning.ts";
import { present, timestamp } from "../state.ts";

export const permissionSet: ResourceType = {
  token: "aws:ssoadmin/permissionSet:PermissionSet",
  namedAutomatically: true,
  defaults: { sessionDuration: "PT1H" },
  replaceOnChange: ["name", "instanceArn", "region"],
  rules: {
    name: [lengthBetween(1, 32), matching(/[\w+=,.@-]+/, "must match [\\w+=,.@-]")],
    instanceArn: [arn],
    description: [lengthBetween(1, 700)],
    relayState: [lengthBetween(1, 240)],
    sessionDuration: [lengthBetween(1, 100)],
  },

  async create(session, inputs) {
    const InstanceArn = textOf(inputs["instanceArn"]);
    const input = { InstanceArn, Name: inputs["name"], ...settings(inputs), Tags: tagList(inputs) };
    const made = call(session, "sso-admin", "CreatePermissionSet", input, regionOf(session, inputs));
    const answer = await doing(`creating SSO Permission Set (${textOf(inputs["name"])})`, made);
    const { PermissionSetArn } = answer["PermissionSet"] as PermissionSetKey;
    return { id: permissionSetId({ PermissionSetArn, InstanceArn }) };
  },

  async read(session, id, known) {
    const region = regionOf(session, known);
    const key = permissionSetKey(id);
    const found = unlessGone(call(session, "sso-admin", "DescribePermissionSet", { ...key }, region));
    const answer = await doing(`reading SSO Permission Set (${id})`, found);
    if (answer === undefined) return undefined;
    const set = answer["PermissionSet"] as Record<string, unknown>;
    const resource = { InstanceArn: key.InstanceArn, ResourceArn: key.PermissionSetArn };
    const tags = list(session, "sso-admin", "ListTagsForResource", resource, "Tags", region);
    return {
      ...present({
        arn: set["PermissionSetArn"],
        createdDate: timestamp(set["CreatedDate"]),
        name: set["Name"],
        description: set["Description"],
        relayState: set["RelayState"],
        sessionDuration: set["SessionDuration"],
      }),
      instanceArn: key.InstanceArn,
      region,
      ...tagProperties(session, await doing(`listing tags for SSO Permission Set (${id})`, tags), known),
    };
  },

  async update(session, id, { olds, news, changes }) {
    const region = regionOf(session, news);
    const key = permissionSetKey(id);
    if (changes("description", "relayState", "sessionDuration")) {
      // AWS clears a relay state that is not sent.
      const updated = call(session, "sso-admin", "UpdatePermissionSet", { ...key, ...settings(news) }, region);
      await doing(`updating SSO Permission Set (${id})`, updated);
      await provision(session, key, region);
    }
    const resource = { InstanceArn: key.InstanceArn, ResourceArn: key.PermissionSetArn };
    const tagged = updateTags(
      olds,
      news,
      (TagKeys) => call(session, "sso-admin", "UntagResource", { ...resource, TagKeys }, region),
      (Tags) => call(session, "sso-admin", "TagResource", { ...resource, Tags }, region),
    );
    await doing("updating tags", tagged);
  },

  async delete(session, id, state) {
    const key = permissionSetKey(id);
    const deleted = call(session, "sso-admin", "DeletePermissionSet", { ...key }, regionOf(session, state));
    await doing(`deleting SSO Permission Set (${key.PermissionSetArn})`, unlessGone(deleted));
  },
};

function settings(inputs: Properties): Record<string, unknown> {
  return present({
    Description: inputs["description"],
    RelayState: inputs["relayState"],
    SessionDuration: inputs["sessionDuration"],
  });
}
