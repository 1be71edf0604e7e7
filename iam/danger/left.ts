import { coveredByUnion } from "../union.ts";
import { intersects, matches } from "../match.ts";
import type { NormalStatement } from "../normalize.ts";

/**
 * What the Denies without a condition leave of the resources of an Allow, for one action in lower case; nothing where
 * they take all of it. A Deny that takes only a part of a pattern leaves the pattern as it is.
 */
export function leftOf(action: string, patterns: readonly string[], statements: readonly NormalStatement[]): string[] {
  const denies = statements.filter(
    (statement) => statement.effect === "Deny" && statement.condition.length === 0 && isAbout(statement, action),
  );
  if (denies.length === 0) return [...patterns];
  return patterns.filter((pattern) => !denies.some((deny) => takes(deny, pattern)));
}

/** Whether a statement is about an action, its name in lower case. */
export function isAbout({ action }: NormalStatement, name: string): boolean {
  return action.items.some((pattern) => matches(pattern, name)) !== action.not;
}

/** Whether a statement is about everything that a resource pattern matches. */
export function takes({ resource }: NormalStatement, pattern: string): boolean {
  if (resource === undefined) return true;
  if (resource.not) return !resource.items.some((item) => intersects(item, pattern));
  return coveredByUnion(pattern, resource.items) === "yes";
}
