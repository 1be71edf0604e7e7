import type { PolicyDocument } from "../../iam/document.ts";
import { say, word } from "../phrase.ts";
import { documentChange, limiting } from "./documents.ts";
import { members } from "./fields.ts";
import type { Detail, Effect } from "./item.ts";

/** Keys that say what something is called or is for, and nothing about what it does. */
const harmless = ["name", "formerly", "configPath", "description", "tags"];

/** What differs between two trees of plain data, leaf by leaf, where no leaf has a meaning of its own here. */
export function leafChanges(before: unknown, after: unknown, effect: Effect, path: readonly string[] = []): Detail[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const key = path.at(-1) ?? "";
  if (key !== "" && harmless.includes(key)) {
    return key === "description" || key === "tags"
      ? [{ effect: "none", sign: "~", text: say`${word("description or tags of")} ${path.slice(0, -1).join(" ")}` }]
      : [];
  }
  if (isDocument(before) || isDocument(after)) {
    const granted = (document: unknown) => ({
      document: isDocument(document) ? document : undefined,
      shortGrants: [],
    });
    return documentChange(granted(before), granted(after), limiting).map((detail) => ({
      ...detail,
      // Who may read or delete what is watched: more is no better than less.
      effect: detail.effect === "none" ? "none" : effect,
      text: say`${path.join(" ")}: ${detail.text}`,
    }));
  }
  if (isTextList(before) && isTextList(after)) {
    return members(before, after, {
      gained: effect,
      lost: effect,
      say: (member) => say`${path.join(" ")}: ${member}`,
    });
  }
  if (isNamedList(before) && isNamedList(after)) return leafChanges(byName(before), byName(after), effect, path);
  if (isTree(before) && isTree(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return keys.flatMap((one) => leafChanges(before[one], after[one], effect, [...path, one]));
  }
  const sign = before === undefined ? "+" : after === undefined ? "-" : "~";
  const where = path.join(" ");
  if (sign !== "~" && (isTree(before) || isTree(after))) return [{ effect, sign, text: say`${where}` }];
  const values = [before, after].filter((one) => one !== undefined).map((one) => JSON.stringify(one));
  return [{ effect, sign, text: say`${where}: ${values.join(" → ")}` }];
}

/** Of such a list, too, the order means nothing. */
function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
}

type Named = { name: string }[];

/** Of such a list the order means nothing. */
function isNamedList(value: unknown): value is Named {
  return Array.isArray(value) && value.every((one) => isTree(one) && typeof one["name"] === "string");
}

const byName = (list: Named): Record<string, unknown> => Object.fromEntries(list.map((one) => [one.name, one]));

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isDocument(value: unknown): value is PolicyDocument {
  return isTree(value) && "Version" in value && Array.isArray(value["Statement"]);
}
