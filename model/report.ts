import { printable } from "../iam/printable.ts";
import { codeFrame } from "./code-frame.ts";
import { type Diagnostic, diagnostics as definitions } from "./diagnostics.ts";

/** Diagnostics that are shown with the lines they are about; of more than these people read a list at most. */
const framed = 200;

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

/** Where more is said about a diagnostic, from the top of the repository; the guide's section, where it has one, comes last. */
export function pagesOf({ code, rule }: Pick<Diagnostic, "code" | "rule">): string[] {
  const { guide } = definitions[code];
  return [
    rule === undefined ? `docs/diagnostics.md#${code}` : `policypack/README.md#${rule.name}`,
    ...(guide === undefined ? [] : [`docs/editing-access.md#${guide}`]),
  ];
}

/**
 * All problems of all files as text for people, errors before warnings, and how many there are; empty where there are
 * none. Each has its place, what was found, the lines it is about, what to write, why (where its code stands first), how
 * it is excepted, and where more is said: paths that begin with `home`. `texts` has what each file holds. Whatever it quotes is printable.
 */
export function formatReport(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
  home = "",
): string {
  const all = bySeverity(diagnostics);
  if (all.length === 0) return "";
  const lines = new Map<string, readonly string[]>();
  const explained = new Set<string>();
  const blocks = all.map((one, at) => {
    const { file, severity, message, fix, exception = [], code, length } = one;
    if (!lines.has(file)) lines.set(file, texts.get(file)?.split("\n") ?? []);
    const frame = length === 0 || at >= framed ? [] : codeFrame(lines.get(file) ?? [], one);
    const why = explained.has(code) ? [] : [definitions[code].explanation];
    explained.add(code);
    return [
      `${placeText(one)}: ${severity}: ${printable(message)}`,
      ...frame.map((line) => `    ${line}`),
      ...[
        ...(fix === undefined ? [] : [fix]),
        ...why,
        ...(exception.length === 0 ? [] : ["If it must stay, Security writes in security.yaml:"]),
        ...exception.map((line) => `  ${line}`),
        ...pagesOf(one).map((page) => home + page),
      ].map((line) => `  ${printable(line)}`),
    ].join("\n");
  });
  return `${blocks.join("\n\n")}\n\n${countsText(all)}`;
}

/** Errors first, then warnings; each sorted by place, each once. */
export function bySeverity(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const all = sorted(diagnostics);
  return [
    ...all.filter(({ severity }) => severity === "error"),
    ...all.filter(({ severity }) => severity === "warning"),
  ];
}

function placeText({ file, line, column, length }: Diagnostic): string {
  return length === 0 ? printable(file) : `${printable(file)}:${line}:${column}`;
}

/** Such as `2 errors, 1 warning`. */
function countsText(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const counts = [count(errors, "error"), count(diagnostics.length - errors, "warning")];
  return counts.filter((text) => text !== "").join(", ");
}

function count(number: number, noun: string): string {
  return number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"}`;
}
