import type { Holder } from "../danger/verdict.ts";
import data from "./data/managed-verdicts.json" with { type: "json" };

/**
 * What the dated table says of an AWS managed policy, by its name without path: why it is too much for a kind of holder
 * (the name of a danger), `fine`, or `unknown` where the policy is newer than the table.
 */
export function managedVerdict(name: string, holder: Holder): string {
  const forPeople = ownValue(data.people, name);
  if (forPeople !== undefined) return forPeople;
  const forWorkloads = ownValue(data.workloads, name);
  if (forWorkloads !== undefined) return holder === "workloads" ? forWorkloads : "fine";
  return ` ${data.others} `.includes(` ${name} `) ? "fine" : "unknown";
}

/** The names without path of the AWS managed policies that give everything, or all of IAM. */
export const administratorPolicies: readonly string[] = Object.entries(data.people)
  .filter(([, reason]) => reason === "admin" || reason === "iam-full")
  .map(([name]) => name);

/** Whether an AWS managed policy, by its name without path, may change anything, be it narrow; a newer one than the table may. */
export function changesSomething(name: string): boolean {
  return !` ${data.readOnly} `.includes(` ${name} `);
}

function ownValue(record: Record<string, string>, name: string): string | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Where the table comes from. */
export function managedVerdictsSource(): { source: string; version: string; date: string } {
  const { source, version, date } = data;
  return { source, version, date };
}
