import type { NormalStatement } from "../iam/normalize.ts";
import { readDocument } from "../iam/reading.ts";

/** Every rule asks for the same documents, one rule after the other. */
const read = new Map<string, readonly NormalStatement[]>();

/** The statements of a policy of an identity, as far as it can be read. They are shared: do not change them. */
export function identityStatements(document: unknown): readonly NormalStatement[] {
  const text = typeof document === "string" ? document : JSON.stringify(document);
  let statements = read.get(text);
  if (statements === undefined) {
    if (read.size >= 10_000) read.clear();
    read.set(text, (statements = readDocument(text, "identity").statements));
  }
  return statements;
}
