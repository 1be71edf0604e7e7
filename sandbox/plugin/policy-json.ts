import { isObject, textOf } from "./property-values.ts";
import type { Value } from "./property-values.ts";

/** A policy as the official plugin sends it: keys in order, no blanks. Text that is no JSON stays as it is. */
export function normalised(document: Value): string {
  const parsed = parse(document);
  return parsed === undefined ? textOf(document) : JSON.stringify(ordered(parsed));
}

/** Whether two policies mean the same, whatever the order of their parts and whether one value stands in a list. */
export function equivalent(one: Value, other: Value): boolean {
  const [a, b] = [parse(one), parse(other)];
  if (a === undefined || b === undefined) return one === other;
  return JSON.stringify(ordered(canonical(a))) === JSON.stringify(ordered(canonical(b)));
}

/** IAM answers with documents in URL encoding. */
export function decoded(document: unknown): string {
  const text = String(document);
  return text.startsWith("%7B") ? decodeURIComponent(text) : text;
}

function parse(document: Value): Value | undefined {
  if (typeof document !== "string") return document;
  try {
    return JSON.parse(document) as Value;
  } catch {
    return undefined;
  }
}

function ordered(value: Value): Value {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((name) => [name, ordered(value[name] ?? null)]));
}

function canonical(document: Value): Value {
  if (!isObject(document)) return document;
  const statements = asList(document["Statement"] ?? []).map((statement) => ordered(statementMeaning(statement)));
  return { ...document, Statement: statements.map((statement) => JSON.stringify(statement)).sort() };
}

function statementMeaning(statement: Value): Value {
  if (!isObject(statement)) return statement;
  const entries = Object.entries(statement).map(([key, value]): [string, Value] => {
    if (/^(Not)?(Action|Resource)$/.test(key)) return [key, asSet(value)];
    if (/^(Not)?Principal$/.test(key)) return [key, principals(value)];
    if (key === "Condition") return [key, condition(value)];
    return [key, value];
  });
  return Object.fromEntries(entries);
}

function principals(value: Value): Value {
  if (!isObject(value)) return value === "*" ? { AWS: ["*"] } : value;
  // An account's root and the bare account id are the same principal.
  const named = (principal: Value): Value =>
    typeof principal === "string" ? principal.replace(/^arn:[^:]+:iam::(\d{12}):root$/, "$1") : principal;
  return Object.fromEntries(Object.entries(value).map(([type, who]) => [type, asSet(asList(who).map(named))]));
}

function condition(value: Value): Value {
  if (!isObject(value)) return value;
  const operators = Object.entries(value).map(([operator, keys]): [string, Value] => [
    operator,
    isObject(keys)
      ? Object.fromEntries(Object.entries(keys).map(([key, wanted]) => [key, asSet(asList(wanted).map(String))]))
      : keys,
  ]);
  return Object.fromEntries(operators);
}

function asList(value: Value): Value[] {
  return Array.isArray(value) ? value : [value];
}

function asSet(value: Value): Value[] {
  return [...new Set(asList(value))].sort();
}
