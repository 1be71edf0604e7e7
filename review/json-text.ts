import { unseen } from "../iam/printable.ts";

/**
 * JSON, indented, that a terminal or a workflow's log bears as well: what would steer either stands as an escape within
 * the texts, which means the same to whoever parses it. Ends with a line feed.
 */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, undefined, 2);
  const seen = text.replace(unseen, (character) => (character === "\n" ? character : escaped(character)));
  return `${seen.replaceAll("##[", "##\\u005b")}\n`;
}

function escaped(character: string): string {
  return [...Array(character.length).keys()]
    .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
    .join("");
}
