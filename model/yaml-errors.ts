import type { ErrorCode, YAMLError } from "yaml";
import type { DiagnosticCode } from "./diagnostics.ts";

type Report = (code: DiagnosticCode, offset: number, finding: { message: string; fix: string }) => void;

/** What the parser's errors mean to somebody who does not know the parser. */
const words: Partial<Record<ErrorCode, { message: string; fix: string; code?: DiagnosticCode }>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    code: "text-became-map",
    message: "A colon followed by a space cuts this text in two.",
    fix: "Put the whole text in quotes.",
  },
  BAD_ALIAS: {
    code: "yaml-alias",
    message: "`*` without quotes stands for something defined elsewhere.",
    fix: 'Put the text in quotes: "*"',
  },
  BAD_INDENT: {
    message: "The line begins in a column that fits nothing above it.",
    fix: "What belongs together begins in one column; what belongs to a line stands two spaces further in.",
  },
  BAD_SCALAR_START: { message: "A text cannot begin with this character.", fix: "Put the text in quotes." },
  BAD_DQ_ESCAPE: {
    message: "A backslash has a meaning of its own in double quotes.",
    fix: "Use single quotes: '...'",
  },
  MISSING_CHAR: {
    message: "A quote, bracket, brace, comma or colon is missing.",
    fix: 'Look here and in the lines before for a " [ or { without its other half, and for a name without its colon.',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: "A name goes over several lines, or its colon is missing.",
    fix: "Write `key: value` in one line.",
  },
  BLOCK_IN_FLOW: {
    message: "Lines with `- ` or `key:` cannot stand between brackets or braces.",
    fix: "Close the bracket, or write lines only.",
  },
  UNEXPECTED_TOKEN: {
    message: "This does not belong here: something before it ends too early or is indented differently.",
    fix: "Compare it with the lines before: the same things begin in the same column.",
  },
  MULTIPLE_ANCHORS: { code: "yaml-alias", message: "An anchor stands here.", fix: "Delete it." },
  MULTIPLE_TAGS: { code: "yaml-tag", message: "Tags stand here.", fix: "Delete them." },
  BAD_DIRECTIVE: { message: "A line that begins with % is an instruction to YAML.", fix: "Delete it." },
};

/**
 * Reports what YAML cannot read; returns whether there is nothing. After a mistake in the syntax the reader is lost, so
 * that only the first is reported; text that became a map or an alias is a mistake of its own.
 */
export function reportSyntax(errors: readonly YAMLError[], source: string, report: Report): boolean {
  let lost = source.includes("\t") && errors.some(({ code }) => code === "TAB_AS_INDENT");
  for (const { code, pos } of errors) {
    const {
      code: ours = "yaml-syntax",
      message,
      fix,
    } = words[code] ?? {
      message: "This cannot be read.",
      fix: "Compare it with a line that works: a name, a colon, a space, a value.",
    };
    if (lost) continue;
    lost = ours === "yaml-syntax";
    const spaces = /^ */u.exec(source.slice(pos[0]))?.[0].length ?? 0;
    report(ours, pos[0] + spaces, { message, fix });
  }
  return errors.length === 0;
}
