import { isObject, textOf } from "../property-values.ts";
import type { Properties, Value } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { lengthBetween } from "../rules.ts";
import { call, doing, regionOf, unlessGone } from "../session.ts";
import { present } from "../state.ts";
import { externalIds, storeId, storeKey } from "./key.ts";

/** Properties in Pulumi that are plain text, and what AWS calls them. */
const texts = {
  displayName: "DisplayName",
  locale: "Locale",
  nickname: "NickName",
  preferredLanguage: "PreferredLanguage",
  profileUrl: "ProfileUrl",
  timezone: "Timezone",
  title: "Title",
  userType: "UserType",
};

/** Where an attribute's path is not the property's name. */
const paths: Record<string, string> = { nickname: "nickName" };

/** Properties of which the official plugin allows one, and AWS a list. */
const lists = { addresses: "Addresses", emails: "Emails", phoneNumbers: "PhoneNumbers" };

export const user: ResourceType = {
  token: "aws:identitystore/user:User",
  required: ["name"],
  replaceOnChange: ["userName", "identityStoreId", "region"],
  rules: {
    userName: [lengthBetween(1, 128)],
    displayName: [lengthBetween(1, 1024)],
  },

  async create(session, inputs) {
    const IdentityStoreId = textOf(inputs["identityStoreId"]);
    const userName = textOf(inputs["userName"]);
    const input = {
      IdentityStoreId,
      UserName: userName,
      Name: capitalised(inputs["name"]),
      ...Object.fromEntries(Object.entries(texts).map(([name, field]) => [field, inputs[name]])),
      ...Object.fromEntries(Object.entries(lists).map(([name, field]) => [field, listed(inputs[name])])),
    };
    const made = call(session, "identitystore", "CreateUser", input, regionOf(session, inputs));
    const answer = await doing(`creating IdentityStore User (${userName})`, made);
    return { id: storeId(IdentityStoreId, textOf(answer["UserId"])) };
  },

  async read(session, id, known) {
    const region = regionOf(session, known);
    const found = unlessGone(call(session, "identitystore", "DescribeUser", key(id), region));
    const answer = await doing(`reading IdentityStore User (${id})`, found);
    if (answer === undefined) return undefined;
    const one = (field: string): Value | undefined => uncapitalised((answer[field] as Value[] | undefined)?.[0]);
    return {
      ...present({
        identityStoreId: answer["IdentityStoreId"],
        userId: answer["UserId"],
        userName: answer["UserName"],
        userStatus: answer["UserStatus"],
        name: uncapitalised(answer["Name"] as Value | undefined),
        ...Object.fromEntries(Object.entries(texts).map(([name, field]) => [name, answer[field]])),
        ...Object.fromEntries(Object.entries(lists).map(([name, field]) => [name, one(field)])),
      }),
      externalIds: externalIds(answer["ExternalIds"]),
      region,
    };
  },

  async update(session, id, { olds, news, changes }) {
    const whole = [...Object.keys(texts), ...Object.keys(lists)].filter((name) => changes(name));
    // An attribute without a value is taken away.
    const valueOf = (name: string): Value | undefined =>
      name in lists && news[name] !== undefined ? [news[name]] : news[name];
    const Operations = [
      ...whole.map((name) => ({ AttributePath: paths[name] ?? name, AttributeValue: valueOf(name) })),
      ...changedParts(olds["name"], news["name"]).map(([part, value]) => ({
        AttributePath: `name.${part}`,
        AttributeValue: value,
      })),
    ];
    const updated = call(session, "identitystore", "UpdateUser", { ...key(id), Operations }, regionOf(session, news));
    await doing(`updating IdentityStore User (${id})`, updated);
  },

  async delete(session, id, state) {
    const deleted = call(session, "identitystore", "DeleteUser", key(id), regionOf(session, state));
    await doing(`deleting IdentityStore User (${id})`, unlessGone(deleted));
  },
};

function key(id: string): Record<string, unknown> {
  const [IdentityStoreId, UserId] = storeKey(id, "identity-store-id/user-id");
  return { IdentityStoreId, UserId };
}

function changedParts(old: Value | undefined, next: Value | undefined): [string, Value | undefined][] {
  const [before, after]: Properties[] = [isObject(old) ? old : {}, isObject(next) ? next : {}];
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].filter((name) => before?.[name] !== after?.[name]).map((name) => [name, after?.[name]]);
}

function listed(value: Value | undefined): Value[] | undefined {
  const capital = capitalised(value);
  return capital === undefined ? undefined : [capital];
}

// AWS's names are Pulumi's with a capital.
function capitalised(value: Value | undefined): Value | undefined {
  return renamed(value, (name) => name.charAt(0).toUpperCase() + name.slice(1));
}

function uncapitalised(value: Value | undefined): Value | undefined {
  return renamed(value, (name) => name.charAt(0).toLowerCase() + name.slice(1));
}

function renamed(value: Value | undefined, rename: (name: string) => string): Value | undefined {
  if (!isObject(value)) return undefined;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [rename(name), part]));
}
