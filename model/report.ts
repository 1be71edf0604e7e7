import type { Diagnostic } from "./diagnostics.ts";

/** Sorted by place, each once: two stacks that include one file both see what is wrong in it. */
export function sorted(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const unique = new Map(
    diagnostics.map((one) => [[one.file, one.line, one.column, one.code, one.message].join("\0"), one]),
  );
  return [...unique.values()].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether anything forbids to go on. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

/** One problem: `file:line:column: error[code] path: message`, and below it how to fix it. */
export function formatDiagnostic({ file, line, column, severity, code, path, message, fix }: Diagnostic): string {
  const about = path === "" ? "" : ` ${path}:`;
  return `${file}:${line}:${column}: ${severity}[${code}]${about} ${message}${fix === undefined ? "" : `\n    fix: ${fix}`}`;
}

/** All problems of all files, sorted by place, and how many there are. Empty text where there are none. */
export function formatReport(diagnostics: readonly Diagnostic[]): string {
  const all = sorted(diagnostics);
  if (all.length === 0) return "";
  const errors = all.filter(({ severity }) => severity === "error").length;
  const warnings = all.length - errors;
  const counts = [count(errors, "error"), count(warnings, "warning")].filter((text) => text !== "");
  return [...all.map(formatDiagnostic), counts.join(", ")].join("\n");
}

function count(number: number, noun: string): string {
  return number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"}`;
}
