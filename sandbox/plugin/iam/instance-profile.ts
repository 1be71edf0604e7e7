import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { iamName } from "../rules.ts";
import { call, doing, retrying, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { tagList, tagProperties, updateTags } from "../tags.ts";
import { nameFor, present, timestamp } from "../state.ts";

export const instanceProfile: ResourceType = {
  token: "aws:iam/instanceProfile:InstanceProfile",
  namedAutomatically: true,
  defaults: { path: "/" },
  computed: ["name", "namePrefix"],
  replaceOnChange: ["name", "namePrefix", "path"],
  rules: { name: iamName(128) },

  async create(session, inputs) {
    const InstanceProfileName = nameFor(inputs);
    const input = { InstanceProfileName, Path: inputs["path"], Tags: tagList(inputs) };
    const what = `creating IAM Instance Profile (${InstanceProfileName})`;
    await doing(what, call(session, "iam", "CreateInstanceProfile", input));
    const role = textOf(inputs["role"]);
    if (role === "") return { id: InstanceProfileName };
    try {
      await addRole(session, InstanceProfileName, role);
    } catch (error) {
      return { id: InstanceProfileName, failure: error as Error };
    }
    return { id: InstanceProfileName };
  },

  async read(session, id, known) {
    const found = unlessGone(call(session, "iam", "GetInstanceProfile", { InstanceProfileName: id }));
    const answer = await doing(`reading IAM Instance Profile (${id})`, found);
    if (answer === undefined) return undefined;
    const profile = answer["InstanceProfile"] as Record<string, unknown>;
    const [role] = (profile["Roles"] ?? []) as { RoleName: string }[];
    return {
      ...present({
        arn: profile["Arn"],
        createDate: timestamp(profile["CreateDate"]),
        name: profile["InstanceProfileName"],
        path: profile["Path"],
        role: role?.RoleName,
        uniqueId: profile["InstanceProfileId"],
      }),
      namePrefix: known["namePrefix"] ?? "",
      ...tagProperties(session, profile["Tags"], known),
    };
  },

  async update(session, id, { olds, news, changes }) {
    if (changes("role")) {
      const [before, after] = [textOf(olds["role"]), textOf(news["role"])];
      if (before !== "") await removeRole(session, id, before);
      if (after !== "") await addRole(session, id, after);
    }
    const tagged = updateTags(
      olds,
      news,
      (TagKeys) => call(session, "iam", "UntagInstanceProfile", { InstanceProfileName: id, TagKeys }),
      (Tags) => call(session, "iam", "TagInstanceProfile", { InstanceProfileName: id, Tags }),
    );
    await doing(`updating tags for IAM Instance Profile (${id})`, tagged);
  },

  async delete(session, id, state) {
    const role = textOf(state["role"]);
    if (role !== "") await removeRole(session, id, role);
    const deleted = unlessGone(call(session, "iam", "DeleteInstanceProfile", { InstanceProfileName: id }));
    await doing(`deleting IAM Instance Profile (${id})`, deleted);
  },
};

async function addRole(session: Session, InstanceProfileName: string, RoleName: string): Promise<void> {
  const added = retrying(
    () => call(session, "iam", "AddRoleToInstanceProfile", { InstanceProfileName, RoleName }),
    // A role that was made a moment ago may be missing for a while.
    (error) => error.code.startsWith("NoSuchEntity") && error.message.includes("The role with name"),
  );
  await doing(`adding IAM Role (${RoleName}) to IAM Instance Profile (${InstanceProfileName})`, added);
}

async function removeRole(session: Session, InstanceProfileName: string, RoleName: string): Promise<void> {
  const input = { InstanceProfileName, RoleName };
  const removed = unlessGone(call(session, "iam", "RemoveRoleFromInstanceProfile", input));
  await doing(`removing IAM Role (${RoleName}) from IAM Instance Profile (${InstanceProfileName})`, removed);
}
