import type { Deployment, Group, LookedUpGroup, User } from "../../model/deployment.ts";
import { listed, say, word } from "../phrase.ts";
import { type Fields, compared, members, toldElsewhere, value, without } from "./fields.ts";
import { type Item, changed } from "./item.ts";
import { leafChanges } from "./leaves.ts";
import { pairs } from "./pairs.ts";

const groupFields: Fields<Group> = {
  name: toldElsewhere,
  formerly: toldElsewhere,
  configPath: toldElsewhere,
  administeredFrom: (before, after) => [
    value("administered from", "interrupts", before.administeredFrom, after.administeredFrom),
  ],
  displayName: (before, after) => [value("name in Identity Center", "none", before.displayName, after.displayName)],
  description: without("description"),
  members: (before, after) =>
    members(before.members, after.members, { gained: "gains", lost: "loses", say: (name) => say`member ${name}` }),
};

const userFields: Fields<User> = {
  name: toldElsewhere,
  formerly: toldElsewhere,
  configPath: toldElsewhere,
  administeredFrom: (before, after) => [
    value("administered from", "interrupts", before.administeredFrom, after.administeredFrom),
  ],
  // AWS cannot rename a user: it is another one.
  userName: (before, after) => [value("sign-in name", "interrupts", before.userName, after.userName)],
  displayName: without("display name"),
  givenName: without("given name"),
  familyName: without("family name"),
  // Whoever reads the mail can have the password sent anew.
  email: (before, after) => [value("email", "gains", before.email, after.email)],
};

const lookedUpFields: Fields<LookedUpGroup> = {
  name: toldElsewhere,
  configPath: toldElsewhere,
  // What becomes of its access is told by the cells of the matrix.
  displayName: toldElsewhere,
  id: (before, after) => [
    value(
      "id that it has to have in the identity store",
      after.id === undefined ? "weakens" : "none",
      before.id,
      after.id,
    ),
  ],
};

/** What becomes of groups and users that are managed here, and of how the others are found. */
export function peopleItems(before: Deployment, after: Deployment): Item[] {
  const [old, now] = [before.identityCenter, after.identityCenter];
  const groups = pairs(old.groups, now.groups);
  const users = pairs(old.users, now.users);
  const lookedUp = now.lookedUp.flatMap((group) => {
    const known = old.lookedUp.find(({ name }) => name === group.name);
    return known === undefined ? [] : [{ known, group }];
  });
  return [
    ...groups.both.flatMap(({ before: was, after: group }) =>
      changed(say`group ${group.name}, which has ${has(after, group.name)}`, [], compared(groupFields, was, group)),
    ),
    ...groups.added.map((group): Item => ({
      effect: "none",
      text: say`group ${group.name} is new, and managed here`,
      accounts: [],
      details: compared(groupFields, { ...group, members: [] }, group),
    })),
    ...groups.gone.map((group): Item => ({
      effect: "none",
      text: say`group ${group.name} is not managed here any more, and deleted`,
      accounts: [],
      details: [],
    })),
    ...users.both.flatMap(({ before: was, after: user }) =>
      changed(say`user ${user.name}`, [], compared(userFields, was, user)),
    ),
    ...users.added.map((user): Item => ({
      effect: "none",
      text: say`user ${user.name} is new`,
      accounts: [],
      details: [],
    })),
    ...users.gone.map((user): Item => ({
      effect: "loses",
      text: say`user ${user.name} is deleted`,
      accounts: [],
      details: [],
    })),
    ...lookedUp.flatMap(({ known, group }) =>
      changed(say`group ${group.name}`, [], compared(lookedUpFields, known, group)),
    ),
    ...changed(
      word("attributes by which policies tell people apart"),
      [],
      [
        ...leafChanges(old.attributes?.values, now.attributes?.values, "gains", ["attribute"]),
        ...leafChanges(old.attributes?.administeredFrom, now.attributes?.administeredFrom, "interrupts", [
          "administered from",
        ]),
      ],
    ),
    ...changed(
      word("Identity Center"),
      [],
      [
        ...leafChanges(old.administeredFrom, now.administeredFrom, "interrupts", ["administered from"]),
        ...leafChanges(old.region, now.region, "interrupts", ["region"]),
      ],
    ),
  ];
}

function has({ access }: Deployment, group: string) {
  const sets = access
    .filter(({ principal }) => principal.type === "GROUP" && principal.name === group)
    .flatMap(({ cells }) => cells.map(({ account, permissionSet }) => `${permissionSet} in ${account}`));
  return sets.length === 0 ? word("nothing") : listed([...new Set(sets)].sort());
}
