import type { CustomerManagedPolicyReference, Deployment, PermissionSet } from "../../model/deployment.ts";
import { type Phrase, listed, say, word } from "../phrase.ts";
import { type Fields, compared, members, toldElsewhere, value, without } from "./fields.ts";
import { type Detail, type Item, changed } from "./item.ts";
import { stackPairs } from "./pairs.ts";
import { setPower } from "./power.ts";
import { policyName } from "./policy-name.ts";
import { inlinePolicy, shortGrants } from "./roles.ts";
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
    value("longest session", seconds(after) > seconds(before) ? "gains" : "loses", hours(before), hours(after)),
  ],
  relayState: (before, after) => [value("page on which a session begins", "none", before.relayState, after.relayState)],
  tags: without("owner or other tags"),
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

/** What becomes of the permission sets of all stacks, each with who has it. */
export function permissionSetItems(before: readonly Deployment[], after: readonly Deployment[]): Item[] {
  const name = ({ permissionSetName }: PermissionSet): string => permissionSetName;
  const { both, added, gone, again } = stackPairs(before, after, ({ permissionSets }) => permissionSets, name);
  return [
    ...both.flatMap(({ before: old, after: set }) => {
      const { holders, accounts } = holding(after, set);
      const details = [...setPower(old, set, accounts[0] ?? "", after), ...compared(fields, old, set)];
      return changed(
        say`permission set ${set.name}, ${holders}`,
        accounts,
        accounts.length === 0 ? harmless(details) : details,
      );
    }),
    ...again.map(({ before: old, after: set }): Item => {
      const { holders, accounts } = holding(after, set);
      return {
        effect: "interrupts",
        text: say`permission set ${set.name}, ${holders}, moves to another stack: it is deleted and made anew`,
        accounts,
        details: compared(fields, old, set),
      };
    }),
    ...added.map((set): Item => {
      const { holders, accounts } = holding(after, set);
      return {
        effect: accounts.length === 0 ? "none" : "gains",
        text: say`permission set ${set.name} is new, ${holders}`,
        accounts,
        details: [...sameAs(set, gone), ...compared(fields, nothingOf(set), set)],
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

/** Where a set that is deleted says the same, it was meant to be called otherwise. */
function sameAs(set: PermissionSet, gone: readonly PermissionSet[]): Detail[] {
  const same = gone.find(
    (old) => compared(fields, old, { ...set, permissionSetName: old.permissionSetName }).length === 0,
  );
  if (same === undefined) return [];
  const text = say`it says what ${same.name} says, which is deleted: with ${`formerly: [${same.name}]`} it is only called otherwise`;
  return [{ effect: "interrupts", sign: "~", text }];
}

function holding(deployments: readonly Deployment[], { name }: PermissionSet): { holders: Phrase; accounts: string[] } {
  const lines = deployments
    .flatMap(({ access }) => access)
    .filter(({ cells }) => cells.some(({ permissionSet }) => permissionSet === name));
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

/** Of a set that nobody has: what somebody loses with it is told by the matrix. */
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

const hours = (set: PermissionSet): string => {
  const minutes = seconds(set) / 60;
  return minutes % 60 === 0 ? `${minutes / 60} hour${minutes === 60 ? "" : "s"}` : `${minutes} minutes`;
};

const reference = ({ path, name }: CustomerManagedPolicyReference): string => (path + name).slice(1);

function boundary({ permissionsBoundary: one }: PermissionSet): string | undefined {
  if (one === undefined) return undefined;
  return "awsManagedPolicyArn" in one ? policyName(one.awsManagedPolicyArn) : reference(one.customerManagedPolicy);
}
