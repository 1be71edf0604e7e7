import { matrixCsv } from "./matrix-csv.ts";
import { matrixJson } from "./matrix-json.ts";
import { matrixMarkdown } from "./matrix-markdown.ts";
import type { MatrixReport } from "./matrix-report.ts";
import { matrixText } from "./matrix-text.ts";

/** Every form in which the matrices can be told; each ends with a line break. `width` is that of the terminal. */
export const matrixFormats = {
  text: matrixText,
  markdown: matrixMarkdown,
  csv: matrixCsv,
  json: matrixJson,
} satisfies Record<string, (report: MatrixReport, width: number) => string>;

export type MatrixFormat = keyof typeof matrixFormats;
