import { unknownText } from "./document.ts";
import { findingOf, type DocumentKind, type Finding, type Path, type Report } from "./finding.ts";
import { nearest } from "./nearest.ts";
import { isObject } from "./validation/json.ts";
import { validateStatement } from "./validation/statement.ts";

const versions = ["2012-10-17", "2008-10-17"];
const elements = ["Version", "Id", "Statement"];

/**
 * Everything that is wrong with a policy document, in the order of the document; nothing where it is right. Takes any
 * JSON whatever and never throws. Whether a value is an object, a list or text is judged too, so that a document
 * without errors can be read as a PolicyDocument (but for `Version`, which may be missing with a warning or be 2008's).
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html and the pages of each element.
 */
export function validateDocument(document: unknown, kind: DocumentKind): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (...finding) => void findings.push(findingOf(...finding));
  if (!isObject(document)) {
    report("document-not-object", [], "A policy document is an object with Version and Statement.");
    return findings;
  }
  for (const key of Object.keys(document))
    if (!elements.includes(key))
      report(
        "element-unknown",
        [key],
        `A policy document has no element "${key}", only ${elements.join(", ")}.`,
        nearest(key, elements),
      );
  validateVersion(document["Version"], kind, report);
  validateCharacters(document, [], report);
  const statements = document["Statement"];
  const list = Array.isArray(statements) ? statements : [statements];
  const old = document["Version"] !== "2012-10-17";
  if (statements === undefined) report("statement-missing", ["Statement"], "The document has no Statement.");
  else if (list.length === 0) report("statement-missing", ["Statement"], "Statement is an empty list.");
  else {
    const sids = new Map<string, number>();
    list.forEach((statement: unknown, index) => {
      const path = Array.isArray(statements) ? ["Statement", index] : ["Statement"];
      if (!isObject(statement)) {
        report("statement-not-object", path, "A statement is an object.");
        return;
      }
      validateSid(statement["Sid"], [...path, "Sid"], index, sids, kind, report);
      validateStatement(statement, path, { kind, old, report });
    });
  }
  return findings;
}

function validateVersion(version: unknown, kind: DocumentKind, report: Report): void {
  const path = ["Version"];
  const newest = "2012-10-17";
  if ((kind === "scp" || kind === "rcp") && version !== newest)
    report("version-unknown", path, `The policies of an organization have the Version ${newest}.`, newest);
  else if (version === undefined)
    report("version-missing", path, "Without Version a document is read as of 2008, without policy variables.", newest);
  else if (typeof version !== "string" || !versions.includes(version))
    report("version-unknown", path, `The Version ${JSON.stringify(version)} does not exist.`, newest);
}

function validateSid(
  sid: unknown,
  path: Path,
  index: number,
  seen: Map<string, number>,
  kind: DocumentKind,
  report: Report,
): void {
  if (sid === undefined) return;
  if (typeof sid !== "string") {
    report("value-not-text", path, "Sid is text.");
    return;
  }
  // Services with resource policies of their own allow more characters than IAM does.
  const allowed = kind === "resource" ? /^[\x20-\xff]*$/ : /^[A-Za-z0-9]*$/;
  if (!allowed.test(sid))
    report(
      "sid-not-allowed",
      path,
      `The Sid "${sid}" may only have letters and digits.`,
      sid.replace(/[^A-Za-z0-9]/g, ""),
    );
  const first = seen.get(sid);
  if (first !== undefined && sid !== "")
    report("sid-duplicate", path, `The Sid "${sid}" is already that of statement ${first}; each has its own.`);
  else seen.set(sid, index);
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names */
function validateCharacters(value: unknown, path: Path, report: Report): void {
  if (value === unknownText) return;
  if (typeof value === "string") {
    const found = /[^\t\n\r\x20-\xff]/u.exec(value)?.[0];
    if (found === undefined) return;
    const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    report(
      "character-not-allowed",
      path,
      `The character U+${code} may not stand in a policy; allowed are those up to U+00FF.`,
    );
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      validateCharacters(item, [...path, index], report);
    });
  } else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (/[^\x20-\xff]/u.test(key)) validateCharacters(key, [...path, key], report);
      validateCharacters(item, [...path, key], report);
    }
  }
}
