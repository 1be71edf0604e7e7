import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { cacheDirectory } from "../../sandbox/toolchain/place.ts";
import { checkov } from "./checkers/checkov.ts";
import { type Case, cases, refused } from "./checkers/documents.ts";

/** The versions that are compared with, and what else each needs. */
const versions: Record<string, string[]> = {
  checkov: ["checkov==3.3.30"],
  cloudsplaining: ["cloudsplaining==0.9.1"],
  parliament: ["parliament==1.6.4", "setuptools<81"],
};

/**
 * How much of the pack's own battery other checkers catch, and how many of the good ones they flag, by kinds of cases; each
 * counts only in the kinds that it reads. They are installed from PyPI into the cache.
 */
export function benchCheckers(): Record<string, string | number>[] {
  const all = cases();
  const rows: Record<string, string | number>[] = [];
  const add = (checker: string, kinds: Case["kind"][], found: (chosen: Case[]) => Set<number>) => {
    const chosen = all.filter(({ kind }) => kinds.includes(kind));
    const flagged = found(chosen);
    for (const kind of kinds) {
      const of = (isBad: boolean) => chosen.flatMap((one, at) => (one.kind === kind && one.bad === isBad ? [at] : []));
      const share = (indices: number[]) => {
        const hit = indices.filter((at) => flagged.has(at)).length;
        return `${hit} of ${indices.length}, ${Math.round((1000 * hit) / indices.length) / 10} %`;
      };
      rows.push({ checker, kind, "bad, caught": share(of(true)), "good, flagged": share(of(false)) });
    }
  };
  const kinds: Case["kind"][] = ["identity", "trust", "resource", "thing"];
  add("this pack", kinds, (chosen) => new Set(chosen.flatMap((one, at) => (refused(one) ? [at] : []))));
  add(named("checkov"), kinds, (chosen) => checkov(installed("checkov"), chosen));
  for (const [checker, script] of [
    ["cloudsplaining", "cloudsplaining-risks.py"],
    ["parliament", "parliament-findings.py"],
  ] as const)
    add(named(checker), ["identity"], (chosen) => inPython(checker, script, chosen));
  return rows;
}

const named = (checker: string): string => versions[checker]?.[0]?.replace("==", " ") ?? checker;

/** The folder of a checker's programs; installed where it is missing. */
function installed(checker: string): string {
  const folder = join(cacheDirectory(process.env), "checkers", named(checker).replace(" ", "-"));
  const bin = join(folder, "bin");
  if (existsSync(folder)) return bin;
  try {
    execFileSync("python3", ["-m", "venv", folder]);
    execFileSync(join(bin, "pip"), ["install", "--quiet", ...(versions[checker] ?? [])], { stdio: "inherit" });
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return bin;
}

function inPython(checker: string, script: string, chosen: readonly Case[]): Set<number> {
  const file = join(import.meta.dirname, "checkers", script);
  const output = execFileSync(join(installed(checker), "python"), [file], {
    input: JSON.stringify(chosen.map(({ document }) => document)),
    encoding: "utf8",
    maxBuffer: 1e9,
    stdio: ["pipe", "pipe", "ignore"],
  });
  return new Set(JSON.parse(output) as number[]);
}
