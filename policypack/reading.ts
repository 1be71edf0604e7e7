import type { DocumentKind } from "../iam/finding.ts";
import { type Reading, readDocument } from "../iam/reading.ts";

/** Every rule asks for the same documents, one rule after the other. */
const known = new Map<string, Reading>();

/** A document as far as it can be read; one that is text is read once. What it gives is shared: do not change it. */
export function readingOf(document: unknown, kind: DocumentKind): Reading {
  if (typeof document !== "string") return readDocument(document, kind);
  const key = `${kind} ${document}`;
  let reading = known.get(key);
  if (reading === undefined) {
    if (known.size >= 10_000) known.clear();
    known.set(key, (reading = readDocument(document, kind)));
  }
  return reading;
}
