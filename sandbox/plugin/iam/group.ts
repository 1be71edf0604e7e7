import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { iamName } from "../rules.ts";
import { call, doing, unlessGone } from "../session.ts";
import { present } from "../state.ts";

export const iamGroup: ResourceType = {
  token: "aws:iam/group:Group",
  namedAutomatically: true,
  defaults: { path: "/" },
  computed: ["name"],
  // Upstream renames a group in place.
  replaceOnChange: [],
  rules: { name: iamName(128) },

  async create(session, inputs) {
    const name = textOf(inputs["name"]);
    const made = call(session, "iam", "CreateGroup", { GroupName: name, Path: inputs["path"] });
    await doing(`creating IAM Group (${name})`, made);
    return { id: name };
  },

  async read(session, id) {
    const found = unlessGone(call(session, "iam", "GetGroup", { GroupName: id }));
    const answer = await doing(`reading IAM Group (${id})`, found);
    if (answer === undefined) return undefined;
    const state = answer["Group"] as Record<string, unknown>;
    return present({ arn: state["Arn"], name: state["GroupName"], path: state["Path"], uniqueId: state["GroupId"] });
  },

  async update(session, id, { news }) {
    const input = { GroupName: id, NewGroupName: news["name"], NewPath: news["path"] };
    await doing(`updating IAM Group (${id})`, call(session, "iam", "UpdateGroup", input));
  },

  async delete(session, id) {
    await doing(`deleting IAM Group (${id})`, unlessGone(call(session, "iam", "DeleteGroup", { GroupName: id })));
  },
};
