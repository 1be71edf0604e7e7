import { csv } from "./csv.ts";
import { type MatrixReport, placeText } from "./matrix-report.ts";
import { type CellReason, matrixCells } from "./matrix-cells.ts";

const columns = [
  ...["stack", "account", "holder", "name", "holds", "held", "use", "until"],
  ...["line", "selector", "reason", "ticket", "owner"],
];

/** A row for each cell of both matrices, for a spreadsheet. Where several lines give a cell, each column has them all. */
export function matrixCsv(report: MatrixReport): string {
  const rows = matrixCells(report).map(({ reasons, ...cell }) => [
    ...[cell.stack, cell.account, cell.holder, cell.name, cell.holds, cell.held, cell.use ?? "", cell.until ?? ""],
    reasons.map(({ place }) => placeText(place)).join("; "),
    ...(["selector", "reason", "ticket", "owner"] as const).map((column) => together(reasons, column)),
  ]);
  return csv([columns, ...rows]);
}

const together = (reasons: readonly CellReason[], column: "selector" | "reason" | "ticket" | "owner"): string =>
  reasons.flatMap((one) => one[column] ?? []).join("; ");
