import { identification, type Identification } from "../identification.ts";
import type { ConditionTest, NormalStatement } from "../normalize.ts";
import { parseOperator } from "../operators.ts";
import { selectsAll, takes } from "./left.ts";

/** A statement of a trust policy or of a resource's policy that lets in whoever meets its condition: anybody. */
export interface OpenDoor {
  statement: NormalStatement;
  /** Whom it names, as written: `*`. */
  principal: string;
  /** What the condition says of the caller, and what only looks as if it did. */
  identification: Identification;
}

/**
 * The Allows for everybody whose condition identifies nobody. A network that is named is enough for data that is
 * fetched through it, but for taking on a role it is not. A Deny of everybody else counts as the Allow's own condition.
 */
export function openDoors(statements: readonly NormalStatement[], kind: "trust" | "resource"): OpenDoor[] {
  return statements.flatMap((statement) => {
    const { effect, principal } = statement;
    if (effect !== "Allow" || principal === undefined || principal.not) return [];
    const everybody = principal.items.find(({ type, value }) => type === "*" || value === "*");
    if (everybody === undefined) return [];
    const found = identification([...statement.condition, ...demandedByDenies(statement, statements)]);
    if (found.by === "caller" || (found.by === "network" && kind === "resource")) return [];
    return [{ statement, principal: everybody.value, identification: found }];
  });
}

/** What remains after the Denies of everybody who does not meet a test: that test. */
export function demandedByDenies(allow: NormalStatement, statements: readonly NormalStatement[]): ConditionTest[] {
  return statements.flatMap((deny) => {
    const [test, ...more] = deny.condition;
    if (deny.effect !== "Deny" || test === undefined || more.length > 0 || !test.parsed.negated) return [];
    if (deny.principal?.not !== false || !deny.principal.items.some(({ type }) => type === "*")) return [];
    if (allow.action.not || !allow.action.items.every((pattern) => selectsAll(deny.action, pattern))) return [];
    if (allow.resource?.not === true || !(allow.resource?.items ?? []).every((item) => takes(deny, item))) return [];
    const parsed = parseOperator(test.parsed.name.replace("Not", ""));
    return parsed === undefined || test.parsed.set === "any" ? [] : [{ ...test, parsed }];
  });
}
