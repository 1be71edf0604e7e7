import type { Place } from "../model/places.ts";
import type { RoleUse } from "./matrix.ts";
import type { MatrixReport } from "./matrix-report.ts";

/** One cell of either matrix by itself. */
export interface MatrixCell {
  stack: string;
  account: string;
  holder: "group" | "user" | "workload" | "pipeline" | "break-glass";
  name: string;
  holds: "permission set" | "role";
  /** Of the set or the role. */
  held: string;
  /** What a role is there for; null of a permission set. */
  use: string | null;
  /** YYYY-MM-DD, UTC, inclusive; null where it does not end. */
  until: string | null;
  reasons: CellReason[];
}

/** A line of the YAML for which a cell is there. */
export interface CellReason {
  place: Place;
  /** Which accounts the line means, as written; null where it names them otherwise. */
  selector: string | null;
  until: string | null;
  reason: string | null;
  ticket: string | null;
  owner: string | null;
}

/** Every cell of both matrices, by holder, name and account. */
export function matrixCells({ access, roles, breakGlass, placeOf }: MatrixReport): MatrixCell[] {
  const people = access.rows.flatMap(({ principal, cells }) =>
    access.accounts.flatMap((account) =>
      (cells.get(account) ?? []).map(({ permissionSet, stack, until, reasons }): MatrixCell => ({
        stack,
        account,
        holder: principal.type === "USER" ? "user" : "group",
        name: principal.name,
        holds: "permission set",
        held: permissionSet,
        use: null,
        until: until ?? null,
        reasons: reasons.map((line) => ({
          place: line.place,
          selector: line.selector,
          until: line.until ?? null,
          reason: line.reason ?? null,
          ticket: line.ticket ?? null,
          owner: line.owner ?? null,
        })),
      })),
    ),
  );
  const role = (holder: MatrixCell["holder"], name: string, use: RoleUse): MatrixCell => ({
    stack: use.stack,
    account: use.account,
    holder,
    name,
    holds: "role",
    held: use.roleName,
    use: use.use,
    until: null,
    reasons: [{ place: placeOf(use), selector: null, until: null, reason: null, ticket: null, owner: null }],
  });
  const software = roles.rows.flatMap(({ kind, name, cells }) =>
    roles.accounts.flatMap((account) => (cells.get(account) ?? []).map((use) => role(kind, name, use))),
  );
  const emergency = (breakGlass?.users ?? []).flatMap((user) =>
    (breakGlass?.roles ?? []).map((use) => role("break-glass", user, use)),
  );
  return [...people, ...software, ...emergency];
}
