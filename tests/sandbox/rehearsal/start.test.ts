import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { readEvents } from "../../../sandbox/rehearsal/event-log.ts";
import { repository } from "../../../sandbox/toolchain/place.ts";
import { engineCli } from "../../engine/cli.ts";
import { processesWith, startCommand, until } from "./command.ts";

describe("npm start without a Pulumi CLI", function () {
  this.timeout(120_000);
  const cache = mkdtempSync(join(tmpdir(), "no-engine-"));
  after(() => {
    rmSync(cache, { recursive: true });
  });

  it("says so, shows what can be shown, pretends nothing, and ends with 3", async () => {
    const environment = { ...process.env, SECURECART_CACHE: cache };
    const { exitCode, output } = await startCommand("start", ["--without-engine"], environment).finished;
    assert.equal(exitCode, 3);
    assert.match(output, /^NOTHING IS DEPLOYED: there is no Pulumi CLI here/m);
    assert.match(output, /^What prod would ask for/m);
    assert.match(output, /^\| aws:iam:Role +\|( +\d* +\|)+$/m);
    assert.match(output, /^Who may do what/m);
    assert.match(output, /^securecart-iam [\d.]+: nothing to object to in dev, in \d+ resources\.$/m);
    assert.match(output, /Nothing is deployed: there is no Pulumi CLI \(see above\)\.\n$/);
    assert.doesNotMatch(output, /created|What the virtual AWS now holds/);
    assert.ok(!existsSync(join(cache, "rehearsal")));
  });
});

describe("npm start on the real engine", function () {
  this.timeout(300_000);
  const root = mkdtempSync(join(tmpdir(), "start-"));
  const cache = join(root, "cache");
  let environment: NodeJS.ProcessEnv;
  const decoyRan = () => existsSync(join(root, "decoy-ran"));
  const locks = () => {
    const folder = join(cache, "rehearsal/state/.pulumi/locks/organization/securecart-iam/dev");
    return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  };
  /** How many resources the engine has made so far, its preview aside. */
  const made = () =>
    readEvents(join(cache, "rehearsal/logs/dev-up.events.json")).filter(({ resOutputsEvent }) => resOutputsEvent)
      .length;

  before(async function () {
    this.timeout(900_000);
    const cli = await engineCli();
    const home = join(root, "home");
    // What a user may have: the official plugin in PATH and installed, and credentials of a real account.
    const decoy = `#!/bin/sh\necho ran >> '${root}/decoy-ran'\nexit 1\n`;
    for (const folder of [join(root, "decoy"), join(home, ".pulumi/plugins/resource-aws-v7.48.0")]) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, "pulumi-resource-aws"), decoy, { mode: 0o755 });
    }
    environment = {
      PATH: [join(root, "decoy"), dirname(cli.path), process.env["PATH"]].join(":"),
      HOME: home,
      PULUMI_HOME: join(home, ".pulumi"),
      PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
      PULUMI_BACKEND_URL: "s3://not-mine",
      AWS_ACCESS_KEY_ID: "REAL",
      AWS_SECRET_ACCESS_KEY: "REAL",
      AWS_PROFILE: "production",
      SECURECART_CACHE: cache,
    };
  });
  after(() => {
    rmSync(root, { recursive: true });
  });

  it("interrupted by Ctrl-C, ends with 130, and nothing goes on", async () => {
    const { process: child, finished } = startCommand("start", [], environment);
    await until(() => made() > 0);
    child.kill("SIGINT");
    const { exitCode, output } = await finished;
    assert.equal(exitCode, 130, output);
    assert.match(output, /Interrupted/);
    assert.deepEqual(processesWith(cache), []);
    assert.deepEqual(locks(), []);
  });

  it("whose engine is killed, says so and ends with 1", async () => {
    rmSync(join(cache, "rehearsal"), { recursive: true });
    const { finished } = startCommand("start", [], environment);
    await until(() => made() > 5);
    const { pid } = JSON.parse(readFileSync(locks()[0]!, "utf8")) as { pid: number };
    process.kill(pid, "SIGKILL");
    const { exitCode, output } = await finished;
    assert.equal(exitCode, 1, output);
    assert.match(output, /dev: failed\n +SIGKILL ended the engine\./);
    assert.equal(locks().length, 1);
  });

  it("goes on from there the next time, and shows what it made", async () => {
    const { exitCode, output } = await startCommand("start", [], environment).finished;
    assert.equal(exitCode, 0, output);
    assert.match(output, /dev: What held it is gone: freed it \(pulumi cancel\)\./);
    assert.match(output, /^ok {2}dev: \d+ created/m);
    assert.match(output, /^ok {2}prod: \d+ created/m);
    assert.match(output, /^Production \(444455556666\)\n {2}roles \(\d+\)/m);
    assert.match(output, /^\| SecurityTeam +\|( SecurityAudit +\|){5}$/m);
    assert.match(output, /^securecart-iam [\d.]+: nothing to object to/m);
    assert.deepEqual(processesWith(cache), []);
  });

  it("reports no change the time after", async () => {
    const { exitCode, output } = await startCommand("start", [], environment).finished;
    assert.equal(exitCode, 0, output);
    assert.match(output, /^ok {2}dev: no change/m);
    assert.match(output, /^ok {2}prod: no change/m);
  });

  it("has never started an official AWS plugin, and has written nothing into the checkout", () => {
    assert.ok(!decoyRan());
    for (const stack of ["dev", "prod"]) {
      assert.doesNotMatch(readFileSync(join(repository, `Pulumi.${stack}.yaml`), "utf8"), /encryptionsalt/);
    }
  });

  it("is undone by npm run destroy, which leaves nothing behind", async () => {
    const { exitCode, output } = await startCommand("destroy", [], environment).finished;
    assert.equal(exitCode, 0, output);
    assert.match(output, /^ok {2}prod: \d+ deleted[^]*^ok {2}dev: \d+ deleted/m);
    assert.match(output, /The virtual AWS holds nothing that a stack made/);
    assert.deepEqual(readdirSync(cache).sort(), ["bundle", "compile"]);
    assert.deepEqual(processesWith(cache), []);
    const again = await startCommand("destroy", [], environment).finished;
    assert.deepEqual(again, { exitCode: 0, output: "There is no rehearsal to destroy.\n" });
  });
});
