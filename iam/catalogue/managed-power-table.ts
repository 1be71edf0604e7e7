import { administrationBy } from "../danger/administration.ts";
import { powersOf } from "../danger/together.ts";
import { readDocument } from "../reading.ts";
import type { LineFile } from "./line-file.ts";
import {
  managedPoliciesSource,
  managedPolicy,
  type ManagedPoliciesHeader,
  type ManagedPolicyData,
} from "./managed-policies.ts";

/** Of AWS managed policies, those that count together with others, and of these the statements that do. */
export function managedPowerTable(
  names: readonly string[],
): LineFile<Omit<ManagedPoliciesHeader, "licence">, ManagedPolicyData> {
  const counting = names.flatMap((name): [string, ManagedPolicyData][] => {
    const policy = managedPolicy(name);
    if (policy === undefined) throw new Error(`${name} has no document.`);
    const { path, version, document } = policy;
    const { statements } = readDocument(document, "identity");
    const kept = new Set([
      ...powersOf(statements, true).map(({ statement }) => statement.index),
      ...statements.filter((one) => administrationBy([one]).length > 0).map(({ index }) => index),
    ]);
    if (kept.size === 0) return [];
    const all = [document.Statement].flat();
    const ofWeight = all.filter(({ Effect }, at) => Effect === "Deny" || kept.has(at));
    return [[name, [path, version, { ...document, Statement: ofWeight }]]];
  });
  return {
    header: { ...managedPoliciesSource(), names: counting.map(([name, [path]]) => path + name) },
    entries: Object.fromEntries(counting),
  };
}
