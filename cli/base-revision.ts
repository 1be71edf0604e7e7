import { execFileSync } from "node:child_process";
import { basename, resolve } from "node:path";
import { type SecurityFileRevision, securityFile } from "../model/security-file.ts";
import { CommandError } from "./command-error.ts";

/**
 * The security file of a directory of stack files as it is in a revision of the git repository that the directory lies
 * in. A revision without the file is no error; one that git does not know, or in which it is a link, throws
 * CommandError.
 */
export function securityFileIn(revision: string, directory: string): SecurityFileRevision {
  const commit = git(directory, "rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`);
  if (commit === undefined) throw new CommandError(`git knows no revision "${revision}" here.`);
  const name = basename(securityFile(directory));
  const [mode, type, id] = (git(directory, "ls-tree", commit.toString().trim(), "--", name) ?? "")
    .toString()
    .split(/\s/u);
  if (id === undefined) return { revision, bytes: undefined };
  if (type !== "blob" || mode === "120000") {
    throw new CommandError(`In the revision ${revision}, ${securityFile(directory)} is no file of its own.`);
  }
  return { revision, bytes: git(directory, "cat-file", "blob", id) };
}

/** What git prints; undefined where it answers with an error. */
function git(directory: string, ...args: string[]): Buffer | undefined {
  try {
    return execFileSync("git", args, { cwd: resolve(directory), stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new CommandError("git is not installed here, or the directory is gone.");
    }
    return undefined;
  }
}
