import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { freeStack, stackLocks } from "../../../sandbox/rehearsal/stack-lock.ts";
import type { Workspace } from "../../../sandbox/rehearsal/workspace.ts";

describe("a locked stack", () => {
  let root: string;
  let folder: string;
  let said: string[];
  let cancelled: string[];
  const progress = { line: (text: string) => said.push(text), status: (text: string) => said.push(text) };
  const lock = (pid: number, host = hostname()) => {
    writeFileSync(join(folder, "1.json"), JSON.stringify({ pid, hostname: host, username: "me" }));
  };
  /** What of a workspace the locks concern. */
  const workspace = () =>
    ({
      stateDirectory: root,
      project: { name: "shop" },
      cancel: (stack: string) => {
        cancelled.push(stack);
        return Promise.resolve({ exitCode: 0, stdout: "", stderr: "" });
      },
    }) as unknown as Workspace;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "locks-"));
    folder = join(root, ".pulumi/locks/organization/shop/dev");
    mkdirSync(folder, { recursive: true });
    [said, cancelled] = [[], []];
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it("is left alone where nobody locked it", async () => {
    writeFileSync(join(folder, "1.json.attrs"), "{}");
    await freeStack(workspace(), "dev", progress);
    await freeStack(workspace(), "never-made", progress);
    assert.deepEqual([said, cancelled], [[], []]);
  });

  it("is freed where the engine is gone, and that is said", async () => {
    lock(spawnSync("true").pid);
    await freeStack(workspace(), "dev", progress);
    assert.deepEqual(cancelled, ["dev"]);
    assert.deepEqual(said, ["dev: an update was killed and left the stack locked; freed it with `pulumi cancel`."]);
  });

  it("is freed where another program has the engine's process id now", () => {
    const other = spawn("sleep", ["60"]);
    try {
      lock(other.pid!);
      assert.deepEqual(stackLocks(workspace(), "dev"), [{ processId: other.pid, held: false }]);
    } finally {
      other.kill("SIGKILL");
    }
  });

  it("is waited for while the engine runs, and not freed then", async () => {
    const pulumi = join(root, "pulumi");
    writeFileSync(pulumi, "#!/bin/sh\nread answer\n", { mode: 0o755 });
    const engine = spawn(pulumi);
    lock(engine.pid!);
    const freeing = freeStack(workspace(), "dev", {
      line: (text) => said.push(text),
      status: () => {
        assert.deepEqual(cancelled, []);
        rmSync(join(folder, "1.json"));
        engine.kill("SIGKILL");
      },
    });
    await freeing;
    assert.deepEqual([said, cancelled], [[], []]);
  });

  it("on another machine is never freed", async () => {
    lock(spawnSync("true").pid, "elsewhere");
    const interruption = new AbortController();
    const status = () => {
      interruption.abort();
    };
    const freeing = freeStack(workspace(), "dev", { line: () => undefined, status }, interruption.signal);
    await assert.rejects(freeing, { name: "AbortError" });
    assert.deepEqual(cancelled, []);
  });
});
