import { textOf } from "../property-values.ts";
import type { ResourceType, Rule } from "../resource-type.ts";
import { call, doing, unlessGone } from "../session.ts";
import { tagList, tagProperties, updateTags } from "../tags.ts";
import { keptOrder, textsIn } from "../state.ts";

/** AWS answers with the address without its scheme. */
const withoutScheme = (url: unknown): string => textOf(url).replace(/^https:\/\//, "");

const openIdUrl: Rule = (value) => {
  if (!URL.canParse(textOf(value))) return `"url" cannot be parsed as a URL`;
  const url = new URL(textOf(value));
  if (url.protocol !== "https:") return `"url" has to use HTTPS scheme (i.e. begin with https://)`;
  return url.search === "" ? undefined : `"url" cannot contain query parameters per the OIDC standard`;
};

const clientIds: Rule = (value) => {
  const wrong = textsIn(value).find((id) => id.length < 1 || id.length > 255);
  return wrong === undefined
    ? undefined
    : `expected length of client_id_list to be in the range (1 - 255), got ${wrong}`;
};

const thumbprints: Rule = (value) => {
  const wrong = textsIn(value).find((thumbprint) => thumbprint.length !== 40);
  return wrong === undefined
    ? undefined
    : `expected length of thumbprint_list to be in the range (40 - 40), got ${wrong}`;
};

export const openIdConnectProvider: ResourceType = {
  token: "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
  computed: ["thumbprintLists"],
  sets: ["clientIdLists"],
  same: { url: (state, input) => withoutScheme(state) === withoutScheme(input) },
  replaceOnChange: ["url"],
  rules: { url: [openIdUrl], clientIdLists: [clientIds], thumbprintLists: [thumbprints] },

  async create(session, inputs) {
    const thumbprintList = textsIn(inputs["thumbprintLists"]);
    const input = {
      Url: inputs["url"],
      ClientIDList: inputs["clientIdLists"],
      ThumbprintList: thumbprintList.length > 0 ? thumbprintList : undefined,
      Tags: tagList(inputs),
    };
    const made = call(session, "iam", "CreateOpenIDConnectProvider", input);
    const answer = await doing("creating IAM OIDC Provider", made);
    return { id: textOf(answer["OpenIDConnectProviderArn"]) };
  },

  async read(session, id, known) {
    const found = unlessGone(call(session, "iam", "GetOpenIDConnectProvider", { OpenIDConnectProviderArn: id }));
    const answer = await doing(`reading IAM OIDC Provider (${id})`, found);
    if (answer === undefined) return undefined;
    return {
      arn: id,
      url: withoutScheme(answer["Url"]),
      clientIdLists: keptOrder(known["clientIdLists"], (answer["ClientIDList"] ?? []) as string[]),
      thumbprintLists: (answer["ThumbprintList"] ?? []) as string[],
      ...tagProperties(session, answer["Tags"], known),
    };
  },

  async update(session, id, { olds, news, changes }) {
    const provider = { OpenIDConnectProviderArn: id };
    const ThumbprintList = textsIn(news["thumbprintLists"]);
    if (changes("thumbprintLists") && ThumbprintList.length > 0) {
      const input = { ...provider, ThumbprintList };
      const updated = call(session, "iam", "UpdateOpenIDConnectProviderThumbprint", input);
      await doing(`updating IAM OIDC Provider (${id}) thumbprint`, updated);
    }
    const [before, after] = [textsIn(olds["clientIdLists"]), textsIn(news["clientIdLists"])];
    for (const ClientID of after.filter((clientId) => !before.includes(clientId))) {
      const added = call(session, "iam", "AddClientIDToOpenIDConnectProvider", { ...provider, ClientID });
      await doing(`adding IAM OIDC Provider (${id}) client ID (${ClientID})`, added);
    }
    for (const ClientID of before.filter((clientId) => !after.includes(clientId))) {
      const removed = call(session, "iam", "RemoveClientIDFromOpenIDConnectProvider", { ...provider, ClientID });
      await doing(`removing IAM OIDC Provider (${id}) client ID (${ClientID})`, removed);
    }
    const tagged = updateTags(
      olds,
      news,
      (TagKeys) => call(session, "iam", "UntagOpenIDConnectProvider", { ...provider, TagKeys }),
      (Tags) => call(session, "iam", "TagOpenIDConnectProvider", { ...provider, Tags }),
    );
    await doing(`updating tags for IAM OIDC Provider (${id})`, tagged);
  },

  async delete(session, id) {
    const deleted = unlessGone(call(session, "iam", "DeleteOpenIDConnectProvider", { OpenIDConnectProviderArn: id }));
    await doing(`deleting IAM OIDC Provider (${id})`, deleted);
  },
};
