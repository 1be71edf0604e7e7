import { join } from "node:path";
import type { Files } from "./files.ts";
import type { Findings } from "./findings.ts";
import { pathText, placeOf } from "./places.ts";
import { textOf } from "./source-file.ts";
import type { TreeMap } from "./tree.ts";

/** The file, beside the stack files, that Security owns: it alone holds what can weaken the rest. */
const name = "security.yaml";

/** The sections that stand in no other file, and beside which the file has none. */
export const securitySections: readonly string[] = [
  "administrators",
  "break-glass",
  "disabled-rules",
  "lock-out-overrides",
  "policy-exceptions",
  "raised-quotas",
  "trusted-third-parties",
];

/** The security file as it stands in one revision of the repository, by which a proposed change is judged. */
export interface SecurityFileRevision {
  /** As a person names it, such as `origin/main`. */
  revision: string;
  /** Undefined where the revision has no such file: it grants nothing then. */
  bytes: Buffer | undefined;
}

/** Where the security file of a directory of stack files stands. */
export function securityFile(directory: string): string {
  return join(directory, name);
}

/** Refuses security sections in any other file, and anything else in the security file; takes it out of the tree. */
export function checkSecuritySections(tree: TreeMap, isSecurityFile: boolean, findings: Findings): void {
  const refused = new Set<string>();
  for (const section of Object.keys(tree)) {
    if (section === "version" || securitySections.includes(section) === isSecurityFile) continue;
    const place = placeOf(findings.places, [section], "key");
    if (isSecurityFile) {
      findings.addAt("not-for-security-file", place, section, {
        message: `\`${section}\` does not belong into ${name}.`,
        fix: `Move it into another file: ${name} holds ${listed(securitySections)} alone.`,
      });
    } else {
      findings.addAt("security-file-only", place, section, {
        message: `\`${section}\` stands in ${name} beside the stack file, and nowhere else.`,
        fix: `Move it there, and have the stack's file include ${name}; who answers for security reviews it.`,
      });
    }
    refused.add(section);
  }
  remove(tree, refused, findings);
}

/** The files, with the security file of a directory as it stands in the revision, whatever stands there now. */
export function withSecurityFileOf({ revision, bytes }: SecurityFileRevision, directory: string, files: Files): Files {
  const ours = securityFile(directory);
  const name = `${revision}:${ours}`;
  return {
    list: files.list,
    has: (file) => file === ours || files.has(file),
    isLink: (file) => file !== ours && files.isLink(file),
    isInside: (from, file) => file === ours || files.isInside(from, file),
    nameOf: (file) => (file === ours ? name : files.nameOf(file)),
    text: (file, findings) => {
      if (file !== ours) return files.text(file, findings);
      return bytes === undefined ? "{}" : textOf(bytes, name, findings);
    },
  };
}

function remove(tree: TreeMap, refused: ReadonlySet<string>, { places }: Findings): void {
  if (refused.size === 0) return;
  const begins = new Set([...refused].map((section) => pathText([section])));
  for (const section of refused) Reflect.deleteProperty(tree, section);
  for (const path of places.keys()) {
    const [first = ""] = /^(?:"(?:[^"\\]|\\.)*"|[^.[]*)/u.exec(path) ?? [];
    if (begins.has(first)) places.delete(path);
  }
}

const listed = (names: readonly string[]): string => names.map((one) => `\`${one}\``).join(", ");
