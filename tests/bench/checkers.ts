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
export function* benchCheckers(): Iterable<Record<string, string>> {
  const all = cases();
  const documents = all.filter(({ kind }) => kind === "identity");
  yield* compared("this pack", all, new Set(all.flatMap((one, at) => (refused(one) ? [at] : []))));
  yield* compared(named("checkov"), all, checkov(installed("checkov"), all));
  for (const [checker, script] of [
    ["cloudsplaining", "cloudsplaining-risks.py"],
    ["parliament", "parliament-findings.py"],
  ] as const)
    yield* compared(named(checker), documents, inPython(checker, script, documents));
}

function compared(checker: string, judged: readonly Case[], flagged: Set<number>): Record<string, string>[] {
  return [...new Set(judged.map(({ kind }) => kind))].map((kind) => {
    const share = (isBad: boolean) => {
      const indices = judged.flatMap((one, at) => (one.kind === kind && one.bad === isBad ? [at] : []));
      const hit = indices.filter((at) => flagged.has(at)).length;
      return `${hit} of ${indices.length}, ${Math.round((1000 * hit) / indices.length) / 10} %`;
    };
    return { checker, kind, "bad, caught": share(true), "good, flagged": share(false) };
  });
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
