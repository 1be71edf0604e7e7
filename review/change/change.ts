import type { Deadline } from "../../model/deadlines.ts";
import type { Deployment } from "../../model/deployment.ts";
import { listed, say, word } from "../phrase.ts";
import { accessItems, cellChange } from "./access.ts";
import { breakGlassItems } from "./break-glass.ts";
import { type Duration, durations } from "./duration.ts";
import { value } from "./fields.ts";
import { guardrailItems } from "./guardrails.ts";
import { type Item, changed, effects } from "./item.ts";
import { peopleItems } from "./people.ts";
import { permissionSetItems } from "./permission-sets.ts";
import { policyItems } from "./policies.ts";
import { renameItems, renamedPrincipals } from "./renames.ts";
import { roleItems } from "./roles.ts";
import { type Side, principalName } from "./side.ts";
import { accountItems, baselineItems, identityProviderItems, packItems } from "./surroundings.ts";
import { workloadItems } from "./workloads.ts";

/** What an edit does to access. */
export interface Change {
  /** Worst first. */
  items: readonly Item[];
  durations: readonly Duration[];
}

/** Compares what all stacks deploy before and after an edit; what was before is taken to be deployed. */
export function changeBetween(before: Side, after: Side): Change {
  const stacks = (side: Side) => side.deployments.map(({ stack }) => stack);
  const left = before.deployments.filter(({ stack }) => !stacks(after).includes(stack));
  const cells = cellChange(before.deployments, after.deployments);
  const items = [
    ...left.map(leftBehind),
    ...accessItems(cells, before, after),
    ...permissionSetItems(before.deployments, after.deployments),
    ...roleItems(before.deployments, after.deployments),
    ...after.deployments.flatMap((now) => {
      const old = before.deployments.find(({ stack }) => stack === now.stack);
      return [...(old === undefined ? [newStack(now)] : []), ...stackItems(old ?? nothingOf(now), now)];
    }),
    ...renamedPrincipals(cells),
    ...deadlineItems(before.deadlines, after.deadlines),
  ];
  return { items: ordered(united(items)), durations: durations(cells, before.deployments, after.deployments) };
}

function stackItems(before: Deployment, after: Deployment): Item[] {
  return [
    ...workloadItems(before, after),
    ...policyItems(before, after),
    ...peopleItems(before, after),
    ...identityProviderItems(before, after),
    ...guardrailItems(before, after),
    ...breakGlassItems(before, after),
    ...baselineItems(before, after),
    ...accountItems(before, after),
    ...packItems(before, after),
    ...renameItems(before, after),
  ];
}

const newStack = ({ stack }: Deployment): Item => ({
  effect: "none",
  text: say`stack ${stack} is new: what it makes is named one by one`,
  accounts: [],
  details: [],
});

function leftBehind({ stack, access }: Deployment): Item {
  const holders = [...new Set(access.map(({ principal }) => principalName(principal)))].sort();
  const has = holders.length === 0 ? [] : say`; ${listed(holders)} ${word("keep what they have by it")}`;
  return {
    effect: "weakens",
    text: say`stack ${stack} is configured no more, and what it made stays in AWS until somebody destroys it${has}`,
    accounts: [],
    details: [],
  };
}

/** A stack that is as a new one before its first update. */
function nothingOf({ stack, identityCenter, packSettings }: Deployment): Deployment {
  return {
    stack,
    accounts: [],
    identityCenter: {
      administeredFrom: identityCenter.administeredFrom,
      region: identityCenter.region,
      lookedUp: [],
      groups: [],
      users: [],
    },
    identityProviders: [],
    policies: [],
    accountBaselines: [],
    permissionSets: [],
    access: [],
    workloads: [],
    pipelines: [],
    guardrails: [],
    policyExceptions: [],
    packSettings,
  };
}

/** Last days of everything but access and exceptions from the policy pack, which are told where they belong. */
function deadlineItems(before: readonly Deadline[], after: readonly Deadline[]): Item[] {
  const old = new Map(before.map((one) => [one.subject, one]));
  const told = (one: Deadline): boolean => one.kind === "access" || one.kind === "policy exception";
  return after
    .filter((one) => !told(one))
    .flatMap((one): Item[] => {
      const was = old.get(one.subject);
      if (was === undefined) return one.kind === "lock-out override" ? [newOverride(one)] : [];
      if (was.day === one.day) return [];
      const effect = one.then === "review" ? "none" : one.day > was.day ? "weakens" : "expires";
      return changed(say`${one.subject}`, [], [value("last day", effect, was.day, one.day)]);
    });
}

function newOverride({ subject, day, reason = "", owner = "" }: Deadline): Item {
  const text = say`until ${word(day)}, that day included: ${reason}; owner ${owner}`;
  return {
    effect: "weakens",
    text: say`${subject} is new`,
    accounts: [],
    details: [{ effect: "weakens", sign: "+", text }],
  };
}

/** What is the same in several accounts is said once. */
function united(items: readonly Item[]): Item[] {
  const known = new Map<string, Item>();
  for (const item of items) {
    const key = JSON.stringify([item.effect, item.text, item.details]);
    const accounts = [...new Set([...(known.get(key)?.accounts ?? []), ...item.accounts])].sort();
    known.set(key, { ...item, accounts });
  }
  return [...known.values()];
}

/** Worst first; of what gives more, first what gives power over permissions. */
function ordered(items: readonly Item[]): Item[] {
  const weight = ({ details }: Item): number => (details.some(({ powerful }) => powerful) ? 0 : 1);
  return effects.flatMap((effect) =>
    items.filter((item) => item.effect === effect).sort((a, b) => weight(a) - weight(b)),
  );
}
