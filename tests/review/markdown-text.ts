/**
 * What of Markdown is no code: code spans as CommonMark finds them, first backticks to the next run of as many, are taken
 * out. Source: https://spec.commonmark.org/0.31.2/#code-spans
 */
export function withoutCode(markdown: string): string {
  let rest = markdown;
  let text = "";
  for (;;) {
    const open = /`+/u.exec(rest);
    if (open === null) return text + rest;
    const after = rest.slice(open.index + open[0].length);
    const close = [...after.matchAll(/`+/gu)].find(([run]) => run.length === open[0].length);
    // A block ends at an empty line, and code with it.
    if (close === undefined || after.slice(0, close.index).includes("\n\n")) {
      text += rest.slice(0, open.index + open[0].length);
      rest = after;
    } else {
      text += `${rest.slice(0, open.index)}\u25a1`;
      rest = after.slice(close.index + close[0].length);
    }
  }
}

/** How many cells each row of a table has: GitHub parts them at every `|` before which there is no backslash. */
export function cellsOf(markdown: string): number[] {
  return markdown
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split("|").length);
}
