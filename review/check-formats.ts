import { checkAnnotations } from "./check-annotations.ts";
import { checkJson } from "./check-json.ts";
import type { CheckReport } from "./check-report.ts";
import { checkSarif } from "./check-sarif.ts";
import { checkText } from "./check-text.ts";

/** Every form in which a check can be told; each ends with a line feed. */
export const checkFormats = {
  text: checkText,
  json: checkJson,
  sarif: checkSarif,
  annotations: checkAnnotations,
} satisfies Record<string, (report: CheckReport) => string>;

export type CheckFormat = keyof typeof checkFormats;
