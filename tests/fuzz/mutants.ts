import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** What `judge.ts` says of a mutant, before it begins and after it has ended; of all, the most memory. */
export type Verdict =
  | { seed: number; what: string; begins: true }
  | { seed: number; what: string; valid: boolean; fault: string | undefined; wall: number; cpu: number }
  | { peak: number };

export interface Outcome {
  judged: number;
  valid: number;
  /** Mutants with which something went wrong, in words: an exception, a crash, no end, a file elsewhere. */
  faults: string[];
  /** Milliseconds of the processor for one mutant; the slowest last. */
  slowest: { seed: number; what: string; cpu: number; wall: number }[];
  /** Bytes. */
  peak: number;
}

const root = join(import.meta.dirname, "..", "..");
/** Megabytes that JavaScript may keep alive. */
const heap = 120;
/** After this time without a word a mutant has no end. */
const patience = 60_000;

/**
 * Judges the mutants of a range of seeds, in a process that may read the program and its own directory and write to
 * that alone: whoever reads another file gets an exception.
 */
export async function judgeMutants(first: number, last: number): Promise<Outcome> {
  const outcome: Outcome = { judged: 0, valid: 0, faults: [], slowest: [], peak: 0 };
  const directory = realpathSync(mkdtempSync(join(tmpdir(), "mutants-")));
  try {
    for (let seed = first; seed <= last;) seed = await judgeUntilFault(directory, seed, last, outcome);
    const left = readdirSync(directory);
    if (left.length > 0) outcome.faults.push(`files were left behind: ${left.join(", ")}`);
  } finally {
    rmSync(directory, { recursive: true });
  }
  return outcome;
}

/** Returns the seed at which to go on: the one after a mutant that killed the process, or the one after the last. */
async function judgeUntilFault(directory: string, first: number, last: number, outcome: Outcome): Promise<number> {
  const child = spawn(
    process.execPath,
    [
      "--permission",
      `--allow-fs-read=${root}`,
      `--allow-fs-read=${realpathSync(join(root, "node_modules"))}`,
      `--allow-fs-read=${directory}`,
      `--allow-fs-write=${directory}`,
      `--max-old-space-size=${heap}`,
      join(import.meta.dirname, "judge.ts"),
      directory,
      String(first),
      String(last),
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  let current: { seed: number; what: string } | undefined;
  const watchdog = setTimeout(() => child.kill("SIGKILL"), patience);
  for await (const line of createInterface({ input: child.stdout })) {
    const verdict = JSON.parse(line) as Verdict;
    watchdog.refresh();
    if ("peak" in verdict) outcome.peak = Math.max(outcome.peak, verdict.peak);
    else if ("begins" in verdict) current = verdict;
    else {
      current = undefined;
      outcome.judged += 1;
      if (verdict.valid) outcome.valid += 1;
      if (verdict.fault !== undefined) outcome.faults.push(`${verdict.seed} (${verdict.what}): ${verdict.fault}`);
      const { seed, what, cpu, wall } = verdict;
      outcome.slowest = [...outcome.slowest, { seed, what, cpu, wall }].sort((a, b) => a.cpu - b.cpu).slice(-10);
    }
  }
  clearTimeout(watchdog);
  if (current === undefined) {
    if (errors !== "") outcome.faults.push(errors);
    return last + 1;
  }
  outcome.judged += 1;
  outcome.faults.push(`${current.seed} (${current.what}): the process ended. ${errors.slice(-2000)}`);
  return current.seed + 1;
}
