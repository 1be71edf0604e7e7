import type { PrincipalType } from "./document.ts";
import { parseOperator, type Operator } from "./operators.ts";

/** A policy document in its one form for evaluation, whatever spelling it came in. */
export interface NormalStatement {
  index: number;
  sid?: string;
  effect: "Allow" | "Deny";
  principal?: Selection<NamedPrincipal>;
  /** Patterns in lower case. */
  action: Selection<string>;
  /** Absent in policies of a resource that do not name it again. */
  resource?: Selection<string>;
  condition: ConditionTest[];
  /** Policy variables are replaced only in documents of 2012. */
  variables: boolean;
}

/** What an element selects: what it lists, or, with `not`, all but that. */
export interface Selection<T> {
  not: boolean;
  items: T[];
}

export interface NamedPrincipal {
  type: PrincipalType | "*";
  value: string;
}

export interface ConditionTest {
  /** As written. */
  operator: string;
  parsed: Operator;
  key: string;
  values: string[];
}

/** A document that cannot be read as a policy. */
export class MalformedDocument extends Error {}

/**
 * Reads a policy document in every spelling that AWS accepts: one value or a list, one statement or a list, numbers and
 * booleans in conditions, any case of actions and operators. Throws MalformedDocument where it is none: a document that
 * AWS would not store decides nothing.
 */
export function normalize(document: unknown): NormalStatement[] {
  if (!isObject(document)) throw new MalformedDocument("A policy document is an object.");
  const { Version: version, Statement: statements } = document;
  if (version !== undefined && version !== "2012-10-17" && version !== "2008-10-17")
    throw new MalformedDocument(`Version ${JSON.stringify(version)} does not exist.`);
  if (statements === undefined) throw new MalformedDocument("The document has no Statement.");
  const list: unknown[] = Array.isArray(statements) ? statements : [statements];
  return list.map((statement, index) => normalizeStatement(statement, index, version === "2012-10-17"));
}

const elements = new Set([
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
]);

function normalizeStatement(statement: unknown, index: number, variables: boolean): NormalStatement {
  const fail = (message: string): never => {
    throw new MalformedDocument(`Statement ${index}: ${message}`);
  };
  if (!isObject(statement)) return fail("a statement is an object.");
  for (const key of Object.keys(statement)) if (!elements.has(key)) fail(`there is no element "${key}".`);
  const { Effect: effect, Sid: sid } = statement;
  if (effect !== "Allow" && effect !== "Deny") return fail("Effect is Allow or Deny.");
  const select = <T>(name: string, read: (value: unknown) => T[]): Selection<T> | undefined => {
    const [plain, negated] = [statement[name], statement[`Not${name}`]];
    if (plain !== undefined && negated !== undefined) fail(`it has both ${name} and Not${name}.`);
    if (plain !== undefined) return { not: false, items: read(plain) };
    return negated === undefined ? undefined : { not: true, items: read(negated) };
  };
  const strings = (value: unknown): string[] => texts(value, false) ?? fail("text or a list of texts is missing.");
  const action = select("Action", (value) => strings(value).map((text) => text.toLowerCase()));
  const principal = select("Principal", (value) => principals(value) ?? fail("its principal cannot be read."));
  const resource = select("Resource", strings);
  if (action === undefined) return fail("it has no Action.");
  if (principal?.not === true && effect === "Allow") fail("NotPrincipal goes with Deny alone.");
  return {
    index,
    ...(typeof sid === "string" && { sid }),
    effect,
    ...(principal && { principal }),
    action,
    ...(resource && { resource }),
    condition: conditions(statement["Condition"]) ?? fail("its Condition cannot be read."),
    variables,
  };
}

function principals(value: unknown): NamedPrincipal[] | undefined {
  if (value === "*") return [{ type: "*", value: "*" }];
  if (!isObject(value)) return undefined;
  const named: NamedPrincipal[] = [];
  for (const [type, names] of Object.entries(value)) {
    const list = texts(names, false);
    if (!isPrincipalType(type) || list === undefined) return undefined;
    for (const name of list)
      named.push(type === "AWS" && name === "*" ? { type: "*", value: "*" } : { type, value: name });
  }
  return named;
}

function conditions(value: unknown): ConditionTest[] | undefined {
  if (value === undefined) return [];
  if (!isObject(value)) return undefined;
  const tests: ConditionTest[] = [];
  for (const [operator, keys] of Object.entries(value)) {
    const parsed = parseOperator(operator);
    if (parsed === undefined || !isObject(keys)) return undefined;
    for (const [key, written] of Object.entries(keys)) {
      const values = texts(written, true);
      if (values === undefined) return undefined;
      tests.push({ operator, parsed, key, values });
    }
  }
  return tests;
}

function texts(value: unknown, scalars: boolean): string[] | undefined {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  const result: string[] = [];
  for (const item of list) {
    if (typeof item !== "string" && !(scalars && (typeof item === "number" || typeof item === "boolean")))
      return undefined;
    result.push(String(item));
  }
  return result;
}

function isPrincipalType(type: string): type is PrincipalType {
  return type === "AWS" || type === "Service" || type === "Federated" || type === "CanonicalUser";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
