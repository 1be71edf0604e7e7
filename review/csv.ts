import { printable } from "../iam/printable.ts";

/**
 * Comma-separated values as RFC 4180 has them: a line for each row, every field in quotes, lines end with CR LF. What a
 * spreadsheet would take for a formula, also where it separates by another character, has an apostrophe before it; what
 * would not be seen stands as escapes, line breaks among it.
 * Sources: https://www.rfc-editor.org/rfc/rfc4180; https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

function field(text: string): string {
  const harmless = printable(text).replace(/(^|[,;|"])(\s*)(?=[=+\-@＝＋－＠])/gu, "$1'$2");
  return `"${harmless.replaceAll('"', '""')}"`;
}
