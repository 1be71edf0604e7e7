import { canonicalJson } from "./canonical.ts";
import type { PolicyDocument } from "./document.ts";
import type { DocumentKind } from "./finding.ts";

/**
 * The size of a document in characters as AWS counts it against its quotas. IAM counts no white space, here: none
 * outside of strings, so that the answer is never too small; Organizations counts every character of SCPs and RCPs, and
 * resource policies are counted in full too. A document given as data is counted as its canonical JSON, which has none.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 * and https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export function documentSize(document: PolicyDocument | string, kind: DocumentKind): number {
  if (typeof document !== "string") return canonicalJson(document).length;
  if (kind === "scp" || kind === "rcp" || kind === "resource") return document.length;
  return document.replace(/("(?:[^"\\]|\\.)*")|\s+/gs, (_, string: string | undefined) => string ?? "").length;
}
