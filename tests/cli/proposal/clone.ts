import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One entry of a proposed tree: a text, which is a regular file; a mode with what it holds; or nothing, a deletion. */
export type Change = string | { mode: string; content: string } | undefined;

const nobody = { GIT_AUTHOR_NAME: "A", GIT_AUTHOR_EMAIL: "a@example.com" };
const environment = {
  ...process.env,
  ...nobody,
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@example.com",
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
};

/** A clone of git to which proposals are made as objects alone, so that no file system takes offence at them. */
export class Clone {
  readonly folder = mkdtempSync(join(tmpdir(), "proposal-"));

  constructor(files: Record<string, string>) {
    this.git("init", "--quiet", "--initial-branch=main");
    this.git("reset", "--quiet", "--hard", this.commit(files, []));
  }

  git(...args: string[]): string {
    return execFileSync("git", args, { cwd: this.folder, env: environment, encoding: "utf8" }).trim();
  }

  /** A commit on top of its parents, whose first's tree it changes. Gives its id. */
  commit(changes: Record<string, Change>, parents = ["HEAD"]): string {
    const index = { ...environment, GIT_INDEX_FILE: join(this.folder, ".git/proposed") };
    const run = (args: string[], input?: string): string =>
      execFileSync("git", args, { cwd: this.folder, env: index, input, encoding: "utf8" }).trim();
    run(["read-tree", ...(parents.length > 0 ? [parents[0] ?? ""] : ["--empty"])]);
    const written = new Map<string, string>();
    const write = (content: string): string => {
      const id = written.get(content) ?? run(["hash-object", "-w", "--stdin"], content);
      written.set(content, id);
      return id;
    };
    const lines = Object.entries(changes).map(([path, change]) => {
      if (change === undefined) return `0 ${"0".repeat(40)}\t${path}`;
      const { mode, content } = typeof change === "string" ? { mode: "100644", content: change } : change;
      const id = mode === "160000" ? content : write(content);
      return `${mode} ${id}\t${path}`;
    });
    run(["update-index", "-z", "--index-info"], lines.map((line) => `${line}\0`).join(""));
    const tree = run(["write-tree"]);
    return run(["commit-tree", tree, ...parents.flatMap((parent) => ["-p", parent]), "-m", "x"]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
