import type { DocumentKind, Finding } from "./finding.ts";
import { findingOf } from "./finding.ts";
import { MalformedDocument, normalize, type NormalStatement } from "./normalize.ts";
import { validateDocument } from "./validate.ts";
import { repeatedKey } from "./validation/repeated-key.ts";

/** A document as far as it can be read: what it says, and what is wrong with it. */
export interface Reading {
  /** Every statement that can be read, with its index in the document. */
  statements: NormalStatement[];
  /** In the order of the document. A statement that is missing above has an error here. */
  findings: Finding[];
}

/**
 * Reads a policy document, as JSON text or as data, in every spelling that AWS accepts. Never throws: what is wrong is
 * located, and the statements beside it are read all the same, so that one mistake hides nothing.
 */
export function readDocument(document: unknown, kind: DocumentKind): Reading {
  if (typeof document !== "string") return read(document, kind, []);
  let data: unknown;
  try {
    data = JSON.parse(document);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { statements: [], findings: [findingOf("document-not-json", [], `The document is no JSON: ${why}.`)] };
  }
  // What reads and writes as it stands has no key twice; so does what the program writes.
  const repeated = JSON.stringify(data) === document ? undefined : repeatedKey(document);
  return read(
    data,
    kind,
    repeated === undefined
      ? []
      : [findingOf("key-repeated", repeated, `"${repeated.at(-1) ?? ""}" stands twice in one object.`)],
  );
}

function read(document: unknown, kind: DocumentKind, before: Finding[]): Reading {
  let findings: Finding[] | undefined;
  const { Version, Statement } = (document ?? {}) as Record<string, unknown>;
  const list: unknown[] = Statement === undefined ? [] : Array.isArray(Statement) ? Statement : [Statement];
  // A version that does not exist is a finding; what the statements say is read as of today.
  const version = Version === undefined || Version === "2008-10-17" ? Version : "2012-10-17";
  const statements = list.flatMap((statement, index) => {
    try {
      return normalize({ Version: version, Statement: [statement] }).map((read) => ({ ...read, index }));
    } catch (error) {
      if (error instanceof MalformedDocument) return [];
      throw error;
    }
  });
  return {
    statements,
    // Who asks for the statements alone is spared the search for what is wrong, which takes most of the time.
    get findings() {
      return (findings ??= [...before, ...validateDocument(document, kind)]);
    },
  };
}
