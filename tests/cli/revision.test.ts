import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { CommandError } from "../../cli/command-error.ts";
import { filesOf, securityFileIn } from "../../cli/revision.ts";
import { stackFiles } from "../../cli/stack-files.ts";
import { Findings } from "../../model/findings.ts";
import { plan } from "../../model/plan.ts";
import { company } from "../model/company.ts";
import { today } from "../model/case.ts";

describe("a revision's files", () => {
  const before = process.cwd();
  let folder = "";
  const git = (...args: string[]) => execFileSync("git", args, { cwd: folder, encoding: "utf8" });
  const write = (file: string, text: string | Buffer): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const commit = (): void => {
    git("add", "--all");
    git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "x");
  };
  const textOf = (file: string, revision = "HEAD") => {
    const findings = new Findings(new Map());
    return { text: filesOf(revision).text(file, findings), codes: findings.diagnostics.map(({ code }) => code) };
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "revision-"));
    git("init", "--quiet", "--initial-branch=main");
    for (const [file, text] of Object.entries(company)) write(`config/${file}`, text);
    write("Pulumi.prod.yaml", "config:\n  access:config: ./config/prod.yaml\n");
    commit();
    process.chdir(folder);
  });

  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true });
  });

  it("are planned like those on the disk, whatever has become of these", () => {
    for (const file of readdirSync(join(before, "config")).filter((name) => name.endsWith(".yaml"))) {
      write(`config/${file}`, readFileSync(join(before, "config", file)));
    }
    commit();
    const onDisk = plan("config/prod.yaml", { today });
    assert.equal(onDisk.deployments.length, 2);
    rmSync(join(folder, "config"), { recursive: true });
    assert.deepEqual(plan("config/prod.yaml", { today, files: filesOf("HEAD") }).deployments, onDisk.deployments);
  });

  it("name the stack files, each revision its own", () => {
    write("Pulumi.dev.yaml", "config:\n  access:config: config/dev.yaml\n");
    assert.deepEqual(stackFiles(filesOf("HEAD")), ["config/prod.yaml"]);
    commit();
    assert.deepEqual(stackFiles(filesOf("HEAD")), ["config/dev.yaml", "config/prod.yaml"]);
    assert.deepEqual(stackFiles(filesOf("HEAD^")), ["config/prod.yaml"]);
  });

  it("are those of the working directory, where that lies below the top of the repository", () => {
    write("elsewhere/Pulumi.x.yaml", "config:\n  access:config: x.yaml\n");
    commit();
    process.chdir(join(folder, "elsewhere"));
    assert.deepEqual(stackFiles(filesOf("HEAD")), ["x.yaml"]);
    assert.deepEqual(filesOf("HEAD").list(".", true), ["Pulumi.x.yaml"]);
  });

  it("have names of their own in what is said of them", () => {
    write("config/prod.yaml", "stack: [\n");
    commit();
    const { diagnostics } = plan("config/prod.yaml", { today, files: filesOf("main") });
    assert.ok(diagnostics.some(({ file, code }) => file === "main:config/prod.yaml" && code === "yaml-syntax"));
    assert.ok(diagnostics.every(({ file }) => file.startsWith("main:config/")));
  });

  for (const [what, make] of Object.entries({
    "a symbolic link": () => {
      symlinkSync("/etc/hostname", join(folder, "config/link.yaml"));
      commit();
    },
    "a repository of its own": () => {
      const head = git("rev-parse", "HEAD").trim();
      git("update-index", "--add", "--cacheinfo", `160000,${head},config/link.yaml`);
      git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "x");
    },
  })) {
    it(`are refused where one is ${what}`, () => {
      make();
      const refusal = { message: "In the revision HEAD, config/link.yaml is no file of its own." };
      assert.throws(() => filesOf("HEAD").list("config", true), refusal);
      assert.throws(() => filesOf("HEAD").text("config/link.yaml", new Findings(new Map())), CommandError);
      assert.throws(() => plan("config/prod.yaml", { today, files: filesOf("HEAD") }), CommandError);
    });
  }

  it("do not lead out of the repository by a directory that is a link", () => {
    rmSync(join(folder, "config"), { recursive: true });
    symlinkSync("/etc", join(folder, "config"));
    commit();
    assert.deepEqual(filesOf("HEAD").list("config", true), []);
    assert.deepEqual(textOf("config/prod.yaml"), { text: undefined, codes: ["file-missing"] });
  });

  it("are refused where git knows no such revision", () => {
    for (const revision of ["no-such", "--output=x", "HEAD:config", ""]) {
      assert.throws(() => filesOf(revision), { message: `git knows no revision "${revision}" here.` });
      assert.throws(() => securityFileIn(revision, "config"), CommandError);
    }
  });

  it("are not read where they are too large, and are where they are only large", () => {
    write("config/large.yaml", Buffer.alloc(1_000_001, "a"));
    write("config/quite-large.yaml", Buffer.alloc(1_000_000, "a"));
    commit();
    assert.deepEqual(textOf("config/large.yaml"), { text: undefined, codes: ["file-too-large"] });
    assert.equal(textOf("config/quite-large.yaml").text?.length, 1_000_000);
  });

  it("are what the commit holds, not what somebody has put in its object's place", () => {
    const asCommitted = textOf("config/dev.yaml").text;
    const original = git("rev-parse", "HEAD:config/dev.yaml").trim();
    const other = git("rev-parse", "HEAD:config/prod.yaml").trim();
    git("replace", original, other);
    assert.equal(textOf("config/dev.yaml").text, asCommitted);
  });
});
