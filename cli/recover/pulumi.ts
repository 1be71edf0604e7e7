import { spawn } from "node:child_process";
import { constants } from "node:os";
import { printableLines } from "../../iam/printable.ts";

export interface PulumiExit {
  /** The CLI's exit code; 128 and the number of the signal that ended it. */
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs one command of the Pulumi CLI, whatever it answers. Rejects where there is no CLI. */
export type Pulumi = (args: string[]) => Promise<PulumiExit>;

/** Something stands in the way of a recovery; the message is for people and says what to do. */
export class RecoveryError extends Error {
  override name = "RecoveryError";

  constructor(message: string) {
    super(printableLines(message));
  }
}

/** The Pulumi CLI on PATH, working in the folder of a project. */
export function pulumiIn(directory: string, environment: NodeJS.ProcessEnv): Pulumi {
  return (args) =>
    new Promise((resolve, reject) => {
      const child = spawn("pulumi", [...args, "--non-interactive", "--color", "never"], {
        cwd: directory,
        env: environment,
        stdio: ["ignore", "pipe", "pipe"],
      });
      const output = { stdout: "", stderr: "" };
      child.stdout.setEncoding("utf8").on("data", (text: string) => (output.stdout += text));
      child.stderr.setEncoding("utf8").on("data", (text: string) => (output.stderr += text));
      child.on("error", (error: NodeJS.ErrnoException) => {
        const missing = error.code === "ENOENT";
        reject(missing ? new RecoveryError(`There is no pulumi on PATH, or no folder ${directory}.`) : error);
      });
      child.on("close", (code, signal) => {
        resolve({ exitCode: code ?? 128 + (signal === null ? 0 : constants.signals[signal]), ...output });
      });
    });
}

/** What the command printed. Throws, with all that it said, where it failed. */
export async function succeed(pulumi: Pulumi, args: string[]): Promise<string> {
  const exit = await pulumi(args);
  if (exit.exitCode !== 0) throw failed(args, exit);
  return exit.stdout;
}

export function failed(args: string[], { exitCode, stdout, stderr }: PulumiExit): RecoveryError {
  const said = [stdout, stderr].map((text) => text.trim()).filter((text) => text !== "");
  return new RecoveryError([`pulumi ${args.join(" ")} failed with exit code ${exitCode}:`, ...said].join("\n"));
}
