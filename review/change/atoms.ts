import type { Condition, OneOrMany, Statement } from "../../iam/document.ts";
import { covers } from "../../iam/match.ts";

/** One effect on one action on one resource for one principal under one condition: what a document is made of. */
export interface Atom {
  effect: Statement["Effect"];
  /** `Service ec2.amazonaws.com`, `*`; empty in policies of an identity. */
  principal: string;
  action: string;
  resource: string;
  /** In one spelling; undefined where there is none. */
  condition: string | undefined;
}

/** The atoms of statements, each once. A list that excepts (`NotAction` and its like) stays whole: it is one of its own. */
export function atomsOf(statements: readonly Statement[]): Atom[] {
  const atoms = statements.flatMap((statement) => {
    const { Effect: effect, Action, NotAction, Resource, NotResource } = statement;
    const condition = conditionOf(statement.Condition ?? {});
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
          (other.condition === undefined || other.condition === atom.condition) &&
          wider(other.action.toLowerCase(), atom.action.toLowerCase()) &&
          wider(other.resource, atom.resource),
      ),
  );
}

/** An element as people read it. */
export function elementText(element: string): string {
  return isException(element) ? `everything but ${(JSON.parse(element.slice(1)) as string[]).join(", ")}` : element;
}

// No policy may hold the character, so that nothing that somebody writes is taken for an exception.
const exception = "\u0000";
const isException = (element: string): boolean => element.startsWith(exception);
const excepting = (elements: readonly string[]): string => exception + JSON.stringify([...elements].sort());

function elements(listed: OneOrMany | undefined, excepted: OneOrMany | undefined): string[] {
  if (listed !== undefined) return many(listed);
  return excepted === undefined ? [""] : [excepting(many(excepted))];
}

function principalsOf({ Principal, NotPrincipal }: Statement): string[] {
  const named = (principal: NonNullable<Statement["Principal"]>): string[] =>
    principal === "*"
      ? ["*"]
      : Object.entries(principal).flatMap(([type, values]) => many(values).map((value) => `${type} ${value}`));
  if (Principal !== undefined) return named(Principal);
  return NotPrincipal === undefined ? [""] : [excepting(named(NotPrincipal))];
}

/** The same whatever the order of its parts, and never the same for two that mean something else. */
function conditionOf(condition: Condition): string | undefined {
  const tests = Object.entries(condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => JSON.stringify([operator, key, [...many(values)].sort()])),
  );
  return tests.length === 0 ? undefined : `[${tests.sort().join(",")}]`;
}

const many = (values: OneOrMany): string[] => (Array.isArray(values) ? values : [values]);
