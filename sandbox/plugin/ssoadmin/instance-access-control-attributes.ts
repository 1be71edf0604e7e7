import { isObject, textOf } from "../property-values.ts";
import type { Properties } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { arn } from "../rules.ts";
import { call, doing, regionOf, unlessGone } from "../session.ts";
import { keptOrder, present, textsIn } from "../state.ts";

export const instanceAccessControlAttributes: ResourceType = {
  token: "aws:ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes",
  sets: ["attributes"],
  replaceOnChange: ["instanceArn", "region"],
  rules: { instanceArn: [arn] },

  async create(session, inputs) {
    const InstanceArn = textOf(inputs["instanceArn"]);
    const operation = "CreateInstanceAccessControlAttributeConfiguration";
    const made = call(session, "sso-admin", operation, configuration(InstanceArn, inputs), regionOf(session, inputs));
    await doing(`creating SSO Instance Access Control Attributes (${InstanceArn})`, made);
    return { id: InstanceArn };
  },

  async read(session, id, known) {
    const region = regionOf(session, known);
    const operation = "DescribeInstanceAccessControlAttributeConfiguration";
    const found = unlessGone(call(session, "sso-admin", operation, { InstanceArn: id }, region));
    const answer = await doing(`reading SSO Instance Access Control Attributes (${id})`, found);
    if (answer === undefined) return undefined;
    const { AccessControlAttributes: attributes } = answer["InstanceAccessControlAttributeConfiguration"] as Configured;
    const shown = attributes.map(({ Key, Value }) => ({ key: Key, values: [{ sources: Value.Source }] }));
    return {
      instanceArn: id,
      region,
      attributes: keptOrder(known["attributes"], shown),
      ...present({ status: answer["Status"], statusReason: answer["StatusReason"] }),
    };
  },

  async update(session, id, { news }) {
    const operation = "UpdateInstanceAccessControlAttributeConfiguration";
    const updated = call(session, "sso-admin", operation, configuration(id, news), regionOf(session, news));
    await doing(`updating SSO Instance Access Control Attributes (${id})`, updated);
  },

  async delete(session, id, state) {
    const operation = "DeleteInstanceAccessControlAttributeConfiguration";
    const deleted = call(session, "sso-admin", operation, { InstanceArn: id }, regionOf(session, state));
    await doing(`deleting SSO Instance Access Control Attributes (${id})`, unlessGone(deleted));
  },
};

interface Configured {
  AccessControlAttributes: { Key: string; Value: { Source: string[] } }[];
}

function configuration(InstanceArn: string, inputs: Properties): Record<string, unknown> {
  const attributes = Array.isArray(inputs["attributes"]) ? inputs["attributes"].filter(isObject) : [];
  const AccessControlAttributes = attributes.map(({ key, values }) => {
    const [value] = Array.isArray(values) ? values.filter(isObject) : [];
    return { Key: key, Value: { Source: textsIn(value?.["sources"]) } };
  });
  return { InstanceArn, InstanceAccessControlAttributeConfiguration: { AccessControlAttributes } };
}
