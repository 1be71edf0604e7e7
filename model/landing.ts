import type { Path } from "./path.ts";
import type { AccessEntry } from "./sections/access.ts";
import { selectAccounts } from "./selector.ts";
import type { Stack } from "./stack.ts";
import { isOver } from "./values/date.ts";

/** Account → the first line of `access` that puts the set there. */
export type Landings = ReadonlyMap<string, Path>;

/** The set that an entry of a cell means. */
export function permissionSetOf(entry: AccessEntry): string {
  return typeof entry === "string" ? entry : entry["permission-set"];
}

/** Whether the entry's last day has passed. */
export function isExpired(entry: AccessEntry, today: string): boolean {
  return typeof entry !== "string" && entry.until !== undefined && isOver(entry.until, today);
}

/** Permission set → the accounts in which somebody has it. A set whose every line has expired lands nowhere. */
export function landings({ configuration, findings, today }: Stack): ReadonlyMap<string, Landings> {
  const landed = new Map<string, Map<string, Path>>();
  for (const [principal, row] of Object.entries(configuration.access)) {
    for (const [selector, entries] of Object.entries(row)) {
      const path = ["access", principal, selector];
      const accounts = selectAccounts(selector, configuration, path, findings);
      entries.forEach((entry, at) => {
        const set = permissionSetOf(entry);
        const places = landed.get(set) ?? new Map<string, Path>();
        landed.set(set, places);
        if (isExpired(entry, today)) return;
        for (const account of accounts) if (!places.has(account)) places.set(account, [...path, at]);
      });
    }
  }
  return landed;
}
