import type { CustomerManagedPolicyReference, Deployment, PermissionSet } from "../../model/deployment.ts";
import { type Phrase, listed, say, word } from "../phrase.ts";
import { type Fields, compared, members, toldElsewhere, value, without } from "./fields.ts";
import { type Detail, type Item, changed } from "./item.ts";
import { pairs } from "./pairs.ts";
import { inlinePolicy, policyName, shortGrants } from "./roles.ts";
import { principalName } from "./side.ts";

const fields: Fields<PermissionSet> = {
  name: toldElsewhere,
  formerly: toldElsewhere,
  configPath: toldElsewhere,
  administeredFrom: (before, after) => [
    value("administered from", "interrupts", before.administeredFrom, after.administeredFrom),
  ],
  permissionSetName: (before, after) => [
    value("name in AWS", "interrupts", before.permissionSetName, after.permissionSetName),
  ],
  description: without("description"),
  sessionDuration: (before, after) => [
    value(
      "longest session",
      seconds(after) > seconds(before) ? "gains" : "loses",
      before.sessionDuration,
      after.sessionDuration,
    ),
  ],
  relayState: (before, after) => [value("page on which a session begins", "none", before.relayState, after.relayState)],
  tags: without("tags"),
  awsManagedPolicyArns: (before, after) =>
    members(before.awsManagedPolicyArns, after.awsManagedPolicyArns, {
      gained: "gains",
      lost: "loses",
      say: (arn) => say`AWS managed policy ${policyName(arn)}`,
    }),
  customerManagedPolicies: (before, after) =>
    members(before.customerManagedPolicies.map(reference), after.customerManagedPolicies.map(reference), {
      gained: "gains",
      lost: "loses",
      say: (name) => say`policy ${name}`,
    }),
  inlinePolicy,
  shortGrants,
  permissionsBoundary: (before, after) => [
    value(
      "permissions boundary",
      before.permissionsBoundary === undefined ? "loses" : "gains",
      boundary(before),
      boundary(after),
    ),
  ],
  needsPolicies: toldElsewhere,
};

/** What becomes of the permission sets of a stack, each with who has it. */
export function permissionSetItems(before: Deployment, after: Deployment): Item[] {
  const { both, added, gone } = pairs(before.permissionSets, after.permissionSets);
  return [
    ...both.flatMap(({ before: old, after: set }) => {
      const { holders, accounts } = holding(after, set);
      return changed(
        say`permission set ${set.name}, ${holders}`,
        accounts,
        accounts.length + holding(before, old).accounts.length === 0
          ? harmless(compared(fields, old, set))
          : compared(fields, old, set),
      );
    }),
    ...added.map((set): Item => {
      const { holders, accounts } = holding(after, set);
      const details = compared(fields, nothingOf(set), set);
      return {
        effect: accounts.length === 0 ? "none" : "gains",
        text: say`permission set ${set.name} is new, ${holders}`,
        accounts,
        details,
      };
    }),
    ...gone.map((set): Item => ({
      effect: holding(before, set).accounts.length === 0 ? "none" : "loses",
      text: say`permission set ${set.name} is deleted`,
      accounts: [],
      details: [],
    })),
  ];
}

function holding({ access }: Deployment, { name }: PermissionSet): { holders: Phrase; accounts: string[] } {
  const lines = access.filter(({ cells }) => cells.some(({ permissionSet }) => permissionSet === name));
  const holders = [...new Set(lines.map(({ principal }) => principalName(principal)))].sort();
  const cells = lines.flatMap((line) => line.cells).filter(({ permissionSet }) => permissionSet === name);
  return {
    holders:
      holders.length === 0
        ? word("which nobody has")
        : say`which ${listed(holders)} ${word(holders.length === 1 ? "has" : "have")}`,
    accounts: [...new Set(cells.map(({ account }) => account))].sort(),
  };
}

/** Of a set that nobody has, before or after. */
const harmless = (details: readonly Detail[]): Detail[] => details.map((detail) => ({ ...detail, effect: "none" }));

function nothingOf(set: PermissionSet): PermissionSet {
  const nothing = { ...set, shortGrants: [], awsManagedPolicyArns: [], customerManagedPolicies: [] };
  delete nothing.inlinePolicy;
  return nothing;
}

const seconds = ({ sessionDuration }: PermissionSet): number => {
  const [, hours = "0", minutes = "0"] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/u.exec(sessionDuration) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60;
};

const reference = ({ path, name }: CustomerManagedPolicyReference): string => (path + name).slice(1);

function boundary({ permissionsBoundary: one }: PermissionSet): string | undefined {
  if (one === undefined) return undefined;
  return "awsManagedPolicyArn" in one ? policyName(one.awsManagedPolicyArn) : reference(one.customerManagedPolicy);
}
