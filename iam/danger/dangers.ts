import { covers } from "../match.ts";
import type { NormalStatement } from "../normalize.ts";
import { checks, type DangerName } from "./checks.ts";
import { grantedActions } from "./granted-action.ts";
import { leftOf } from "./left.ts";

/** One cause for which a statement of a policy of an identity grants too much. */
export interface Danger {
  name: DangerName;
  statement: NormalStatement;
  /** As AWS spells them, in order; empty where it is about all. */
  actions: string[];
  /** The patterns that make it dangerous, as written. */
  resources: string[];
}

/**
 * Why the statements of one identity's policies together grant too much, worst first within each statement. Every action
 * of a statement counts for one danger only. Denies without a condition are taken off before; other Denies count only
 * where they demand a permissions boundary.
 */
export function dangersOf(statements: readonly NormalStatement[]): Danger[] {
  return statements.flatMap((statement) => (statement.effect === "Allow" ? ofStatement(statement, statements) : []));
}

function ofStatement(allow: NormalStatement, statements: readonly NormalStatement[]): Danger[] {
  const resources = allow.resource?.items ?? ["*"];
  // What no Deny names by itself: whatever is left of it is left of everything.
  const rest = leftOf("\u0003:\u0003", resources, statements);
  if (allow.action.not || allow.resource?.not === true)
    return rest.length === 0 ? [] : [{ name: "not-action", statement: allow, actions: [], resources }];
  const everywhere = rest.filter(isEverything);
  if (
    everywhere.length > 0 &&
    allow.action.items.some((pattern) => covers(pattern, "\u0003\u0003\u0003*:\u0003\u0003\u0003*"))
  )
    return [{ name: "admin", statement: allow, actions: [], resources: everywhere }];

  let left = grantedActions(allow, statements);
  return checks.flatMap(({ name, finds }) => {
    const found = finds(left, allow, statements);
    if (found.length === 0) return [];
    left = left.filter((granted) => !found.includes(granted));
    return [
      {
        name,
        statement: allow,
        actions: found.map(({ info }) => info.name).sort(),
        resources: [...new Set(found.flatMap(({ open, resources: all }) => (open.length > 0 ? open : all)))],
      },
    ];
  });
}

/** Whether a pattern leaves open even the service: `*`, `arn:*`, `arn:aws:*:*:*:*`. */
function isEverything(pattern: string): boolean {
  const some = "\u0003".repeat(3);
  const [, partition = "aws"] = pattern.split(":");
  return [some + "*", `arn:${/[*?]/.test(partition) ? some : partition}:${some}*:${some}*:${some}*:${some}*`].some(
    (all) => covers(pattern, all),
  );
}
