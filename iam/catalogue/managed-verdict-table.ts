import { changesAnything } from "../danger/administration.ts";
import { verdictOf } from "../danger/verdict.ts";
import { readDocument } from "../reading.ts";
import { managedPoliciesSource, managedPolicy } from "./managed-policies.ts";

export interface ManagedVerdicts {
  source: string;
  version: string;
  date: string;
  /** Names that are too much for people, and so for everybody → why. */
  people: Record<string, string>;
  /** Names that are too much for software alone → why. */
  workloads: Record<string, string>;
  /** All other names, separated by spaces. */
  others: string;
  /** Names of those that change nothing, separated by spaces. */
  readOnly: string;
}

/** Judges AWS managed policies by their documents. */
export function managedVerdicts(names: readonly string[]): ManagedVerdicts {
  const people: Record<string, string> = {};
  const workloads: Record<string, string> = {};
  const others: string[] = [];
  const readOnly: string[] = [];
  for (const name of names) {
    const policy = managedPolicy(name);
    if (policy === undefined) throw new Error(`${name} has no document.`);
    const { statements } = readDocument(policy.document, "identity");
    const [forPeople, forWorkloads] = (["people", "workloads"] as const).map((holder) =>
      verdictOf(statements, policy.path, holder),
    );
    if (!changesAnything(statements)) readOnly.push(name);
    if (forPeople !== undefined) people[name] = forPeople;
    else if (forWorkloads !== undefined) workloads[name] = forWorkloads;
    else others.push(name);
  }
  return { ...managedPoliciesSource(), people, workloads, others: others.join(" "), readOnly: readOnly.join(" ") };
}
