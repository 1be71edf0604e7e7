import { spawn } from "node:child_process";
import { once } from "node:events";
import { globSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

// Runs every test, in several processes of mocha, two at a time. Prints what passed as it ends and what failed at the
// end; `.ci/run` reads the totals from `.cache/test-result.json`.

interface Outcome {
  passes: number;
  failures: number;
  pending: number;
}

const root = join(import.meta.dirname, "..");
const mocha = createRequire(import.meta.url).resolve("mocha/bin/mocha.js");
const resultFile = join(root, ".cache/test-result.json");
const environment = {
  ...process.env,
  ...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : {}),
  // Of the program and its SDK, which many tests start anew, half the start is compiling.
  NODE_COMPILE_CACHE: process.env["NODE_COMPILE_CACHE"] ?? join(root, ".cache/compile"),
};

/** Globs of what one process runs: a file that keeps an engine busy, or a folder. What takes long comes first. */
function batches(): string[] {
  const files = globSync("tests/**/*.test.ts", { cwd: root }).sort();
  const engine = files.filter((file) => file.startsWith("tests/engine/"));
  const folders = new Set(files.map((file) => file.split("/").slice(0, 2).join("/")));
  folders.delete("tests/engine");
  folders.delete("tests/sandbox");
  return [...engine, ...["tests/sandbox", ...folders].map((folder) => `${folder}/**/*.test.ts`)];
}

/** Runs one batch. A process that ends without having said how its tests went has failed. */
async function run(batch: string): Promise<Outcome & { output: string }> {
  const child = spawn(process.execPath, [mocha, batch], {
    cwd: root,
    env: environment,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  let told: Outcome = { passes: 0, failures: 0, pending: 0 };
  child.on("message", (outcome: Outcome) => (told = outcome));
  const closed = once(child, "close") as Promise<[code: number | null, signal: string | null]>;
  const [[code, signal]] = await Promise.all([closed, once(child, "disconnect")]);
  const none = told.passes + told.failures + told.pending === 0;
  if (told.failures > 0 || (code === 0 && !none)) return { ...told, output };
  output += `${batch}: ${none ? "ran no test" : "no test failed"}, yet its process ended with ${signal ?? code ?? "no code"}\n`;
  return { ...told, failures: 1, output };
}

rmSync(resultFile, { force: true });
const started = performance.now();
const waiting = batches();
const total: Outcome = { passes: 0, failures: 0, pending: 0 };
const failed: string[] = [];

async function work(): Promise<void> {
  for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) {
    const { output, ...outcome } = await run(batch);
    for (const key of ["passes", "failures", "pending"] as const) total[key] += outcome[key];
    if (outcome.failures > 0) failed.push(output);
    else process.stdout.write(output);
  }
}
await Promise.all([work(), work()]);

for (const output of failed) process.stdout.write(output);
const { passes, failures, pending } = total;
const seconds = Math.round((performance.now() - started) / 1000);
process.stdout.write(`${passes} passing, ${failures} failing, ${pending} pending, in ${seconds} s\n`);
mkdirSync(join(root, ".cache"), { recursive: true });
writeFileSync(resultFile, JSON.stringify(total));
process.exitCode = failures > 0 || passes === 0 ? 1 : 0;
