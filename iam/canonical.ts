import type { Condition, OneOrMany, PolicyDocument, PrincipalType, Statement } from "./document.ts";

const principalTypes: PrincipalType[] = ["AWS", "Service", "Federated", "CanonicalUser"];

/**
 * The one text of a policy document, without white space: Version first, a statement's elements in AWS's order, lists as
 * sorted sets, one value without its list, statements by their text, that is by Sid. Documents that differ only in
 * spelling or order give the same text, and it is the text that is sent to AWS. Values are kept to the letter: what
 * differs only in case is not made equal.
 */
export function canonicalJson(document: PolicyDocument): string {
  return JSON.stringify(canonicalDocument(document));
}

/** As `canonicalJson`, as data. */
export function canonicalDocument(document: PolicyDocument): PolicyDocument {
  const statements = Array.isArray(document.Statement) ? document.Statement : [document.Statement];
  const keyed = statements.map(canonicalStatement).map((statement) => ({ statement, text: JSON.stringify(statement) }));
  keyed.sort((a, b) => compare(a.text, b.text));
  return { Version: document.Version, Statement: keyed.map(({ statement }) => statement) };
}

function canonicalStatement(statement: Statement): Statement {
  const { Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition } = statement;
  return {
    ...(Sid !== undefined && { Sid }),
    Effect,
    ...(Principal !== undefined && { Principal: canonicalPrincipal(Principal) }),
    ...(NotPrincipal !== undefined && { NotPrincipal: canonicalPrincipal(NotPrincipal) }),
    ...(Action !== undefined && { Action: set(Action) }),
    ...(NotAction !== undefined && { NotAction: set(NotAction) }),
    ...(Resource !== undefined && { Resource: set(Resource) }),
    ...(NotResource !== undefined && { NotResource: set(NotResource) }),
    ...(Condition !== undefined && Object.keys(Condition).length > 0 && { Condition: canonicalCondition(Condition) }),
  };
}

function canonicalPrincipal(principal: NonNullable<Statement["Principal"]>): NonNullable<Statement["Principal"]> {
  if (principal === "*") return principal;
  return Object.fromEntries(
    principalTypes.flatMap((type) => (principal[type] === undefined ? [] : [[type, set(principal[type])]])),
  );
}

function canonicalCondition(condition: Condition): Condition {
  return sorted(condition, (keys) => sorted(keys, set));
}

function sorted<T, U>(record: Record<string, T>, map: (value: T) => U): Record<string, U> {
  const names = Object.keys(record).sort(compare);
  return Object.fromEntries(names.flatMap((name) => (record[name] === undefined ? [] : [[name, map(record[name])]])));
}

function set(values: OneOrMany): OneOrMany {
  const unique = [...new Set(Array.isArray(values) ? values : [values])].sort(compare);
  return unique.length === 1 && unique[0] !== undefined ? unique[0] : unique;
}

/** By code unit: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
