import type { Alarms, BreakGlassUser, Deployment, IamGroup } from "../../model/deployment.ts";
import { say, word } from "../phrase.ts";
import { type Fields, compared, members, toldElsewhere, value, without } from "./fields.ts";
import { type Item, changed } from "./item.ts";
import { pairs } from "./pairs.ts";
import { policyName } from "./policy-name.ts";

const userFields: Fields<BreakGlassUser> = {
  name: toldElsewhere,
  formerly: toldElsewhere,
  configPath: toldElsewhere,
  account: (before, after) => [value("account", "interrupts", before.account, after.account)],
  userName: (before, after) => [value("name in AWS", "interrupts", before.userName, after.userName)],
  path: (before, after) => [value("path in AWS", "interrupts", before.path, after.path)],
  // One of its policies denies everything until MFA is present.
  policyArns: (before, after) =>
    members(before.policyArns, after.policyArns, {
      gained: "gains",
      lost: "weakens",
      say: (arn) => say`policy ${policyName(arn)}`,
    }),
  needsPolicies: toldElsewhere,
  pgpKey: (before, after) => [
    {
      effect: "weakens",
      sign: "~",
      text: word(
        after.pgpKey === undefined
          ? "no first password is made any more"
          : before.pgpKey === undefined
            ? "a first password is made, and whoever has the PGP key can read it"
            : "whoever has another PGP key than before can read the first password",
      ),
    },
  ],
  tags: without("owner or other tags"),
};

const groupFields: Fields<IamGroup> = {
  name: toldElsewhere,
  formerly: toldElsewhere,
  configPath: toldElsewhere,
  account: (before, after) => [value("account", "interrupts", before.account, after.account)],
  groupName: (before, after) => [value("name in AWS", "interrupts", before.groupName, after.groupName)],
  path: (before, after) => [value("path in AWS", "interrupts", before.path, after.path)],
  members: (before, after) =>
    members(before.members, after.members, { gained: "gains", lost: "loses", say: (name) => say`member ${name}` }),
  awsManagedPolicyArns: (before, after) =>
    members(before.awsManagedPolicyArns, after.awsManagedPolicyArns, {
      gained: "gains",
      lost: "loses",
      say: (arn) => say`AWS managed policy ${policyName(arn)}`,
    }),
};

const alarmFields: Fields<Alarms> = {
  emails: (before, after) =>
    members(before.emails, after.emails, {
      gained: "none",
      lost: "weakens",
      say: (email) => say`alarms go to ${email}`,
    }),
  userNames: (before, after) =>
    members(before.userNames, after.userNames, {
      gained: "none",
      lost: "weakens",
      say: (name) => say`alarm when the user ${name} does anything`,
    }),
  roleName: (before, after) => [value("role whose use raises an alarm", "weakens", before.roleName, after.roleName)],
  configPath: toldElsewhere,
};

const noAlarms: Alarms = { emails: [], userNames: [], roleName: "", configPath: "" };

/** What becomes of the break-glass users, their groups and the alarms; the role is told with the other roles. */
export function breakGlassItems(before: Deployment, after: Deployment): Item[] {
  const users = pairs(before.breakGlass?.users ?? [], after.breakGlass?.users ?? []);
  const groups = pairs(before.breakGlass?.groups ?? [], after.breakGlass?.groups ?? []);
  return [
    ...users.both.flatMap(({ before: old, after: user }) =>
      changed(say`break-glass user ${user.userName}`, [user.account], compared(userFields, old, user)),
    ),
    ...users.added.map((user): Item => ({
      effect: "weakens",
      text: say`break-glass user ${user.userName} is new: with MFA, whoever has the password can become what the break-glass role is, in every account that has it`,
      accounts: [user.account],
      details: compared(userFields, { ...user, policyArns: [] }, user),
    })),
    ...users.gone.map((user): Item => ({
      effect: "loses",
      text: say`break-glass user ${user.userName} is deleted, with its password and MFA device`,
      accounts: [user.account],
      details: [],
    })),
    ...groups.both.flatMap(({ before: old, after: group }) =>
      changed(
        say`IAM group ${group.groupName} of break-glass users`,
        [group.account],
        compared(groupFields, old, group),
      ),
    ),
    ...groups.added.map((group): Item => ({
      effect: "gains",
      text: say`IAM group ${group.groupName} of break-glass users is new`,
      accounts: [group.account],
      details: compared(groupFields, { ...group, members: [], awsManagedPolicyArns: [] }, group),
    })),
    ...groups.gone.map((group): Item => ({
      effect: "loses",
      text: say`IAM group ${group.groupName} of break-glass users is deleted`,
      accounts: [group.account],
      details: [],
    })),
    ...changed(
      word("alarms on the use of break-glass and of root"),
      [],
      compared(alarmFields, before.alarms ?? noAlarms, after.alarms ?? noAlarms),
    ),
  ];
}
