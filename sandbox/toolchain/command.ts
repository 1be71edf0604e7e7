import { spawn } from "node:child_process";

export interface CommandResult {
  /** The exit code; 127 where the file could not be started, 128 and more where a signal ended it. */
  exitCode: number;
  stdout: string;
  stderr: string;
}

export interface CommandOptions {
  cwd?: string;
  environment: NodeJS.ProcessEnv;
  /** Ends the command and whatever it started. */
  signal?: AbortSignal | undefined;
  /** Milliseconds after which the command is ended. */
  timeout?: number;
}

/** Runs a program without a shell and without input, and waits for it. Never throws: the exit code tells. */
export function runCommand(file: string, args: string[], options: CommandOptions): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(file, args, {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      env: options.environment,
      stdio: ["ignore", "pipe", "pipe"],
      detached: true,
    });
    const output = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
    const end = () => {
      endGroup(child.pid);
    };
    const timer = options.timeout === undefined ? undefined : setTimeout(end, options.timeout);
    if (options.signal?.aborted === true) end();
    options.signal?.addEventListener("abort", end, { once: true });
    const settle = (exitCode: number, problem = "") => {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", end);
      resolve({ exitCode, stdout: output.stdout, stderr: output.stderr + problem });
    };
    child.on("error", (error) => {
      settle(127, error.message);
    });
    child.on("close", (code, signal) => {
      settle(code ?? (signal === null ? 1 : 128));
    });
  });
}

/** Ends, at once, every process of the group that a detached child leads. */
export function endGroup(leader: number | undefined, signal: NodeJS.Signals = "SIGKILL"): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch {
    // Nobody of the group is left.
  }
}
