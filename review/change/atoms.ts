import type { Condition, OneOrMany, Statement } from "../../iam/document.ts";
import { covers } from "../../iam/match.ts";

/** One effect on one action on one resource for one principal under one condition: what a document is made of. */
export interface Atom {
  effect: Statement["Effect"];
  /** `Service ec2.amazonaws.com`, `*`; empty in policies of an identity. */
  principal: string;
  action: string;
  resource: string;
  /** As `conditionText` writes it; empty where there is none. */
  condition: string;
}

/** The atoms of statements, each once. A list that excepts (`NotAction` and its like) stays whole: it is one of its own. */
export function atomsOf(statements: readonly Statement[]): Atom[] {
  const atoms = statements.flatMap((statement) => {
    const { Effect: effect, Action, NotAction, Resource, NotResource } = statement;
    const condition = conditionText(statement.Condition ?? {});
    return principalsOf(statement).flatMap((principal) =>
      elements(Action, NotAction).flatMap((action) =>
        elements(Resource, NotResource).map((resource) => ({ effect, principal, action, resource, condition })),
      ),
    );
  });
  return [...new Map(atoms.map((atom) => [keyOf(atom), atom])).values()];
}

/** Equal for atoms that mean the same. */
export function keyOf({ effect, principal, action, resource, condition }: Atom): string {
  return JSON.stringify([effect, principal, action.toLowerCase(), resource, condition]);
}

/** Those of `atoms` that no other surely implies. */
export function notImplied(atoms: readonly Atom[], others: readonly Atom[]): Atom[] {
  const known = new Set(others.map(keyOf));
  const memory = new Map<string, boolean>();
  const wider = (wide: string, narrow: string): boolean => {
    if (wide === narrow) return true;
    if (isException(wide) || isException(narrow)) return false;
    const key = `${wide}\0${narrow}`;
    const before = memory.get(key);
    if (before !== undefined) return before;
    const now = covers(wide, narrow);
    memory.set(key, now);
    return now;
  };
  return atoms.filter(
    (atom) =>
      !known.has(keyOf(atom)) &&
      !others.some(
        (other) =>
          other.effect === atom.effect &&
          other.principal === atom.principal &&
          (other.condition === "" || other.condition === atom.condition) &&
          wider(other.action.toLowerCase(), atom.action.toLowerCase()) &&
          wider(other.resource, atom.resource),
      ),
  );
}

const exception = "everything but ";
const isException = (text: string): boolean => text.startsWith(exception);

function elements(listed: OneOrMany | undefined, excepted: OneOrMany | undefined): string[] {
  if (listed !== undefined) return many(listed);
  return excepted === undefined ? [""] : [exception + [...many(excepted)].sort().join(", ")];
}

function principalsOf({ Principal, NotPrincipal }: Statement): string[] {
  const named = (principal: NonNullable<Statement["Principal"]>): string[] =>
    principal === "*"
      ? ["*"]
      : Object.entries(principal).flatMap(([type, values]) => many(values).map((value) => `${type} ${value}`));
  if (Principal !== undefined) return named(Principal);
  return NotPrincipal === undefined ? [""] : [exception + named(NotPrincipal).sort().join(", ")];
}

/** `StringEquals aws:SourceAccount = 111122223333 and …`, the same whatever the order of its parts. */
function conditionText(condition: Condition): string {
  return Object.entries(condition)
    .flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => `${operator} ${key} = ${[...many(values)].sort().join(" or ")}`),
    )
    .sort()
    .join(" and ");
}

const many = (values: OneOrMany): string[] => (Array.isArray(values) ? values : [values]);
