import { printable } from "../iam/printable.ts";
import type { Position } from "./places.ts";

/** Columns of a line that are shown; what is longer is cut around the place. */
const widest = 100;

/**
 * The line of a place with a caret under what is meant, and above it the lines it belongs to, such as its section and its
 * entry there: each with its number. Nothing where there is no such line.
 */
export function codeFrame(lines: readonly string[], { line, column, length = 1 }: Position): string[] {
  const meant = lines[line - 1];
  if (meant === undefined || (meant === "" && column === 1)) return [];
  const gutter = String(line).length;
  const numbered = (number: number | "", shown: string): string => `${String(number).padStart(gutter)} | ${shown}`;
  const before = ending(meant.slice(0, column - 1), widest * 0.6);
  const marked = beginning(meant.slice(column - 1, column - 1 + length), widest - columns(before));
  const after = beginning(meant.slice(column - 1 + length), widest - columns(before + marked));
  return [
    ...parents(lines, line - 1).map((at) => numbered(at + 1, beginning(lines[at] ?? "", widest))),
    numbered(line, printable(before + marked + after)).trimEnd(),
    numbered("", blank(before) + "^".repeat(Math.max(1, columns(marked)))),
  ];
}

/** The lines above that a line belongs to, by indentation alone: the text may be no valid YAML. */
function parents(lines: readonly string[], line: number): number[] {
  const found: number[] = [];
  let depth = depthOf(lines[line] ?? "");
  for (let at = line - 1; at >= 0 && depth > 0; at--) {
    const text = lines[at] ?? "";
    if (/^\s*(?:#|$)/u.test(text) || depthOf(text) >= depth) continue;
    depth = depthOf(text);
    found.unshift(at);
  }
  return found;
}

/** A member of a list belongs to the key above it, also where both begin in one column. */
function depthOf(text: string): number {
  const spaces = text.length - text.trimStart().length;
  return /^\s*-(?:\s|$)/u.test(text) ? spaces + 0.5 : spaces;
}

/** As much of the beginning of a text as `width` columns show, printable. */
function beginning(text: string, width: number): string {
  const characters = Array.from(printable(text.slice(0, 2 * widest)));
  const shown = cut(characters, width);
  return shown.join("") + (shown.length < characters.length || text.length > 2 * widest ? "…" : "");
}

/** As much of the end of a text as `width` columns show, printable. */
function ending(text: string, width: number): string {
  const characters = Array.from(printable(text.slice(-2 * widest))).reverse();
  const shown = cut(characters, width).reverse();
  return (shown.length < characters.length || text.length > 2 * widest ? "…" : "") + shown.join("");
}

function cut(characters: readonly string[], width: number): string[] {
  let left = width;
  const end = characters.findIndex((one) => (left -= columns(one)) < 0);
  return characters.slice(0, end < 0 ? undefined : end);
}

const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|[\u{20000}-\u{3FFFD}]/u;

/** As terminals count: most of East Asia's characters take two, marks that combine none. */
function columns(text: string): number {
  return Array.from(text).reduce((sum, one) => sum + (/\p{M}/u.test(one) ? 0 : wide.test(one) ? 2 : 1), 0);
}

const blank = (text: string): string => " ".repeat(columns(text));
