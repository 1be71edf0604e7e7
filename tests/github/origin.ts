import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { repository } from "../../sandbox/toolchain/place.ts";
import { type Change, Clone } from "../cli/proposal/clone.ts";

/** A bare repository whose main is this working tree, as GitHub holds it, with proposals that nobody has merged. */
export class Origin {
  readonly address = mkdtempSync(join(tmpdir(), "origin-"));
  /** The commit of main. */
  readonly main: string;
  private readonly clone = new Clone({});

  /** `prepare` may still change the files, which lie in the folder that it is given. */
  constructor(prepare: (folder: string) => void = () => undefined) {
    const { folder } = this.clone;
    const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: repository,
      encoding: "utf8",
    });
    // Neither pages nor tests are run by a workflow, but for the whole suite.
    const needed = listed.split("\0").filter((file) => file !== "" && !/^(?:docs|tests)\//u.test(file));
    for (const file of needed.filter((one) => existsSync(join(repository, one)))) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      cpSync(join(repository, file), join(folder, file));
    }
    prepare(folder);
    this.clone.git("add", "--all");
    this.clone.git("commit", "--quiet", "--message", "main");
    this.main = this.clone.git("rev-parse", "HEAD");
    execFileSync("git", ["init", "--quiet", "--bare", "--initial-branch=main", this.address]);
    // As GitHub does: whatever commit it has can be fetched by its id.
    execFileSync("git", ["config", "uploadpack.allowAnySHA1InWant", "true"], { cwd: this.address });
    this.clone.git("push", "--quiet", this.address, "HEAD:refs/heads/main");
  }

  /** A proposed commit on top of main. Gives its id. */
  propose(changes: Record<string, Change>): string {
    const head = this.clone.commit(changes);
    this.clone.git("push", "--quiet", this.address, `${head}:refs/pull/1/head`, "--force");
    return head;
  }

  /** Somebody else merges something. */
  moveOn(): void {
    this.clone.git("push", "--quiet", this.address, `${this.clone.commit({ LICENSE: "" })}:refs/heads/main`);
  }

  remove(): void {
    this.clone.remove();
    rmSync(this.address, { recursive: true, force: true });
  }
}
