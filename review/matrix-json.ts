import { jsonText } from "./json-text.ts";
import { matrixCells } from "./matrix-cells.ts";
import type { MatrixReport } from "./matrix-report.ts";

/** For programs. The shape is described in docs/who-has-what.md; what is added to it leaves `version` as it is. */
export function matrixJson(report: MatrixReport): string {
  const { today, stacks, deadlines } = report;
  return jsonText({
    version: 1,
    today,
    stacks,
    cells: matrixCells(report).map(({ reasons, ...cell }) => ({
      ...cell,
      reasons: reasons.map(({ place, ...reason }) => ({ file: place.file, line: place.line, ...reason })),
    })),
    endsSoon: deadlines.map(({ kind, subject, then, day, daysLeft, reason, ticket, owner, place }) => ({
      kind,
      subject,
      then,
      day,
      daysLeft,
      reason: reason ?? null,
      ticket: ticket ?? null,
      owner: owner ?? null,
      file: place.file,
      line: place.line,
    })),
  });
}
