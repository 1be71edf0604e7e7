import type { NormalStatement } from "../iam/normalize.ts";
import { readingOf } from "./reading.ts";

/** The statements of a policy of an identity, as far as it can be read. They are shared: do not change them. */
export function identityStatements(document: unknown): readonly NormalStatement[] {
  return readingOf(typeof document === "string" ? document : JSON.stringify(document), "identity").statements;
}
