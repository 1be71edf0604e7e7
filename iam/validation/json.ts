import { unknownText } from "../document.ts";
import type { Path, Report } from "../finding.ts";

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One text of an element, with the path of it. */
export interface Text {
  text: string;
  path: Path;
}

/**
 * The texts of an element that takes one or a list of them; what is no text, and an empty list, is reported and left
 * out; what is not known yet is left out. `scalars` takes numbers and booleans as their text, as condition values may be.
 */
export function texts(value: unknown, path: Path, report: Report, scalars = false): Text[] {
  if (Array.isArray(value) && value.length === 0) report("list-empty", path, `${name(path)} is an empty list.`);
  const list: [unknown, Path][] = Array.isArray(value)
    ? value.map((item: unknown, index): [unknown, Path] => [item, [...path, index]])
    : [[value, path]];
  return list.flatMap(([item, at]) => {
    if (item === unknownText) return [];
    if (typeof item === "string") return [{ text: item, path: at }];
    if (scalars && (typeof item === "number" || typeof item === "boolean")) return [{ text: String(item), path: at }];
    report("value-not-text", at, `${name(path)} takes text or a list of texts, not ${article(item)}.`);
    return [];
  });
}

function name(path: Path): string {
  return path.findLast((step) => typeof step === "string") ?? "This";
}

function article(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list in a list";
  return typeof value === "object" ? "an object" : `the ${typeof value} ${JSON.stringify(value)}`;
}
