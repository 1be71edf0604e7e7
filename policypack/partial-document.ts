import { unknownText } from "../iam/document.ts";
import type { PlacedDocument } from "./documents.ts";
import { unknown } from "./known.ts";

type Data = Readonly<Record<string, unknown>>;

/**
 * A policy document as data of which something is not known yet, so that the rest of it can be read: `unknownText` in
 * place of a text, and of a statement one that allows who knows what. A condition that is not known says who calls until
 * it is. `unknown` where nothing of it is known.
 */
export function readable(document: unknown, kind: PlacedDocument["kind"]): unknown {
  if (!isData(document)) return document;
  const { Version: version, Statement: statements } = document;
  if (statements === unknown) return unknown;
  const read = (statement: unknown): unknown => {
    if (statement === unknown || (isData(statement) && statement["Effect"] === unknown)) return standIn(kind);
    return isData(statement) ? statementOf(statement) : statement;
  };
  return {
    ...document,
    ...(version === unknown && { Version: "2012-10-17" }),
    ...("Statement" in document && { Statement: Array.isArray(statements) ? statements.map(read) : read(statements) }),
  };
}

function standIn(kind: PlacedDocument["kind"]): Data {
  return {
    Effect: "Allow",
    Action: unknownText,
    ...(kind !== "identity" && { Principal: { AWS: unknownText } }),
    ...(kind !== "trust" && { Resource: unknownText }),
  };
}

function statementOf(statement: Data): Data {
  const read = Object.entries(statement).filter(([element, value]) => element !== "Sid" || value !== unknown);
  return Object.fromEntries(read.map(([element, value]) => [element, elementOf(element, value)]));
}

function elementOf(element: string, value: unknown): unknown {
  if (element === "Condition") return named("StringEquals", value, (keys) => named(unknownText, keys, texts));
  return element.endsWith("Principal") ? named("AWS", value, texts) : texts(value);
}

/** An object with each value read; one that is not known has one that is not either, under a name. */
function named(name: string, value: unknown, read: (item: unknown) => unknown): unknown {
  if (value === unknown) return { [name]: read(unknown) };
  return isData(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, read(item)])) : value;
}

function texts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(texts);
  return value === unknown ? unknownText : value;
}

function isData(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
