import { textOf } from "../property-values.ts";
import type { ResourceType, Rule } from "../resource-type.ts";
import { call, doing, regionOf, unlessGone } from "../session.ts";

const aliasName: Rule = (value) =>
  /^alias\/(?!aws\/)[a-zA-Z0-9/_-]+$/.test(textOf(value))
    ? undefined
    : `"name" must begin with 'alias/' and be comprised of only [a-zA-Z0-9/_-]`;

const keyId = (value: unknown): string => textOf(value).replace(/^arn:.*:key\//, "");

export const alias: ResourceType = {
  token: "aws:kms/alias:Alias",
  required: ["name"],
  unsupported: { namePrefix: "it makes up no names of aliases" },
  same: { targetKeyId: (state, input) => keyId(state) === keyId(input) },
  replaceOnChange: ["name", "namePrefix", "region"],
  rules: { name: [aliasName] },

  async create(session, inputs) {
    const name = textOf(inputs["name"]);
    const input = { AliasName: name, TargetKeyId: inputs["targetKeyId"] };
    await doing(`creating KMS Alias (${name})`, call(session, "kms", "CreateAlias", input, regionOf(session, inputs)));
    return { id: name };
  },

  async read(session, id, known) {
    const region = regionOf(session, known);
    const answer = await doing(`reading KMS Alias (${id})`, call(session, "kms", "ListAliases", {}, region));
    const found = (answer["Aliases"] as Record<string, string>[]).find(({ AliasName }) => AliasName === id);
    if (found === undefined) return undefined;
    const { AliasArn = "", TargetKeyId = "" } = found;
    const targetKeyArn = AliasArn.replace(/:alias\/.*$/, `:key/${TargetKeyId}`);
    return { name: id, arn: AliasArn, targetKeyId: TargetKeyId, targetKeyArn, namePrefix: "", region };
  },

  async update(session, id, { news }) {
    const input = { AliasName: id, TargetKeyId: news["targetKeyId"] };
    await doing(`updating KMS Alias (${id})`, call(session, "kms", "UpdateAlias", input, regionOf(session, news)));
  },

  async delete(session, id, state) {
    const deleted = call(session, "kms", "DeleteAlias", { AliasName: id }, regionOf(session, state));
    await doing(`deleting KMS Alias (${id})`, unlessGone(deleted));
  },
};
