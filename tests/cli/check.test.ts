import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runnerCommands } from "../review/runner-commands.ts";
import { company } from "../model/company.ts";

const quota = "raised-quotas:\n";
// Twenty-one managed policies on one role: one more than AWS takes unless the quota is raised.
const manyPolicies = (file = ""): string =>
  file.replace(
    "runs-on: lambda",
    `runs-on: lambda\n    aws-managed-policies: [${[
      ...["AdministratorAccess", "AmazonS3FullAccess", "AmazonS3ReadOnlyAccess", "AmazonSQSFullAccess"],
      ...["AmazonSQSReadOnlyAccess", "AmazonSNSFullAccess", "AmazonSNSReadOnlyAccess", "IAMReadOnlyAccess"],
      ...["IAMFullAccess", "ReadOnlyAccess", "SecurityAudit", "ViewOnlyAccess", "PowerUserAccess"],
      ...["AmazonEC2FullAccess", "AmazonEC2ReadOnlyAccess", "AmazonRDSFullAccess", "AmazonRDSReadOnlyAccess"],
      ...[
        "AmazonDynamoDBFullAccess",
        "AmazonDynamoDBReadOnlyAccess",
        "AWSLambda_FullAccess",
        "AWSLambda_ReadOnlyAccess",
      ],
    ].join(", ")}]`,
  );

describe("the check of a proposed change", function () {
  this.timeout(60_000);
  let folder = "";
  const write = (file: string, text: string): void => {
    writeFileSync(join(folder, file), text);
  };
  const git = (...args: string[]): string => execFileSync("git", args, { cwd: folder, encoding: "utf8" });
  const commit = (): void => {
    git("add", "--all");
    git("-c", "user.name=A", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "x");
  };
  const checkIn = (environment: NodeJS.ProcessEnv, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve("cli/check.ts"), ...args], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, GITHUB_ACTIONS: "", ...environment },
    });
    return { status, said: stdout + stderr };
  };
  const check = (...args: string[]) => checkIn({}, ...args);

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "check-"));
    mkdirSync(join(folder, "config"));
    for (const [file, text] of Object.entries(company)) if (file !== "security.yaml") write(`config/${file}`, text);
    write("config/security.yaml", "lock-out-overrides: {}\n");
    write("Pulumi.prod.yaml", "config:\n  access:config: config/prod.yaml\n");
    git("init", "--quiet", "--initial-branch=main");
    commit();
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const propose = (raised: string): void => {
    write("config/dev.yaml", manyPolicies(company["dev.yaml"]));
    write("config/security.yaml", `${quota}  managed-policies-per-role: "${raised}"\n`);
  };

  it("does not let a change excuse itself", () => {
    propose("25");
    assert.doesNotMatch(check().said, /over-quota/);
    assert.match(check("--base", "main").said, /over-quota/);
  });

  it("reads the file where the base has it, and names the place in the base", () => {
    propose("25");
    commit();
    write("config/security.yaml", `${quota}  managed-policies-per-role: "20"\n`);
    assert.match(check().said, /over-quota/);
    assert.doesNotMatch(check("--base", "HEAD").said, /over-quota/);
    write("config/security.yaml", `${quota}  unknown: "20"\n`);
    commit();
    propose("25");
    assert.match(check("--base", "main").said, /main:config\/security\.yaml:2:3/);
  });

  it("takes a file that is gone from the change from the base all the same", () => {
    propose("25");
    commit();
    unlinkSync(join(folder, "config/security.yaml"));
    assert.match(check().said, /file-missing/);
    assert.doesNotMatch(check("--base", "main").said, /file-missing|over-quota/);
  });

  it("says so where the revision or the call is wrong", () => {
    for (const revision of ["no-such-branch", "--output=x", "main:config"]) {
      const { status, said } = check(`--base=${revision}`);
      assert.equal(status, 1);
      assert.equal(said, `git knows no revision "${revision}" here.\n`);
    }
    assert.match(check("--bsae", "main").said, /^Unknown option '--bsae'[\s\S]*Usage: npm run check/u);
  });

  it("tells of one stack alone, by the verdict of all", () => {
    write("config/security.yaml", `${quota}  managed-policies-per-role: "20"\n`);
    write("Pulumi.dev.yaml", "config:\n  access:config: config/dev.yaml\n");
    write(
      "config/dev.yaml",
      company["dev.yaml"]!.replace("    Development: [Developer]", "    Development: [Develper]"),
    );
    write("config/base.yaml", company["base.yaml"]!.replace("    email: management@", "    mail: management@"));
    const { status, said } = check("--stack=prod", "--json");
    assert.equal(status, 1);
    const report = JSON.parse(said) as Record<string, unknown> & { diagnostics: { file: string }[] };
    assert.deepEqual([report["stack"], report["deployable"], report["errorsElsewhere"]], ["prod", false, 1]);
    assert.deepEqual(new Set(report.diagnostics.map(({ file }) => file)), new Set(["config/base.yaml"]));
    assert.match(check("--stack", "prd").said, /^There is no Pulumi\.prd\.yaml here\. Did you mean prod\?\n$/u);
  });

  it("annotates in a workflow of GitHub, and nowhere else unless it is asked", () => {
    write("config/security.yaml", `${quota}  managed-policies-per-role: "20"\n`);
    write(
      "config/dev.yaml",
      company["dev.yaml"]!.replace("    Development: [Developer]", "    Development: [Develper]"),
    );
    assert.deepEqual(runnerCommands(check().said), []);
    const { said } = checkIn({ GITHUB_ACTIONS: "true", GITHUB_SERVER_URL: "https://x", GITHUB_REPOSITORY: "a/b" });
    const [command] = runnerCommands(said);
    assert.equal(command?.properties["file"], "config/dev.yaml");
    assert.match(command.data, /^https:\/\/x\/a\/b\/blob\/HEAD\/docs\/diagnostics\.md#unknown-permission-set$/mu);
  });

  it("keeps the stack trace of a fault of its own, and says by its exit code that nothing was judged", () => {
    const fault = "data:text/javascript,process.stdout.write = () => { throw new Error('a fault') };";
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", fault, resolve("cli/check.ts"), "--json"],
      { cwd: folder, encoding: "utf8" },
    );
    assert.equal(status, 2);
    assert.equal(stdout, "");
    assert.match(stderr, /a fault\n\s+at [\s\S]*This is a fault of the check, not of the configuration/u);
  });

  it("refuses a base in which the file is a link", () => {
    propose("25");
    unlinkSync(join(folder, "config/security.yaml"));
    symlinkSync("base.yaml", join(folder, "config/security.yaml"));
    commit();
    const { status, said } = check("--base", "main");
    assert.equal(status, 1);
    assert.equal(said, "In the revision main, config/security.yaml is no file of its own.\n");
    assert.match(check().said, /security-file-link/);
  });
});
