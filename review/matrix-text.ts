import type { AccessMatrix, RoleMatrix } from "./matrix.ts";
import { type MatrixReport, breakGlassText, deadlineText, lineText, placeText } from "./matrix-report.ts";
import { paragraph } from "./paragraph.ts";
import { asText, say } from "./phrase.ts";
import { drawTable } from "./table-text.ts";

/** The access matrix as a text table that fits `width` characters; too wide, it is a block for each group or user. */
export function accessMatrixText({ accounts, rows }: AccessMatrix, width: number): string {
  const named = rows.map(({ principal, cells }) => ({
    name: principal.type === "USER" ? `user ${principal.name}` : principal.name,
    cells: accounts.map((account) =>
      (cells.get(account) ?? []).map(({ permissionSet, until }) =>
        until === undefined ? permissionSet : `${permissionSet} until ${until}`,
      ),
    ),
  }));
  return drawTable({ corner: "Group", columns: accounts, rows: named }, width);
}

/** The roles of software as a text table that fits `width` characters; too wide, it is a block for each workload. */
export function roleMatrixText({ accounts, rows }: RoleMatrix, width: number): string {
  const named = rows.map(({ kind, name, cells }) => ({
    name: kind === "pipeline" ? `pipeline ${name}` : name,
    cells: accounts.map((account) => (cells.get(account) ?? []).map(({ use, roleName }) => `${use}: ${roleName}`)),
  }));
  return drawTable({ corner: "Workload", columns: accounts, rows: named }, width);
}

/** Both matrices with their reasons, and what ends soon, in lines of `width` characters where words allow it. */
export function matrixText(report: MatrixReport, width: number): string {
  const { today, access, roles, breakGlass, lines, deadlines } = report;
  const list = (phrases: string[]): string => phrases.map((one) => paragraph(one, width, "  - ")).join("");
  const why = lines.map((line) => `${asText(say`${placeText(line.place)}`)}  ${asText(lineText(line))}`);
  const ends = deadlines.map((one) => `${asText(deadlineText(one))}; ${asText(say`${placeText(one.place)}`)}`);
  const emergency = breakGlass === undefined ? [] : [paragraph(asText(breakGlassText(breakGlass)), width)];
  return [
    `Who may do what on ${today}: groups × accounts → permission sets\n${accessMatrixText(access, width)}`,
    `Which software is which role: workloads and pipelines × accounts → roles\n${roleMatrixText(roles, width)}`,
    ...emergency,
    ...(why.length === 0 ? [] : [`Why: the lines of \`access\`\n${list(why)}`]),
    deadlines.length === 0
      ? "Nothing ends in the next 30 days.\n"
      : `What ends in the next 30 days, or has ended\n${list(ends)}`,
  ].join("\n");
}
