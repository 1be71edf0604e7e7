import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const day = ["--today", "2026-11-25"];

describe("npm run change and npm run matrix", function () {
  this.timeout(60_000);
  let folder = "";
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: folder, encoding: "utf8" });
  const commit = (): void => {
    git("add", "--all");
    git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--allow-empty", "--message", "x");
  };
  const edit = (from: string, to: string): void => {
    const file = join(folder, "config/prod.yaml");
    const text = readFileSync(file, "utf8");
    assert.ok(text.includes(from));
    writeFileSync(file, text.replace(from, to));
  };
  const run = (command: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [resolve("cli/bundled.cjs"), command, ...args, ...day],
      {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, COLUMNS: "" },
      },
    );
    return { status, stdout, stderr };
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "change-"));
    for (const file of ["config", "Pulumi.dev.yaml", "Pulumi.prod.yaml"]) {
      cpSync(file, join(folder, file), { recursive: true });
    }
    git("init", "--quiet", "--initial-branch=main");
    commit();
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("compare the working tree, or another revision, with a revision", () => {
    edit("    DevOps: [ReadOnly]\n", "");
    const inTree = run("change", "--base", "main");
    assert.equal(inTree.status, 0);
    assert.match(
      inTree.stdout,
      /^The working tree compared with main, as of 2026-11-25\nThis changes access: 1 that may do less/u,
    );
    commit();
    rmSync(join(folder, "config"), { recursive: true });
    const inCommit = run("change", "--base", "HEAD^", "--head", "HEAD", "--format", "json");
    assert.equal(inCommit.status, 0, inCommit.stderr);
    const { head, items } = JSON.parse(inCommit.stdout) as { head: string; items: { text: string }[] };
    assert.equal(head, "HEAD");
    assert.equal(items[0]?.text, "Developers loses ReadOnly");
  });

  it("say which of the two is not valid, and what is wrong with it", () => {
    edit("    DevOps: [ReadOnly]\n", "    DevOps: [ReadOnyl]\n");
    const proposal = run("change", "--base", "main");
    assert.equal(proposal.status, 1);
    assert.match(proposal.stdout, /What is proposed is not valid[\s\S]*config\/prod\.yaml:\d+:\d+: error: /u);
    commit();
    edit("    DevOps: [ReadOnyl]\n", "    DevOps: [ReadOnly]\n");
    const base = run("change", "--base", "HEAD", "--format", "markdown");
    assert.equal(base.status, 1);
    assert.match(base.stdout, /What it is compared with is not valid[\s\S]*`HEAD:config\/prod\.yaml:\d+:\d+` error: /u);
  });

  it("take no link for a file of a revision, and answer a wrong call with the usage", () => {
    rmSync(join(folder, "config/dev.yaml"));
    symlinkSync("prod.yaml", join(folder, "config/dev.yaml"));
    commit();
    const { status, stdout, stderr } = run("change", "--base", "HEAD");
    assert.deepEqual(
      [status, stdout, stderr],
      [1, "", "In the revision HEAD, config/dev.yaml is no file of its own.\n"],
    );
    for (const args of [[], ["--base", "main", "--format", "html"]]) {
      const wrong = run("change", ...args);
      assert.equal(wrong.status, 1);
      assert.match(wrong.stderr, /\nUsage: npm run change -- --base REVISION/u);
    }
  });

  it("tell who has what in one stack, and that there is none of another name", () => {
    const { status, stdout } = run("matrix", "--stack", "dev", "--format", "csv");
    assert.equal(status, 0);
    assert.match(stdout, /"dev","Development","group","Developers","permission set","Developer"/u);
    assert.ok(!stdout.includes('"prod"'));
    assert.deepEqual(run("matrix", "--stack", "prd").stderr, "There is no Pulumi.prd.yaml here. Did you mean prod?\n");
  });
});
