import { identification, type Identification } from "../identification.ts";
import type { ConditionTest, NamedPrincipal, NormalStatement } from "../normalize.ts";
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

/**
 * What remains after the Denies of everybody who does not meet a test: that test; and after those of all principals but some:
 * that it is one of these.
 */
export function demandedByDenies(allow: NormalStatement, statements: readonly NormalStatement[]): ConditionTest[] {
  return statements.flatMap((deny) => {
    if (deny.effect !== "Deny" || deny.principal === undefined || !takesAll(deny, allow)) return [];
    const [test, ...more] = deny.condition;
    if (deny.principal.not) return test === undefined ? oneOf(deny.principal.items) : [];
    if (test === undefined || more.length > 0 || !test.parsed.negated) return [];
    if (!deny.principal.items.some(({ type }) => type === "*")) return [];
    const parsed = parseOperator(test.parsed.name.replace("Not", ""));
    return parsed === undefined || test.parsed.set === "any" ? [] : [{ ...test, parsed }];
  });
}

/** Whether a Deny is about all that an Allow is about. */
function takesAll(deny: NormalStatement, { action, resource }: NormalStatement): boolean {
  if (action.not || !action.items.every((pattern) => selectsAll(deny.action, pattern))) return false;
  return resource?.not !== true && (resource?.items ?? []).every((item) => takes(deny, item));
}

function oneOf(principals: readonly NamedPrincipal[]): ConditionTest[] {
  const operator = "ArnEquals";
  const parsed = parseOperator(operator);
  if (parsed === undefined || principals.some(({ type }) => type !== "AWS")) return [];
  const values = principals.map(({ value }) => (/^\d{12}$/.test(value) ? `arn:aws:iam::${value}:root` : value));
  return [{ operator, parsed, key: "aws:PrincipalArn", values }];
}
