import type { ErrorCode, YAMLError } from "yaml";
import type { DiagnosticCode } from "./diagnostics.ts";

type Report = (code: DiagnosticCode, offset: number, finding: { message: string; fix?: string }) => void;

/** What the parser's errors mean to somebody who does not know the parser. */
const words: Partial<Record<ErrorCode, { message: string; fix?: string; code?: DiagnosticCode }>> = {
  BLOCK_AS_IMPLICIT_KEY: {
    code: "text-became-map",
    message: "A colon and a space make YAML read a map inside this text.",
    fix: "Put the text in quotes.",
  },
  BAD_ALIAS: { code: "yaml-alias", message: "`*` without quotes begins an alias.", fix: 'Put the text in quotes: "*"' },
  BAD_INDENT: {
    message: "The indentation fits nothing above.",
    fix: "Indent with two spaces; lines of one list or map begin in one column.",
  },
  BAD_SCALAR_START: { message: "Text cannot begin with this character.", fix: "Put the text in quotes." },
  BAD_DQ_ESCAPE: {
    message: "In double quotes a backslash begins an escape that does not exist.",
    fix: "Use single quotes.",
  },
  MISSING_CHAR: { message: "A quote, bracket, brace, comma or colon is missing." },
  MULTILINE_IMPLICIT_KEY: {
    message: "A key goes over several lines, or its colon is missing.",
    fix: "Write `key: value` in one line.",
  },
  BLOCK_IN_FLOW: {
    message: "Lines with `- ` or `key:` cannot stand between brackets or braces.",
    fix: "Close the bracket, or write lines only.",
  },
  UNEXPECTED_TOKEN: {
    message: "This does not belong here: something before it ends too early or is indented differently.",
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
    const { code: ours = "yaml-syntax", message, fix } = words[code] ?? { message: "YAML cannot be read here." };
    if (lost) continue;
    lost = ours === "yaml-syntax";
    const spaces = /^ */u.exec(source.slice(pos[0]))?.[0].length ?? 0;
    report(ours, pos[0] + spaces, fix === undefined ? { message } : { message, fix });
  }
  return errors.length === 0;
}
