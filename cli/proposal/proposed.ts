import { CommandError } from "../command-error.ts";
import { git } from "./git.ts";

/** What the checked-out revision would become by a proposed change. */
export interface Proposed {
  /** Whether the change touches YAML files of `config/` and nothing else. */
  configurationOnly: boolean;
  /** The YAML files of `config/` as they would be, by path below `config/`. */
  files: Map<string, Buffer>;
}

/** As large as a configuration file may be (`model/source-file.ts`), in bytes. */
const largestFile = 1_000_000;
const mostFiles = 500;

/**
 * Merges a proposed change with the checked-out revision, among git's objects alone: nothing of it is checked out, no
 * hook and no filter runs. `head` is the full id of its commit. What is judged is what GitHub would make of it at this
 * moment, so that neither an old branch nor an odd history shows less than what merging would change. `folder` is the
 * checkout's. Throws CommandError where it cannot be merged, and where anything below `config/` is not what it has to be: regular files,
 * of plain names, of limited size.
 */
export function propose(folder: string, head: string): Proposed {
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(head)) {
    throw new CommandError(`${JSON.stringify(head)} is no commit: give its full id, which nobody can move.`);
  }
  const tree = mergedWith(folder, head);
  return { configurationOnly: touchesNothingBut(folder, tree), files: configurationIn(folder, tree) };
}

/** The tree of the merge. */
function mergedWith(folder: string, head: string): string {
  if (git(folder, ["cat-file", "-e", `${head}^{commit}`]).status !== 0) {
    throw new CommandError(`git has no commit ${head} here: fetch it first.`);
  }
  const { status, stdout } = git(folder, ["merge-tree", "--write-tree", "-z", "HEAD", head]);
  const [tree = ""] = stdout.toString().split("\0");
  if (status === 0 && tree !== "") return tree;
  throw new CommandError(
    status === 1
      ? "The proposal and what is there now contradict each other. Bring the branch up to date, and resolve the conflicts."
      : "The proposal shares no history with what is there now, or git is older than 2.38.",
  );
}

function touchesNothingBut(folder: string, tree: string): boolean {
  const others = [".", ":(exclude,glob,top)config/**/*.yaml"];
  const { status } = git(folder, ["diff-tree", "--quiet", "--no-renames", "-r", "HEAD^{tree}", tree, "--", ...others]);
  if (status !== 0 && status !== 1) throw new CommandError("git cannot compare the proposal with what is there now.");
  return status === 0;
}

function configurationIn(folder: string, tree: string): Map<string, Buffer> {
  const entries = listed(folder, tree);
  const wrong = entries.flatMap(problemOf);
  if (entries.length === 0) wrong.push("it would leave no file in config/");
  if (new Set(entries.map(({ path }) => path)).size < entries.length) wrong.push("a name stands twice in a directory");
  if (entries.length > mostFiles) wrong.push(`config/ would hold ${entries.length} files; ${mostFiles} is the most`);
  if (wrong.length > 0) throw new CommandError(`The proposal is refused:\n${first(wrong)}`);
  return new Map(
    entries
      .filter(({ path }) => isYaml(path))
      .map(({ path, id }) => [path.slice("config/".length), git(folder, ["cat-file", "blob", id], "whole").stdout]),
  );
}

interface Entry {
  /** Six digits: 100644 is a regular file. */
  mode: string;
  id: string;
  /** Bytes; NaN of what is no file. */
  size: number;
  path: string;
}

/** All that lies at `config`, at any depth. */
function listed(folder: string, tree: string): Entry[] {
  const { stdout } = git(folder, ["ls-tree", "-r", "-z", "-l", "--full-tree", tree, "--", "config"], "whole");
  return stdout
    .toString()
    .split("\0")
    .filter((line) => line !== "")
    .map((line) => {
      const [head = "", ...path] = line.split("\t");
      const [mode = "", , id = "", size = ""] = head.split(/ +/u);
      return { mode, id, size: Number(size), path: path.join("\t") };
    });
}

const kinds: Record<string, string> = {
  "100755": "an executable",
  "120000": "a symbolic link",
  "160000": "a submodule",
};

function problemOf({ mode, size, path }: Entry): string[] {
  const name = JSON.stringify(path);
  const yaml = isYaml(path);
  // A link that is not YAML itself may be a directory by whose name YAML is found.
  if (mode !== "100644" && (yaml || mode !== "100755"))
    return [`${name} is ${kinds[mode] ?? "something else"}, no file`];
  if (!yaml) return [];
  if (!/^config\/(?:[A-Za-z0-9][A-Za-z0-9_-]*\/)*[A-Za-z0-9][A-Za-z0-9._-]*\.yaml$/u.test(path)) {
    return [`${name}: name it NAME.yaml, with letters, digits, - and _`];
  }
  return size > largestFile ? [`${name} has ${size} bytes; ${largestFile} is the most`] : [];
}

function isYaml(path: string): boolean {
  return /\.ya?ml$/iu.test(path);
}

function first(lines: string[]): string {
  const shown = lines.slice(0, 20).map((line) => `  ${line.length > 300 ? `${line.slice(0, 300)} …` : line}`);
  return [...shown, ...(lines.length > 20 ? [`  and ${lines.length - 20} more`] : [])].join("\n");
}
