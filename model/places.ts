import type { Path } from "./path.ts";

/** A place in the configuration, or the same written as text: `access.Developers.Production[0]`. */
export type ConfigPath = Path | string;

/** From 1; columns in UTF-16 units, as editors count. */
export interface Position {
  line: number;
  column: number;
  /** UTF-16 units of the text that is meant, within the line; 0 means the file as a whole; absent, a place alone. */
  length?: number;
}

export interface Place extends Position {
  file: string;
}

/** Where one node of the configuration stands. */
export interface Located {
  file: string;
  /** Absent for the members of a list. */
  key?: Position;
  value: Position;
  kind: "plain" | "quoted" | "map" | "list";
  /** It has a diagnostic already: what else would be said of it only follows from that. */
  refused?: boolean;
}

/** A file as a whole, for which its first line stands. */
export const wholeFile: Position = { line: 1, column: 1, length: 0 };

/** Where everything stands, by its path as text. The empty path is the file (of a stack: its stack file). */
export type Places = Map<string, Located>;

/** Writes a path as text. */
export function pathText(path: ConfigPath): string {
  if (typeof path === "string") return path;
  return path.reduce<string>((text, part) => childPath(text, part), "");
}

/** The path of a key of a map, or of a member of a list. A key that would read like several stands in quotes. */
export function childPath(path: string, part: string | number): string {
  if (typeof part === "number") return `${path}[${part}]`;
  const key = /[.[\]"]/u.test(part) ? JSON.stringify(part) : part;
  return path === "" ? key : `${path}.${key}`;
}

/** The path without its last part. A key in quotes may lose its end only, which the search for ancestors makes good. */
function shorter(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("."), path.lastIndexOf("[")));
}

/**
 * The place of a path, or of its nearest ancestor that is written somewhere. A text is pointed at itself, a map or a
 * list at its key; `at` asks for one of the two.
 */
export function placeOf(places: Places, path: ConfigPath, at?: "key" | "value"): Place {
  let text = pathText(path);
  let located = places.get(text);
  let asked = at;
  while (located === undefined && text !== "") {
    text = shorter(text);
    located = places.get(text);
    asked = "key";
  }
  if (located === undefined) return { file: "", ...wholeFile };
  const scalar = located.kind === "plain" || located.kind === "quoted";
  const wantsKey = asked === "key" || (asked === undefined && !scalar);
  return { file: located.file, ...(wantsKey ? (located.key ?? located.value) : located.value) };
}
