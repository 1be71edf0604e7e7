import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { call, doing, list, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { keptOrder, textsIn } from "../state.ts";

export const iamGroupMembership: ResourceType = {
  token: "aws:iam/groupMembership:GroupMembership",
  namedAutomatically: true,
  computed: ["name"],
  sets: ["users"],
  replaceOnChange: ["name", "group"],

  async create(session, inputs) {
    const [name, group] = [textOf(inputs["name"]), textOf(inputs["group"])];
    await doing(`creating IAM Group Membership (${name})`, add(session, group, textsIn(inputs["users"])));
    return { id: name };
  },

  async read(session, id, known) {
    const group = textOf(known["group"]);
    if (group === "") throw new Error(`resource aws:iam/groupMembership:GroupMembership doesn't support import`);
    type Member = Record<"UserName", string>;
    const found = unlessGone(list<Member>(session, "iam", "GetGroup", { GroupName: group }, "Users"));
    const members = await doing(`reading IAM Group Membership (${group})`, found);
    if (members === undefined) return undefined;
    const users = keptOrder(
      known["users"],
      members.map(({ UserName }) => UserName),
    );
    return { name: id, group, users };
  },

  async update(session, id, { olds, news }) {
    const [before, after, group] = [textsIn(olds["users"]), textsIn(news["users"]), textOf(news["group"])];
    const changed = async (): Promise<void> => {
      await remove(
        session,
        group,
        before.filter((user) => !after.includes(user)),
      );
      await add(
        session,
        group,
        after.filter((user) => !before.includes(user)),
      );
    };
    await doing(`updating IAM Group Membership (${id})`, changed());
  },

  async delete(session, id, state) {
    const removed = remove(session, textOf(state["group"]), textsIn(state["users"]));
    await doing(`deleting IAM Group Membership (${id})`, removed);
  },
};

async function add(session: Session, GroupName: string, users: string[]): Promise<void> {
  for (const UserName of users) await call(session, "iam", "AddUserToGroup", { GroupName, UserName });
}

/** Whoever is gone already is no member. */
async function remove(session: Session, GroupName: string, users: string[]): Promise<void> {
  for (const UserName of users) {
    await unlessGone(call(session, "iam", "RemoveUserFromGroup", { GroupName, UserName }));
  }
}
