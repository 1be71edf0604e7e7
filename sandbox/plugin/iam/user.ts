import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { iamName } from "../rules.ts";
import { call, doing, unlessGone } from "../session.ts";
import { tagList, tagProperties, updateTags } from "../tags.ts";
import { present } from "../state.ts";
import { dropCredentials, leaveGroups } from "./user-credentials.ts";

export const user: ResourceType = {
  token: "aws:iam/user:User",
  namedAutomatically: true,
  unsupported: { permissionsBoundary: "nothing that it serves has a user with one" },
  defaults: { path: "/", forceDestroy: false },
  computed: ["name"],
  // Upstream renames a user in place.
  replaceOnChange: [],
  rules: { name: iamName(64) },

  async create(session, inputs) {
    const name = textOf(inputs["name"]);
    const input = { UserName: name, Path: inputs["path"], Tags: tagList(inputs) };
    await doing(`creating IAM User (${name})`, call(session, "iam", "CreateUser", input));
    return { id: name };
  },

  async read(session, id, known) {
    const found = unlessGone(call(session, "iam", "GetUser", { UserName: id }));
    const answer = await doing(`reading IAM User (${id})`, found);
    if (answer === undefined) return undefined;
    const state = answer["User"] as Record<string, unknown>;
    return {
      ...present({ arn: state["Arn"], name: state["UserName"], path: state["Path"], uniqueId: state["UserId"] }),
      forceDestroy: known["forceDestroy"] === true,
      ...tagProperties(session, state["Tags"], known),
    };
  },

  async update(session, id, { olds, news, changes }) {
    if (changes("name", "path")) {
      const input = { UserName: id, NewUserName: news["name"], NewPath: news["path"] };
      await doing(`updating IAM User (${id})`, call(session, "iam", "UpdateUser", input));
    }
    const tagged = updateTags(
      olds,
      news,
      (TagKeys) => call(session, "iam", "UntagUser", { UserName: id, TagKeys }),
      (Tags) => call(session, "iam", "TagUser", { UserName: id, Tags }),
    );
    await doing(`updating tags for IAM User (${id})`, tagged);
  },

  async delete(session, id, state) {
    await doing(`removing IAM User (${id}) group memberships`, unlessGone(leaveGroups(session, id)));
    if (state["forceDestroy"] === true) {
      await doing(`removing IAM User (${id}) credentials`, unlessGone(dropCredentials(session, id)));
    }
    await doing(`deleting IAM User (${id})`, unlessGone(call(session, "iam", "DeleteUser", { UserName: id })));
  },
};
