import type { Scalar } from "yaml";
import { Lexer } from "yaml";
import type { DiagnosticCode } from "./diagnostics.ts";

type Report = (code: DiagnosticCode, offset: number, finding: { message: string; fix: string }) => void;

const spaces = /[\u00A0\u1680\u2000-\u200F\u2028\u2029\u202F\u205F-\u2064\u3000\uFEFF]/u;
const curly = /[\u2018-\u201F]/u;

/** Finds characters of one key or text that look like others, and a comment that swallows the end of a text. */
export function checkCharacters(source: string, node: Scalar, report: Report): void {
  const [start, end] = node.range ?? [0, 0];
  const written = source.slice(start, end);
  const space = spaces.exec(written);
  if (space !== null) {
    const code = space[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0") ?? "";
    report("yaml-invisible-space", start + space.index, {
      message: `A character that looks like a space or like nothing stands here (U+${code}).`,
      fix: "Delete it and type a space.",
    });
  }
  const quote = curly.exec(written);
  if (quote !== null) {
    report("yaml-curly-quotes", start + quote.index, {
      message: `A curly quote stands here: ${quote[0]}`,
      fix: `Type a straight one: " or '`,
    });
  }
  if (node.type !== "PLAIN") return;
  const swallowed = /^[ \t]+(#[^\s#].*)/u.exec(source.slice(end, source.indexOf("\n", end) >>> 0));
  if (swallowed?.[1] !== undefined) {
    const comment = swallowed[1].trimEnd();
    report("yaml-comment-swallows-text", end + swallowed[0].indexOf("#"), {
      message: `\`${comment}\` is a comment to YAML: the text ends before it.`,
      fix: `Put the text in quotes: "${written} ${comment}"; if it is a comment, write a space after the #.`,
    });
  }
}

/** Finds the first tab of each line, outside comments. */
export function checkTabs(source: string, report: (offset: number) => void): void {
  if (!source.includes("\t")) return;
  let offset = 0;
  let reported = -1;
  for (const token of new Lexer().lex(source)) {
    if (/^[\u0002\u0018\u001F]$/u.test(token)) continue;
    if (!token.startsWith("#")) {
      for (let at = token.indexOf("\t"); at >= 0; at = token.indexOf("\t", at + 1)) {
        const line = source.lastIndexOf("\n", offset + at - 1);
        if (line !== reported) report(offset + at);
        reported = line;
      }
    }
    offset += token.length;
  }
}
