import { printable } from "../../iam/printable.ts";
import { wrap } from "../../review/table-text.ts";
import type { Inventory } from "../aws/inventory.ts";

/** What exists in a virtual AWS, place by place and kind by kind, in lines of at most `width` characters. */
export function inventoryText(places: Inventory[], width: number): string {
  return places.map((place) => placeText(place, width)).join("");
}

function placeText({ place, accountId, made }: Inventory, width: number): string {
  const title = printable(accountId === undefined ? place : `${place} (${accountId})`);
  const kinds = Object.entries(made);
  if (kinds.length === 0) return `${title}: nothing\n`;
  return `${title}\n${kinds.map(([kind, names]) => kindText(kind, names.map(printable), width)).join("")}`;
}

function kindText(kind: string, names: string[], width: number): string {
  const indent = 6;
  const lines = wrap(names, Math.max(20, width - indent)).map((line) => `${" ".repeat(indent)}${line}\n`);
  return `  ${printable(kind)} (${names.length})\n${lines.join("")}`;
}
