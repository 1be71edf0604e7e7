import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../../sandbox/toolchain/command.ts";
import { repository } from "../../sandbox/toolchain/place.ts";
import { hostileNames, steering } from "../review/hostile-names.ts";
import { runnerCommands } from "../review/runner-commands.ts";
import { GithubApi } from "./api.ts";

const node = (file: string, args: string[], environment: NodeJS.ProcessEnv) =>
  runCommand(process.execPath, [join(repository, "cli", file), ...args], { environment });

const urn = (type: string, name: string): string =>
  `urn:pulumi:prod::securecart-iam::securecart:iam:X$${type}::${name}`;

describe("drift", function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), "drift-"));

  after(() => {
    rmSync(folder, { recursive: true });
  });

  const driftOf = (preview: unknown) => {
    const file = join(folder, "preview.json");
    writeFileSync(file, typeof preview === "string" ? preview : JSON.stringify(preview));
    return node("drift.ts", [file], process.env);
  };
  const looked = [
    { op: "same", urn: urn("aws:iam/role:Role", "web") },
    { op: "read", urn: urn("pulumi:pulumi:StackReference", "before") },
    { op: "refresh", urn: urn("aws:iam/role:Role", "web") },
    { op: "update", urn: urn("pulumi:providers:aws", "Production"), diffReasons: ["assumeRoles"] },
  ];

  it("is none where nothing but the role of the providers differs", async () => {
    assert.equal((await driftOf({ steps: looked })).stdout, "none\n");
  });

  it("is what an update would do: change back, make again, delete", async () => {
    const { stdout } = await driftOf({
      steps: [
        ...looked,
        { op: "update", urn: urn("aws:iam/role:Role", "web"), diffReasons: ["description", "tags"] },
        { op: "create", urn: urn("aws:iam/role:Role", "a::b") },
        { op: "create", urn: urn("pulumi:providers:aws", "New") },
        { op: "delete", urn: urn("aws:iam/policy:Policy", "old") },
      ],
    });
    assert.deepEqual(stdout.split("\n"), [
      "create aws:iam/role:Role a::b",
      "create pulumi:providers:aws New",
      "delete aws:iam/policy:Policy old",
      "update aws:iam/role:Role web (description, tags)",
      "",
    ]);
  });

  it("is shown as code, whatever things are called, and as much as an issue holds", async () => {
    const names = hostileNames.map(({ name }) => name);
    const { stdout } = await driftOf({
      steps: names.map((name) => ({ op: "update", urn: urn("aws:iam/role:Role", name), diffReasons: [name] })),
    });
    const lines = stdout.trimEnd().split("\n");
    assert.equal(lines.length, names.length);
    for (const line of lines) {
      assert.match(line, /^update /);
      assert.doesNotMatch(line, steering);
    }
    assert.deepEqual(runnerCommands(stdout), []);
    const many = Array.from({ length: 5000 }, (_, n) => ({ op: "delete", urn: urn("aws:iam/role:Role", `role-${n}`) }));
    const long = await driftOf({ steps: many });
    assert.ok(long.stdout.length < 60_100);
    assert.match(long.stdout, /\nand \d+ more\n$/);
  });

  it("is not taken for none where nobody looked", async () => {
    for (const nothing of [{ steps: [] }, {}, "", "error: no stack named 'prod' found"]) {
      const { exitCode, stdout, stderr } = await driftOf(nothing);
      assert.deepEqual([exitCode, stdout], [1, ""]);
      assert.match(stderr, /^[^\n]*preview\.json (?:has no steps|cannot be read)[^\n]*\n$/);
    }
  });

  describe("has one issue for a stack", () => {
    const api = new GithubApi();
    let environment: NodeJS.ProcessEnv;
    const say = async (drift: string, stack = "prod"): Promise<void> => {
      const { exitCode, stderr } = await node("github/drift-issue.ts", [], {
        ...environment,
        STACK: stack,
        DRIFT: drift,
      });
      assert.equal(exitCode, 0, stderr);
    };
    const open = () => api.issues.filter(({ state }) => state === "open").map(({ title, user }) => [title, user.login]);
    const bot = "github-actions[bot]";

    before(async () => {
      environment = {
        ...process.env,
        GITHUB_API_URL: await api.open(),
        GITHUB_SERVER_URL: "https://github.example",
        GITHUB_REPOSITORY: "securecart/access",
        GITHUB_RUN_ID: "42",
        GITHUB_TOKEN: "secret",
      };
      api.issues.push({
        id: 1,
        number: 1,
        title: "Drift in prod",
        body: "",
        state: "open",
        user: { login: "mallory" },
      });
    });

    after(() => {
      api.close();
    });

    it("opened once, written anew, closed when it is gone; others' issues stay", async () => {
      const others = ["Drift in prod", "mallory"];
      await say("none");
      assert.deepEqual(open(), [others]);
      await say("update aws:iam/role:Role web");
      await say("delete aws:iam/role:Role web", "dev");
      await say("update aws:iam/role:Role db\nupdate aws:iam/role:Role web");
      assert.deepEqual(open(), [others, ["Drift in prod", bot], ["Drift in dev", bot]]);
      assert.match(
        api.issues[1]?.body ?? "",
        /\n\n {4}update aws:iam\/role:Role db\n {4}update aws:iam\/role:Role web\n\n\[Run\]\(https:\/\/github\.example\//,
      );
      await say("");
      assert.match(api.issues[1]?.body ?? "", /^\*\*Nobody knows whether prod is as main says\*\*/);
      await say("none");
      assert.deepEqual(open(), [others, ["Drift in dev", bot]]);
      await say("update aws:iam/role:Role web");
      assert.deepEqual(open(), [others, ["Drift in dev", bot], ["Drift in prod", bot]]);
    });

    it("and says so where GitHub refuses", async () => {
      const run = (more: NodeJS.ProcessEnv) =>
        node("github/drift-issue.ts", [], { ...environment, STACK: "prod", DRIFT: "none", ...more });
      const refused = await run({ GITHUB_TOKEN: "other" });
      assert.deepEqual(
        [refused.exitCode, refused.stderr],
        [1, "GitHub answers 401 to GET issues?per_page=100&page=1.\n"],
      );
      const outside = await run({ GITHUB_TOKEN: undefined });
      assert.deepEqual(
        [outside.exitCode, outside.stderr],
        [1, "GITHUB_TOKEN is not set: this command is run by a workflow.\n"],
      );
    });
  });
});
