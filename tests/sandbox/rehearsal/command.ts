import { spawn, spawnSync } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { repository } from "../../../sandbox/toolchain/place.ts";

export interface Finished {
  exitCode: number | null;
  output: string;
}

/** Starts one of the rehearsal's commands as a process of its own; `finished` resolves when it has ended. */
export function startCommand(
  command: "start" | "destroy",
  args: string[],
  environment: NodeJS.ProcessEnv,
): { process: ChildProcess; finished: Promise<Finished> } {
  const file = join(repository, `sandbox/rehearsal/${command}.ts`);
  const child = spawn(process.execPath, [file, ...args], { env: environment, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const finished = once(child, "close").then(([exitCode]) => ({ exitCode: exitCode as number | null, output }));
  return { process: child, finished };
}

/** Command lines of the processes that run now and mention a text. */
export function processesWith(text: string): string[] {
  const { stdout } = spawnSync("ps", ["-eo", "args"], { encoding: "utf8" });
  return stdout.split("\n").filter((line) => line.includes(text));
}

/** Waits until a condition holds. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}
