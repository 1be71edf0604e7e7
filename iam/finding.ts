/** What can be wrong with a policy document. `refused`: AWS itself refuses to store such a document. */
export const findingKinds = {
  "document-not-json": { severity: "error", refused: true },
  "key-repeated": { severity: "error", refused: true },
  "document-not-object": { severity: "error", refused: true },
  "character-not-allowed": { severity: "error", refused: true },
  "element-unknown": { severity: "error", refused: true },
  "version-missing": { severity: "warning", refused: false },
  "version-unknown": { severity: "error", refused: true },
  "statement-missing": { severity: "error", refused: true },
  "statement-not-object": { severity: "error", refused: true },
  "sid-not-allowed": { severity: "error", refused: true },
  "sid-duplicate": { severity: "error", refused: true },
  "effect-missing": { severity: "error", refused: true },
  "effect-unknown": { severity: "error", refused: true },
  "effect-not-allowed": { severity: "error", refused: true },
  "value-not-text": { severity: "error", refused: true },
  "list-empty": { severity: "error", refused: true },
  "action-missing": { severity: "error", refused: true },
  "action-and-not-action": { severity: "error", refused: true },
  "action-malformed": { severity: "error", refused: true },
  "action-not-allowed": { severity: "error", refused: true },
  "service-unknown": { severity: "error", refused: false },
  "action-unknown": { severity: "error", refused: false },
  "action-matches-nothing": { severity: "error", refused: false },
  "action-accepts-no-resource": { severity: "warning", refused: false },
  "resource-missing": { severity: "error", refused: true },
  "resource-and-not-resource": { severity: "error", refused: true },
  "resource-not-allowed": { severity: "error", refused: true },
  "resource-malformed": { severity: "error", refused: true },
  "resource-incomplete": { severity: "error", refused: false },
  "resource-accepted-by-no-action": { severity: "warning", refused: false },
  "principal-missing": { severity: "error", refused: true },
  "principal-and-not-principal": { severity: "error", refused: true },
  "principal-not-allowed": { severity: "error", refused: true },
  "principal-type-unknown": { severity: "error", refused: true },
  "principal-malformed": { severity: "error", refused: true },
  "condition-not-object": { severity: "error", refused: true },
  "operator-unknown": { severity: "error", refused: true },
  "condition-key-malformed": { severity: "error", refused: true },
  "condition-key-unknown": { severity: "warning", refused: false },
  "condition-value-malformed": { severity: "error", refused: true },
  "variable-needs-version": { severity: "warning", refused: false },
  "variable-not-allowed": { severity: "warning", refused: false },
} as const satisfies Record<string, { severity: "error" | "warning"; refused: boolean }>;

export type FindingCode = keyof typeof findingKinds;

/** The kind of policy a document is written for: what it may say depends on it. */
export type DocumentKind = "identity" | "trust" | "resource" | "scp" | "rcp" | "boundary";

export type Path = (string | number)[];

export interface Finding {
  code: FindingCode;
  severity: "error" | "warning";
  /** Index of the statement; absent where the document as a whole is meant. */
  statement?: number;
  /** Way to the value from the document's root, such as `["Statement", 0, "Action", 2]`; its last step may be missing there. */
  path: Path;
  /** One sentence: what was found and what is allowed. */
  message: string;
  /** What to write instead, where that is known: the nearest real name, for example. */
  fix?: string;
}

/** Whether AWS itself answers MalformedPolicyDocument; other findings are about documents that AWS takes and that do nothing good. */
export function refusedByAws(finding: Finding): boolean {
  return findingKinds[finding.code].refused;
}

/** Collects findings; `statement` follows from the path. */
export type Report = (code: FindingCode, path: Path, message: string, fix?: string) => void;

export function findingOf(code: FindingCode, path: Path, message: string, fix?: string): Finding {
  const index =
    path[0] === "Statement" ? (typeof path[1] === "number" ? path[1] : path.length > 1 ? 0 : undefined) : undefined;
  return {
    code,
    severity: findingKinds[code].severity,
    ...(index !== undefined && { statement: index }),
    path,
    message,
    ...(fix !== undefined && { fix }),
  };
}
