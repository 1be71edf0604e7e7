import { spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { endGroup } from "../toolchain/command.ts";

export interface EngineRun {
  /** Absolute path of the CLI. */
  cli: string;
  args: string[];
  cwd: string;
  environment: NodeJS.ProcessEnv;
  /** File that receives all the engine prints. */
  log: string;
  /** Interrupts the engine as Ctrl-C does: it finishes the step it is at and records it. */
  signal?: AbortSignal | undefined;
  /** Told the engine's process id. */
  onStart?: ((processId: number) => void) | undefined;
}

export interface EngineExit {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/**
 * The engine leads a process group of its own, so that Ctrl-C reaches it once, through us. Should we be killed, its
 * pipe closes, and the watch beside it interrupts it: no engine outlives the rehearsal.
 */
const watched = 'exec 3<&0; (cat <&3 >/dev/null; kill -INT $$) >/dev/null 2>&1 & exec 3<&-; exec "$@" </dev/null';

/** Milliseconds an interrupted engine has to come to an end. */
const grace = 30_000;

/** Runs one command of the Pulumi CLI and waits for it. */
export function runEngine(run: EngineRun): Promise<EngineExit> {
  return new Promise((resolve, reject) => {
    const log = createWriteStream(run.log);
    const child = spawn("/bin/sh", ["-c", watched, "sh", run.cli, ...run.args], {
      cwd: run.cwd,
      env: run.environment,
      stdio: ["pipe", "pipe", "pipe"],
      detached: true,
    });
    const exit: EngineExit = { exitCode: 1, stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      exit.stdout += text;
      log.write(text);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      exit.stderr += text;
      log.write(text);
    });
    child.stdin.on("error", () => undefined);
    let impatience: NodeJS.Timeout | undefined;
    const interrupt = () => {
      child.kill("SIGINT");
      impatience = setTimeout(() => {
        endGroup(child.pid);
      }, grace);
    };
    run.signal?.addEventListener("abort", interrupt, { once: true });
    if (run.signal?.aborted === true) interrupt();
    child.on("spawn", () => {
      if (child.pid !== undefined) run.onStart?.(child.pid);
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      exit.exitCode = code ?? 130;
      endGroup(child.pid);
    });
    child.on("close", () => {
      clearTimeout(impatience);
      run.signal?.removeEventListener("abort", interrupt);
      child.stdin.destroy();
      log.end(() => {
        resolve(exit);
      });
    });
  });
}
