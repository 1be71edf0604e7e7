import { spawnSync } from "node:child_process";
import { CommandError } from "../command-error.ts";

export interface GitExit {
  status: number | null;
  stdout: Buffer;
}

/** More than any listing or file of an honest proposal has, in bytes. */
const mostOutput = 16 * 1024 * 1024;

/** Runs git in a folder. With `whole` it throws CommandError where git does not succeed. */
export function git(folder: string, args: string[], answer: "any" | "whole" = "any"): GitExit {
  const { status, stdout, error } = spawnSync("git", ["--no-replace-objects", ...args], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: mostOutput,
  });
  if (error !== undefined && "code" in error && error.code === "ENOBUFS") {
    throw new CommandError("The proposal is refused: it is far too large.");
  }
  if (error !== undefined) throw new CommandError(`git cannot be run here: ${error.message}`);
  if (answer === "whole" && status !== 0)
    throw new CommandError(`git ${args[0] ?? ""} failed: the clone is not whole.`);
  return { status, stdout };
}
