import assert from "node:assert/strict";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { engineStage } from "../engine-stage.ts";
import type { EngineStage } from "../engine-stage.ts";

describe("the language host under the real engine", function () {
  this.timeout(60_000);
  let stage: EngineStage;

  before(async () => {
    stage = await engineStage("language-host");
  });
  after(() => {
    (stage as EngineStage | undefined)?.remove();
  });

  const run = async (program: string, ...args: string[]) => {
    stage.write("index.ts", program);
    const { exitCode, stdout, stderr } = await stage.pulumi(...args);
    return { exitCode, output: stdout + stderr };
  };

  it("runs TypeScript natively, with the stack's configuration and its secrets", async () => {
    await stage.pulumi("config", "set", "size", "3");
    await stage.pulumi("config", "set", "--secret", "word", "sesame");
    const program = `
      import { Config, getStack, log } from "@pulumi/pulumi";
      import type { Output } from "@pulumi/pulumi";
      const config = new Config();
      export const size: number = config.requireNumber("size");
      export const word: Output<string> = config.requireSecret("word");
      log.info(\`types are \${process.env.PULUMI_NODEJS_TYPESCRIPT} in \${getStack()}, node is \${process.version}\`);
    `;
    const { exitCode, output } = await run(program, "up", "--yes", "--skip-preview");
    assert.equal(exitCode, 0, output);
    assert.ok(output.includes(`types are false in dev, node is ${process.version}`), output);
    assert.match(output, /size: 3/);
    assert.match(output, /word: \[secret\]/);
  });

  it("reports a program that fails, with the user's own message alone where it is a RunError", async () => {
    const known = await run(
      `import { RunError } from "@pulumi/pulumi"; throw new RunError("no such account");`,
      "preview",
    );
    assert.notEqual(known.exitCode, 0);
    assert.match(known.output, /error: no such account/);
    assert.doesNotMatch(known.output, /index\.ts:\d|program exited/);
    const bug = await run(`process.exit(7);`, "preview");
    assert.notEqual(bug.exitCode, 0);
    assert.match(bug.output, /program exited with non-zero exit code: 7/);
  });

  it("starts a policy pack, which stops an update", async () => {
    const pack = join(stage.folder, "pack");
    mkdirSync(pack);
    writeFileSync(join(pack, "PulumiPolicy.yaml"), "runtime: nodejs\n");
    writeFileSync(join(pack, "package.json"), '{"name": "pack", "version": "1.0.0", "main": "index.js"}');
    const rule = {
      name: "no-stash",
      description: "Stashes are not wanted.",
      enforcementLevel: "mandatory",
    };
    writeFileSync(
      join(pack, "index.js"),
      `const { PolicyPack } = require("@pulumi/policy");
       new PolicyPack("pack", { policies: [{ ...${JSON.stringify(rule)},
         validateResource: (args, report) => { if (args.type === "pulumi:index:Stash") report("no stash, please"); } }] });`,
    );
    const program = `import { Stash } from "@pulumi/pulumi"; new Stash("kept", { input: "x" });`;
    const { exitCode, output } = await run(program, "preview", "--policy-pack", pack);
    assert.notEqual(exitCode, 0);
    assert.match(output, /no stash, please/);
  });

  it("tells which Node and which packages a program uses", async () => {
    stage.write("index.ts", "export {};");
    const { stdout } = await stage.pulumi("about", "--json");
    const { runtime } = JSON.parse(stdout) as { runtime: { executable: string; version: string } };
    assert.deepEqual([runtime.executable, runtime.version], [process.execPath, process.version]);
  });

  describe("leaves no process behind", () => {
    const waiting = `
      import { writeFileSync } from "node:fs";
      writeFileSync("running", "");
      await new Promise((resolve) => setTimeout(resolve, 60000));
    `;
    const running = () => join(stage.folder, "program/running");

    beforeEach(() => {
      rmSync(running(), { force: true });
      stage.write("index.ts", waiting);
    });

    it("when the engine is killed in the middle of a program", async () => {
      const engine = stage.start("preview");
      await stage.until(() => existsSync(running()));
      assert.ok(stage.processes().length >= 3);
      engine.kill("SIGKILL");
      await stage.until(() => stage.processes().length === 0);
    });

    it("when the engine and the language host are killed at once", async () => {
      const engine = stage.start("preview");
      await stage.until(() => existsSync(running()));
      const host = stage.processes().find(({ command }) => command.includes("bundle/language-host.mjs"));
      assert.ok(host);
      engine.kill("SIGKILL");
      process.kill(host.id, "SIGKILL");
      await stage.until(() => stage.processes().length === 0);
    });
  });
});
