import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "../../sandbox/toolchain/command.ts";
import { repository } from "../../sandbox/toolchain/place.ts";
import { actionlint, provideActionlint } from "./provide-actionlint.ts";
import { actions, workflows } from "./workflow.ts";

const files = [
  ...workflows.map(({ file, text }) => ({ name: `${file}.yml`, text, kind: "workflow" })),
  ...actions.map(({ name, text }) => ({ name: `${name}/action.yml`, text, kind: "action" })),
];

describe("GitHub's own parser", () => {
  let problemsOf: (name: string, text: string, kind: string) => string[];

  before(async () => {
    // The parser imports JSON as bundlers let it; Node.js wants to be told that it is JSON.
    const hooks = registerHooks({
      load: (url, context, next) =>
        next(url, url.endsWith(".json") ? { ...context, importAttributes: { type: "json" } } : context),
    });
    const { NoOperationTraceWriter, parseWorkflow } = await import("@actions/workflow-parser");
    const { parseAction } = await import("@actions/workflow-parser/actions/action-parser");
    hooks.deregister();
    problemsOf = (name, content, kind) => {
      const parser = kind === "workflow" ? parseWorkflow : parseAction;
      const { context } = parser({ name, content }, new NoOperationTraceWriter());
      return context.errors.getErrors().map(({ message }) => message);
    };
  });

  for (const { name, text, kind } of files) {
    it(`takes ${name}`, () => {
      assert.deepEqual(problemsOf(name, text, kind), []);
    });
  }

  it("does not take what is no workflow", () => {
    const [{ name, text } = { name: "", text: "" }] = files;
    assert.notDeepEqual(problemsOf(name, text.replace("runs-on", "run-on").replace("uses:", "use:"), "workflow"), []);
  });
});

describe("actionlint", function () {
  this.timeout(300_000);
  const lint = (...paths: string[]) =>
    runCommand(actionlint, ["-shellcheck=", "-pyflakes=", "-no-color", ...paths], {
      cwd: repository,
      environment: process.env,
    });

  before(async function () {
    if (await provideActionlint()) return;
    console.warn("      There is no Go (`go`) in PATH, from which actionlint is built: the workflows are not linted."); // eslint-disable-line no-console
    this.skip();
  });

  it("finds nothing in the workflows and the actions that they use", async () => {
    const { exitCode, stdout, stderr } = await lint(
      ...workflows.map(({ file }) => join(".github/workflows", `${file}.yml`)),
    );
    assert.equal(exitCode, 0, stdout + stderr);
  });

  it("finds a need that is no job", async () => {
    const folder = mkdtempSync(join(tmpdir(), "actionlint-"));
    try {
      mkdirSync(join(folder, ".github/workflows"), { recursive: true });
      const file = join(folder, ".github/workflows/deploy.yml");
      writeFileSync(
        file,
        workflows.find((one) => one.file === "deploy")?.text.replace("needs: dev", "needs: dve") ?? "",
      );
      assert.match((await lint(file)).stdout, /dve/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
