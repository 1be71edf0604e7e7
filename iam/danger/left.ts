import { coveredByUnion } from "../union.ts";
import { covers, intersects, matches } from "../match.ts";
import type { NormalStatement, Selection } from "../normalize.ts";

/**
 * What the Denies without a condition leave of the resources of an Allow, for one action in lower case; nothing where
 * they take all of it. A Deny of all but what it names leaves that; any other that takes only a part of a pattern leaves
 * the pattern as it is.
 */
export function leftOf(action: string, patterns: readonly string[], statements: readonly NormalStatement[]): string[] {
  const denies = statements.filter(
    (statement) => statement.effect === "Deny" && statement.condition.length === 0 && isAbout(statement, action),
  );
  if (denies.length === 0) return [...patterns];
  const spared = denies.reduce<string[]>((left, deny) => left.flatMap((one) => sparedBy(deny, one)), [...patterns]);
  return [...new Set(spared)].filter((pattern) => !denies.some((deny) => takes(deny, pattern)));
}

/** What a Deny of NotResource leaves of a pattern: what it names, where the pattern holds all that it touches of it. */
function sparedBy({ resource }: NormalStatement, pattern: string): string[] {
  if (resource?.not !== true) return [pattern];
  const touched = resource.items.filter((item) => intersects(item, pattern));
  return touched.every((item) => covers(pattern, item)) ? touched : [pattern];
}

/** Whether a statement is about an action, its name in lower case. */
export function isAbout({ action }: NormalStatement, name: string): boolean {
  return action.items.some((pattern) => matches(pattern, name)) !== action.not;
}

/** Whether a statement is about everything that a resource pattern matches. */
export function takes({ resource }: NormalStatement, pattern: string): boolean {
  return resource === undefined || selectsAll(resource, pattern);
}

/** Whether a selection of actions or resources surely holds everything that a pattern matches. */
export function selectsAll({ not, items }: Selection<string>, pattern: string): boolean {
  if (not) return !items.some((item) => intersects(item, pattern));
  return coveredByUnion(pattern, items) === "yes";
}
