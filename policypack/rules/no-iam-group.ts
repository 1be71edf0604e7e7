import { isBreakGlass, quoted } from "../break-glass.ts";
import { cis } from "../framework.ts";
import { unknown } from "../known.ts";
import type { Context, Finding, Rule } from "../rule.ts";

/** No IAM group but those that are listed, with break-glass users alone as members. */
export const noIamGroup: Rule = {
  name: "no-iam-group",
  description: "No IAM group is made but those that are listed, and only break-glass users are members of one.",
  level: "mandatory",
  severity: "medium",
  requirements: [cis("1.21")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html",
  remediation:
    "Manage groups of people in the identity provider, and assign permission sets to them in IAM Identity Center.",
  why:
    "A group is for IAM users, of which there are none but for break-glass; people's groups come from the identity provider. A " +
    "membership may put a user into a group that exists already.",
  bad: { team: { type: "aws:iam:Group", properties: { name: "Developers" } } },
  good: { auditors: { type: "aws:iam:Group", properties: { name: "Security-Audit" } } },
  parameters: ["iamGroups"],
  types: [
    "aws:iam/group:Group",
    "aws:iam/groupMembership:GroupMembership",
    "aws:iam/userGroupMembership:UserGroupMembership",
  ],
  references: ["user", "group"],
  *check({ type, props }, context) {
    if (type === "aws:iam/group:Group") {
      // A name that is not known before the update is none of the list.
      if (isListed(props["name"], context) !== true) yield group(props["name"], "name", context);
      return;
    }
    const several = type === "aws:iam/groupMembership:GroupMembership";
    yield* each(props, several ? "group" : "groups", (name, where) => {
      const listed = isListed(name, context);
      return listed === undefined ? { unknown: where } : listed ? undefined : group(name, where, context);
    });
    yield* each(props, several ? "users" : "user", (name, where) => {
      const breakGlass = isBreakGlass(name, context);
      return breakGlass === undefined ? { unknown: where } : breakGlass ? undefined : member(name, where);
    });
  },
};

function* each(
  props: Readonly<Record<string, unknown>>,
  property: string,
  judge: (name: unknown, where: string) => Finding | undefined,
): Iterable<Finding> {
  const value = props[property];
  const names: unknown[] = Array.isArray(value) ? value : [value];
  for (const [index, name] of names.entries()) {
    const finding = judge(name, Array.isArray(value) ? `${property}[${index}]` : property);
    if (finding !== undefined) yield finding;
  }
}

function isListed(name: unknown, { parameters: { iamGroups } }: Context): boolean | undefined {
  if (name === unknown) return iamGroups.length === 0 ? false : undefined;
  return typeof name === "string" && iamGroups.includes(name);
}

function group(name: unknown, where: string, { parameters: { iamGroups } }: Context): Finding {
  return {
    who: `Whoever is in the IAM group ${quoted(name)} gets what it has, beside Identity Center and unseen there.`,
    where,
    why: "members of an IAM group are IAM users with credentials that do not expire.",
    instead:
      "delete this resource, and assign a permission set to the group that the identity provider has (aws.ssoadmin.AccountAssignment). " +
      (iamGroups.length === 0 ? "No IAM group is listed" : `The IAM groups that are listed: ${iamGroups.join(", ")}`) +
      " (`iamGroups` of this rule's configuration).",
  };
}

function member(name: unknown, where: string): Finding {
  return {
    who: `The IAM user ${quoted(name)} gets what the group has.`,
    where,
    why: "it is no break-glass user: somebody would do daily work with a credential that does not expire.",
    instead:
      "take the user out. A person gets a permission set in IAM Identity Center; a user for break-glass is named in " +
      "`breakGlassUsers` of the rule no-iam-user's configuration.",
  };
}
