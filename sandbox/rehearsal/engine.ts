import { spawn } from "node:child_process";
import { appendFileSync, closeSync, openSync, readFileSync, rmSync } from "node:fs";
import { constants } from "node:os";
import { endGroup } from "../toolchain/command.ts";

export interface EngineRun {
  /** Absolute path of the CLI. */
  cli: string;
  args: string[];
  cwd: string;
  environment: NodeJS.ProcessEnv;
  /** File that receives all the engine prints. */
  log: string;
  /** Interrupts the engine as Ctrl-C does: it finishes the steps it is at and records them. */
  signal?: AbortSignal | undefined;
  /** Told the engine's process id. */
  onStart?: ((processId: number) => void) | undefined;
}

export interface EngineExit {
  /** The CLI's exit code; 128 and the number of the signal where one ended it. */
  exitCode: number;
  /** The signal that ended it. */
  signal?: NodeJS.Signals;
  stdout: string;
  stderr: string;
}

/**
 * The engine leads a process group of its own, so that Ctrl-C reaches it once, through us. Should we be killed, our
 * end of its pipe closes, and the watch beside it interrupts it: no engine outlives the rehearsal. Its output goes to
 * files, because a broken pipe would kill it before it has recorded what it did.
 */
const watched = 'exec 3<&0; (cat <&3; kill -INT $$) >/dev/null 2>&1 & exec 3<&-; exec "$@" </dev/null';

/** Milliseconds an interrupted engine has to come to an end. */
const grace = 30_000;

/** Runs one command of the Pulumi CLI and waits for it. Rejects only where it cannot be started. */
export async function runEngine(run: EngineRun): Promise<EngineExit> {
  const errors = `${run.log}.stderr`;
  const [out, err] = [openSync(run.log, "w"), openSync(errors, "w")];
  try {
    const { exitCode, signal } = await waitFor(run, out, err);
    const [stdout, stderr] = [readFileSync(run.log, "utf8"), readFileSync(errors, "utf8")];
    appendFileSync(run.log, stderr);
    return { exitCode, ...(signal === null ? {} : { signal }), stdout, stderr };
  } finally {
    closeSync(out);
    closeSync(err);
    rmSync(errors, { force: true });
  }
}

function waitFor(
  run: EngineRun,
  out: number,
  err: number,
): Promise<{ exitCode: number; signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn("/bin/sh", ["-c", watched, "sh", run.cli, ...run.args], {
      cwd: run.cwd,
      env: run.environment,
      stdio: ["pipe", out, err],
      detached: true,
    });
    let impatience: NodeJS.Timeout | undefined;
    const interrupt = () => {
      child.kill("SIGINT");
      impatience = setTimeout(() => {
        endGroup(child.pid);
      }, grace);
    };
    child.on("spawn", () => {
      if (child.pid !== undefined) run.onStart?.(child.pid);
      if (run.signal?.aborted === true) interrupt();
    });
    run.signal?.addEventListener("abort", interrupt, { once: true });
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      endGroup(child.pid);
      clearTimeout(impatience);
      run.signal?.removeEventListener("abort", interrupt);
      child.stdin?.destroy();
      resolve({ exitCode: code ?? 128 + (signal === null ? 0 : constants.signals[signal]), signal });
    });
  });
}
