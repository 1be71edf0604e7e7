import { getBuiltinModule } from "node:process";
import { posix, resolve } from "node:path";
import { type Files, isWithin, yamlOf } from "../model/files.ts";
import { type SecurityFileRevision, securityFile } from "../model/security-file.ts";
import { largest, textOf, tooLarge } from "../model/source-file.ts";
import { CommandError } from "./command-error.ts";

/** An entry of a tree of git. */
interface Entry {
  /** False of a link and of a submodule. */
  regular: boolean;
  id: string;
  /** Bytes. */
  size: number;
}

/**
 * The files of the working directory and below as a revision of its git repository has them. They are read from git's
 * objects: nothing is checked out, and the working tree is not looked at. A revision that git does not know throws
 * CommandError, and so does asking for a YAML file that is no regular file, such as a symbolic link.
 */
export function filesOf(revision: string): Files {
  const tree = treeOf(revision, ".");
  const contents = new Map<string, Buffer>();
  // One call of git for each directory: most of the time that a revision takes is git's own start.
  const contentOf = (file: string, { id }: Entry): Buffer | undefined => {
    if (!contents.has(id)) {
      const beside = [...tree].filter(([other]) => posix.dirname(other) === posix.dirname(file));
      const small = beside.filter(([, { regular, size }]) => regular && size <= largest);
      for (const [key, content] of contentsOf(small.map(([, entry]) => entry))) contents.set(key, content);
    }
    return contents.get(id);
  };
  const nameOf = (file: string): string => `${revision}:${file}`;
  return {
    list: (directory, below) =>
      [...tree.keys()]
        .filter((file) => isWithin(directory, file) && (below || posix.dirname(file) === posix.normalize(directory)))
        .map((file) => {
          regular(revision, file, tree);
          return posix.relative(directory, file);
        })
        .sort(),
    has: (file) => tree.has(file),
    isLink: () => false,
    isInside: isWithin,
    nameOf,
    text: (file, findings) => {
      const entry = regular(revision, file, tree);
      if (entry !== undefined && entry.size > largest) return tooLarge(nameOf(file), entry.size, findings);
      return textOf(entry && contentOf(file, entry), nameOf(file), findings);
    },
  };
}

/**
 * The security file of a directory of stack files as it is in a revision. A revision without the file is no error; one
 * that git does not know, or in which it is a link, throws CommandError.
 */
export function securityFileIn(revision: string, directory: string): SecurityFileRevision {
  const file = securityFile(directory);
  const entry = regular(revision, file, treeOf(revision, file));
  return { revision, bytes: entry && contentsOf([entry]).get(entry.id) };
}

/** The YAML files that a revision has at a path and below, by path from the working directory. */
function treeOf(revision: string, path: string): Map<string, Entry> {
  const commit = git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
  if (commit === undefined) throw new CommandError(`git knows no revision "${revision}" here.`);
  // Where the revision has nothing there, git lists nothing.
  const listing = git(["ls-tree", "-r", "-z", "-l", commit.toString().trim(), "--", path])?.toString() ?? "";
  const tree = new Map<string, Entry>();
  for (const line of listing.split("\0")) {
    const [, mode = "", id = "", size = "", file = ""] = /^(\d+) \w+ (\w+) +(\d+|-)\t(.+)$/su.exec(line) ?? [];
    if (yamlOf([file]).length > 0) tree.set(file, { regular: mode.startsWith("100"), id, size: Number(size) });
  }
  return tree;
}

function regular(revision: string, file: string, tree: ReadonlyMap<string, Entry>): Entry | undefined {
  const entry = tree.get(file);
  if (entry?.regular === false) {
    throw new CommandError(`In the revision ${revision}, ${file} is no file of its own.`);
  }
  return entry;
}

/** What the entries hold, by their ids. */
function contentsOf(entries: readonly Entry[]): Map<string, Buffer> {
  const contents = new Map<string, Buffer>();
  const printed = git(["cat-file", "--batch"], entries.map(({ id }) => `${id}\n`).join(""));
  let at = 0;
  for (const { id, size } of entries) {
    // `ID blob SIZE`, a line feed, the content, a line feed.
    const start = at + `${id} blob ${size}\n`.length;
    if (printed?.subarray(at, start).toString() !== `${id} blob ${size}\n`) {
      throw new CommandError(`git cannot read its object ${id}: the clone is not whole.`);
    }
    contents.set(id, printed.subarray(start, start + size));
    at = start + size + 1;
  }
  return contents;
}

/** What git prints; undefined where it answers with an error. */
function git(args: readonly string[], input = ""): Buffer | undefined {
  // Loaded only here: it takes longer than most of a check, and most checks need no revision.
  const { execFileSync } = getBuiltinModule("node:child_process");
  try {
    return execFileSync("git", ["--no-replace-objects", "--literal-pathspecs", ...args], {
      cwd: resolve("."),
      input,
      stdio: ["pipe", "pipe", "ignore"],
      maxBuffer: 256 * 1024 * 1024,
    });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") {
      throw new CommandError("git is not installed here, or the directory is gone.");
    }
    return undefined;
  }
}
