import type { AccessMatrix, WorkloadCell, WorkloadMatrix } from "./matrix.ts";
import { drawTable } from "./table-text.ts";

/** The access matrix as a text table that fits `width` characters; too wide, it is a block for each group or user. */
export function accessMatrixText({ accounts, rows }: AccessMatrix, width: number): string {
  const named = rows.map(({ principal, cells }) => ({
    name: principal.type === "USER" ? `user ${principal.name}` : principal.name,
    cells: accounts.map((account) => (cells[account] ?? []).map(({ permissionSet }) => permissionSet)),
  }));
  return drawTable({ corner: "Group", columns: accounts, rows: named }, width);
}

/** The workload matrix as a text table that fits `width` characters; too wide, it is a block for each workload. */
export function workloadMatrixText({ accounts, rows }: WorkloadMatrix, width: number): string {
  const used = accounts.filter((account) => rows.some(({ cells }) => cells[account] !== undefined));
  const named = rows.map(({ workload, cells }) => ({
    name: workload,
    cells: used.map((account) => describe(cells[account])),
  }));
  return drawTable({ corner: "Workload", columns: used, rows: named }, width);
}

function describe(cell: WorkloadCell | undefined): string[] {
  if (cell === undefined) return [];
  const { runsOn, roleName, executionRoleName, instanceProfile } = cell;
  return [
    runsOn ?? "trust of its own",
    `role ${roleName}`,
    ...(executionRoleName === undefined ? [] : [`execution role ${executionRoleName}`]),
    ...(instanceProfile === undefined ? [] : [`instance profile ${instanceProfile}`]),
  ];
}
