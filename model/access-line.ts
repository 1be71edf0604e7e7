import type { AccountAssignments } from "./deployment.ts";
import { Findings } from "./findings.ts";
import { isExpired, permissionSetOf } from "./landing.ts";
import { type Place, placeOf } from "./places.ts";
import { principalOf } from "./resolve/access.ts";
import { selectAccounts } from "./selector.ts";
import type { Stack } from "./stack.ts";

/** One permission set in one line of `access`: why cells of the matrix are there, or were. */
export interface AccessLine {
  stack: string;
  principal: AccountAssignments["principal"];
  /** As written. */
  selector: string;
  /** The accounts that the selector means, sorted. */
  accounts: string[];
  permissionSet: string;
  /** The last day, YYYY-MM-DD, UTC. */
  until?: string;
  reason?: string;
  ticket?: string;
  owner?: string;
  /** Whether its last day is over: it gives nothing any more. */
  ended: boolean;
  place: Place;
}

/** Every line of a stack's `access`, those that have ended too, in an order of their own. */
export function accessLines({ configuration, findings, today }: Stack): AccessLine[] {
  const { places } = findings;
  const lines = Object.entries(configuration.access).flatMap(([key, row]) =>
    Object.entries(row).flatMap(([selector, entries]) => {
      const path = ["access", key, selector];
      // What is wrong with the selector has been said.
      const accounts = selectAccounts(selector, configuration, path, new Findings(places)).sort();
      return entries.map((entry, at): AccessLine => {
        const { "permission-set": permissionSet = permissionSetOf(entry), ...conditions } =
          typeof entry === "string" ? {} : entry;
        return {
          stack: configuration.stack,
          principal: principalOf(key),
          selector,
          accounts,
          permissionSet,
          ...conditions,
          ended: isExpired(entry, today),
          place: placeOf(places, [...path, at]),
        };
      });
    }),
  );
  const order = ({ principal, selector, permissionSet }: AccessLine): string =>
    [principal.type, principal.name, selector, permissionSet].join("\0");
  return lines.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
