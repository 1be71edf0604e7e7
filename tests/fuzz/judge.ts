/**
 * `node judge.ts DIRECTORY FIRST LAST`: plans each mutant in the directory and prints a line of JSON about it. `mutants.ts`
 * starts it with no right to any other file than these and the program's own.
 */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../model/diagnostics.ts";
import { type Plan, plan } from "../../model/plan.ts";
import { hasErrors } from "../../model/report.ts";
import type { Verdict } from "./mutants.ts";
import { type Mutant, mutant } from "./mutant.ts";

const [directory = "", first, last] = process.argv.slice(2);
const today = "2026-11-25";

for (let seed = Number(first); seed <= Number(last); seed++) {
  const made = mutant(seed);
  const { what, files } = made;
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  say({ seed, what, begins: true });
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  let fault: string | undefined;
  let planned: Plan | undefined;
  try {
    planned = plan(join(directory, "prod.yaml"), { today });
  } catch (error) {
    fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const { user, system } = process.cpuUsage(cpu);
  const wall = performance.now() - began;
  const valid = planned !== undefined && !hasErrors(planned.diagnostics);
  if (planned !== undefined) {
    fault =
      valid && planned.deployments.length === 0
        ? "nothing is wrong, and nothing would be made"
        : faultOf(planned.diagnostics, made);
  }
  say({ seed, what, valid, fault, wall, cpu: (user + system) / 1000 });
  for (const name of Object.keys(files)) rmSync(join(directory, name));
}
say({ peak: process.resourceUsage().maxRSS * 1024 });

function say(verdict: Verdict): void {
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
}

/** What is wrong with the diagnostics themselves: each stands somewhere in a file, and says something. */
function faultOf(diagnostics: readonly Diagnostic[], { files }: Mutant): string | undefined {
  const texts = new Map(Object.entries(files).map(([name, text]) => [name, text.toString().split(/\r\n?|\n/u)]));
  for (const { file, line, column, message, code } of diagnostics) {
    const text = texts.get(file.slice(directory.length + 1));
    const lines = text ?? [];
    // Where a file is missing or a directory is included, that is what the diagnostic is about.
    const isMissing = text === undefined && code !== "file-missing" && code !== "file-unreadable";
    if (isMissing || line < 1 || (line > 1 && line > lines.length)) return `${code} stands in ${file}:${line}`;
    if (column < 1 || column > (lines[line - 1] ?? "").length + 2) return `${code} stands in ${file}:${line}:${column}`;
    if (message === "" || /undefined|\[object|NaN/u.test(message.replaceAll(/"[^"]*"|`[^`]*`/gu, "")))
      return `${code}: ${message}`;
  }
  return undefined;
}
