import { printable } from "../iam/printable.ts";

/**
 * A name as code in Markdown: GitHub reads nothing in it, no mention, link, HTML, picture or emphasis. What would not be
 * seen, line breaks among it, is shown as escapes.
 * Source: https://github.github.com/gfm/#code-spans
 */
export function code(name: string): string {
  const text = printable(name);
  if (text.trim() === "") return "(empty)";
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const apart = /^[` ]|[` ]$/u.test(text) ? " " : "";
  return `${fence}${apart}${text}${apart}${fence}`;
}

/** The same in a cell of a table, where even in code a `|` would end the cell. */
export function codeInTable(name: string): string {
  return code(name.replaceAll("|", "\\u{7c}"));
}
