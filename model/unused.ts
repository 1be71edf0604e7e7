import type { Tree } from "./tree.ts";
import { isMap } from "./tree.ts";
import { hasErrors } from "./report.ts";
import type { Stack } from "./stack.ts";

/**
 * Warns of groups through which nobody is given anything and who answer for nothing, and of policies that nobody has, in
 * no stack that sees them. Nothing where a mistake elsewhere may be the cause.
 */
export function checkUnused(stacks: readonly Stack[]): void {
  if (stacks.some(({ findings }) => findings.incomplete.size > 0 || hasErrors(findings.diagnostics))) return;
  for (const stack of stacks) {
    const { configuration, findings } = stack;
    for (const name of Object.keys(configuration.groups)) {
      const path = ["groups", name];
      if (stacks.some((other) => isSame(stack, other, path) && groupsOf(other).has(name))) continue;
      findings.add("group-unused", path, {
        message: `"${name}" has no access: no line of \`access\` and no \`owner\` names it.`,
        fix: "Give it access, or delete it.",
      });
    }
    for (const name of Object.keys(configuration.policies)) {
      const path = ["policies", name];
      if (stacks.some((other) => isSame(stack, other, path) && policiesOf(other).has(name))) continue;
      findings.add("policy-unused", path, {
        message: `Nobody has "${name}": no permission set, workload or pipeline names it.`,
        fix: "Name it under `customer-managed-policies` or `permissions-boundary`, or delete it.",
      });
    }
  }
}

/** Whether a path of one stack and the same of another are one line of one file. */
function isSame(stack: Stack, other: Stack, path: string[]): boolean {
  return stack === other || stack.findings.where(path) === other.findings.where(path);
}

function groupsOf({ configuration }: Stack): Set<string> {
  return new Set([...Object.keys(configuration.access), ...namedIn(configuration, ["owner"])]);
}

function policiesOf({ configuration }: Stack): Set<string> {
  const keys = ["customer-managed-policies", "customer-managed-policy"];
  return new Set(namedIn(configuration, keys));
}

/** The texts that stand under one of the keys, wherever that is. */
function namedIn(tree: Tree | undefined, keys: readonly string[], under = false): string[] {
  if (typeof tree === "string") return under ? [tree] : [];
  if (Array.isArray(tree)) return tree.flatMap((member) => namedIn(member, keys, under));
  if (!isMap(tree)) return [];
  return Object.entries(tree).flatMap(([key, value]) => namedIn(value, keys, keys.includes(key)));
}
