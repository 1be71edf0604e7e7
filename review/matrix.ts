import type { AccessLine } from "../model/access-line.ts";
import type { Deployment, Role } from "../model/deployment.ts";

/** Who has what where: one row for each group or user, one column for each account, over all stacks. */
export interface AccessMatrix {
  /** Names of the accounts, sorted: every account that a stack owns, assigns in, or administers from. */
  accounts: string[];
  rows: AccessRow[];
}

export interface AccessRow {
  principal: { type: "GROUP" | "USER"; name: string };
  /** By account; absent where the principal has nothing there. Sorted by permission set, each once. */
  cells: ReadonlyMap<string, readonly Grant[]>;
}

export interface Grant {
  permissionSet: string;
  stack: string;
  /** The last day, YYYY-MM-DD, UTC, inclusive; absent where one of the lines has none. */
  until?: string;
  /** The lines of the YAML that give it, as far as they are known. */
  reasons: readonly AccessLine[];
}

/** Which software works where as which role: one row for each workload and pipeline, one column for each account. */
export interface RoleMatrix {
  /** Names of the accounts in which there is such a role, sorted. */
  accounts: string[];
  rows: RoleRow[];
}

export interface RoleRow {
  kind: "workload" | "pipeline";
  name: string;
  cells: ReadonlyMap<string, readonly RoleUse[]>;
}

/** A role, and what it is there for. */
export interface RoleUse {
  /** `ecs`, `own trust` where the YAML writes it out, `execution`, `start`, `deploy`, `break-glass`. */
  use: string;
  roleName: string;
  arn: string;
  account: string;
  instanceProfile?: string;
  stack: string;
  configPath: string;
}

/** The access matrix of an organization, from what all its stacks deploy and the lines that say so. Groups come before users. */
export function accessMatrix(deployments: readonly Deployment[], lines: readonly AccessLine[] = []): AccessMatrix {
  const rows = new Map<string, { principal: AccessRow["principal"]; cells: Map<string, Grant[]> }>();
  for (const { stack, access } of deployments) {
    for (const { principal, cells } of access) {
      const key = `${principal.type} ${principal.name}`;
      const row = known(rows, key, () => ({ principal, cells: new Map<string, Grant[]>() }));
      for (const { account, permissionSet } of cells) {
        const grants = known(row.cells, account, () => []);
        if (grants.some((grant) => grant.permissionSet === permissionSet)) continue;
        const reasons = lines.filter(
          (line) =>
            !line.ended &&
            line.stack === stack &&
            line.permissionSet === permissionSet &&
            `${line.principal.type} ${line.principal.name}` === key &&
            line.accounts.includes(account),
        );
        grants.push({ permissionSet, stack, ...until(reasons), reasons });
      }
    }
  }
  for (const grants of [...rows.values()].flatMap(({ cells }) => [...cells.values()])) {
    grants.sort((a, b) => compare(a.permissionSet, b.permissionSet));
  }
  const accounts = deployments.flatMap(({ accounts: own, access, workloads }) => [
    ...own.map(({ name }) => name),
    ...access.flatMap(({ cells }) => cells.map(({ account }) => account)),
    ...workloads.map(({ account }) => account),
  ]);
  return { accounts: sortedSet(accounts), rows: sortedBy(rows) };
}

function until(reasons: readonly AccessLine[]): { until?: string } {
  const days = reasons.flatMap((line) => line.until ?? []).sort();
  const last = days.at(-1);
  return last === undefined || days.length < reasons.length ? {} : { until: last };
}

/** The roles of workloads and pipelines of an organization, from what all its stacks deploy. Pipelines come first. */
export function roleMatrix(deployments: readonly Deployment[]): RoleMatrix {
  const rows = new Map<string, Pick<RoleRow, "kind" | "name"> & { cells: Map<string, RoleUse[]> }>();
  const add = (kind: RoleRow["kind"], configPath: string, stack: string, role: Role, use: string, profile?: string) => {
    const name = configPath.slice(configPath.indexOf(".") + 1);
    const row = known(rows, `${kind} ${name}`, () => ({ kind, name, cells: new Map<string, RoleUse[]>() }));
    known(row.cells, role.account, () => []).push({
      ...roleUse(role, use, stack),
      ...(profile !== undefined && { instanceProfile: profile }),
    });
  };
  for (const { stack, workloads, pipelines } of deployments) {
    for (const { configPath, role, executionRole, runsOn, instanceProfile } of workloads) {
      add("workload", configPath, stack, role, runsOn ?? "own trust", instanceProfile);
      if (executionRole !== undefined) add("workload", configPath, stack, executionRole, "execution");
    }
    for (const { configPath, source, targets } of pipelines) {
      if (source !== undefined) add("pipeline", configPath, stack, source, "start");
      for (const target of targets) add("pipeline", configPath, stack, target, "deploy");
    }
  }
  const all = sortedBy(rows);
  return { accounts: sortedSet(all.flatMap(({ cells }) => [...cells.keys()])), rows: all };
}

/** Who may become what when nothing else works; undefined where nobody may. */
export interface BreakGlassAccess {
  users: string[];
  roles: RoleUse[];
}

export function breakGlassAccess(deployments: readonly Deployment[]): BreakGlassAccess | undefined {
  const all = deployments.flatMap(({ stack, breakGlass }) => (breakGlass === undefined ? [] : [{ stack, breakGlass }]));
  const users = all.flatMap(({ breakGlass }) => breakGlass.users.map(({ userName }) => userName));
  const roles = all
    .flatMap(({ stack, breakGlass }) => breakGlass.roles.map((role) => roleUse(role, "break-glass", stack)))
    .sort((a, b) => compare(a.account, b.account));
  return all.length === 0 ? undefined : { users: sortedSet(users), roles };
}

function roleUse({ roleName, arn, account, configPath }: Role, use: string, stack: string): RoleUse {
  return { use, roleName, arn, account, stack, configPath };
}

/** What the map has under the key; if it has nothing, what `make` makes, from then on. */
function known<T>(map: Map<string, T>, key: string, make: () => T): T {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

const sortedSet = (names: readonly string[]): string[] => [...new Set(names)].sort(compare);

function sortedBy<Row>(rows: Map<string, Row>): Row[] {
  return [...rows].sort(([a], [b]) => compare(a, b)).map(([, row]) => row);
}

/** By code point, as the model sorts: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
