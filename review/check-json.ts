import { diagnostics as definitions } from "../model/diagnostics.ts";
import { pagesOf } from "../model/report.ts";
import { type CheckReport, isDeployable } from "./check-report.ts";
import { jsonText } from "./json-text.ts";

/** For programs. The shape is described in docs/checking.md; what is added to it leaves `version` as it is. */
export function checkJson(report: CheckReport): string {
  const { files, stack, diagnostics, errorsElsewhere, home } = report;
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  return jsonText({
    version: 1,
    deployable: isDeployable(report),
    files,
    stack: stack ?? null,
    errors,
    warnings: diagnostics.length - errors,
    errorsElsewhere,
    diagnostics: diagnostics.map((one) => ({
      severity: one.severity,
      code: one.code,
      title: definitions[one.code].title,
      message: one.message,
      fix: one.fix ?? null,
      exception: one.exception?.join("\n") ?? null,
      file: one.file,
      line: one.line,
      column: one.column,
      length: one.length ?? null,
      path: one.path,
      rule: one.rule?.name ?? null,
      more: pagesOf(one).map((page) => home + page),
    })),
  });
}
