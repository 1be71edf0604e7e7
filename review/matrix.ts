import type { Deployment, WorkloadRole } from "../model/deployment.ts";

/** Who has what where: one row for each group or user, one column for each account, over all stacks. */
export interface AccessMatrix {
  /** Names of the accounts, sorted: every account that a stack owns, assigns in, or administers from. */
  accounts: string[];
  rows: AccessRow[];
}

export interface AccessRow {
  principal: { type: "GROUP" | "USER"; name: string };
  /** By account; absent where the principal has nothing there. Sorted by permission set, each once. */
  cells: Partial<Record<string, Grant[]>>;
}

export interface Grant {
  permissionSet: string;
  /** The lines of the YAML that grant it. */
  configPaths: string[];
}

/** What runs where, and as which role: one row for each workload, one column for each account, over all stacks. */
export interface WorkloadMatrix {
  accounts: string[];
  rows: WorkloadRow[];
}

export interface WorkloadRow {
  workload: string;
  cells: Partial<Record<string, WorkloadCell>>;
}

export interface WorkloadCell {
  /** Such as `ec2`; absent where the YAML writes the trust out. */
  runsOn?: string;
  roleName: string;
  executionRoleName?: string;
  instanceProfile?: string;
  configPath: string;
}

/** The access matrix of an organization, from what all its stacks deploy. Groups come before users. */
export function accessMatrix(deployments: Deployment[]): AccessMatrix {
  const rows = new Map<string, AccessRow>();
  for (const line of deployments.flatMap((deployment) => deployment.access)) {
    const key = `${line.principal.type} ${line.principal.name}`;
    const row = rows.get(key) ?? { principal: line.principal, cells: {} };
    rows.set(key, row);
    for (const { account, permissionSet } of line.cells) {
      const grants = (row.cells[account] ??= []);
      const grant = grants.find((known) => known.permissionSet === permissionSet);
      if (grant === undefined) grants.push({ permissionSet, configPaths: [line.configPath] });
      else if (!grant.configPaths.includes(line.configPath)) grant.configPaths.push(line.configPath);
    }
  }
  for (const grants of [...rows.values()].flatMap((row) => Object.values(row.cells))) {
    grants?.sort((a, b) => compare(a.permissionSet, b.permissionSet));
    for (const grant of grants ?? []) grant.configPaths.sort(compare);
  }
  return { accounts: accountsOf(deployments), rows: sortedBy(rows) };
}

/** The workload matrix of an organization, from what all its stacks deploy. */
export function workloadMatrix(deployments: Deployment[]): WorkloadMatrix {
  const rows = new Map<string, WorkloadRow>();
  for (const workload of deployments.flatMap((deployment) => deployment.workloads)) {
    const name = workload.configPath.replace(/^workloads\./, "");
    const row = rows.get(name) ?? { workload: name, cells: {} };
    rows.set(name, row);
    row.cells[workload.account] = cellOf(workload);
  }
  return { accounts: accountsOf(deployments), rows: sortedBy(rows) };
}

function cellOf({ role, executionRole, runsOn, instanceProfile, configPath }: WorkloadRole): WorkloadCell {
  return {
    ...(runsOn === undefined ? {} : { runsOn }),
    roleName: role.roleName,
    ...(executionRole === undefined ? {} : { executionRoleName: executionRole.roleName }),
    ...(instanceProfile === undefined ? {} : { instanceProfile }),
    configPath,
  };
}

function accountsOf(deployments: Deployment[]): string[] {
  const names = deployments.flatMap(({ accounts, access, workloads }) => [
    ...accounts.map(({ name }) => name),
    ...access.flatMap(({ cells }) => cells.map(({ account }) => account)),
    ...workloads.map(({ account }) => account),
  ]);
  return [...new Set(names)].sort(compare);
}

function sortedBy<Row>(rows: Map<string, Row>): Row[] {
  return [...rows].sort(([a], [b]) => compare(a, b)).map(([, row]) => row);
}

/** By code point, as the model sorts: the same on every machine, whatever its language. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
