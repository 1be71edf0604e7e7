import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { stackLocks, waitForEngine } from "../../../sandbox/rehearsal/stack-lock.ts";
import type { Workspace } from "../../../sandbox/rehearsal/workspace.ts";

describe("a locked stack", () => {
  let root: string;
  let folder: string;
  let said: string[];
  const progress = { line: (text: string) => said.push(text), status: (text: string) => said.push(text) };
  const lock = (pid: number, host = hostname()) => {
    writeFileSync(join(folder, "1.json"), JSON.stringify({ pid, hostname: host, username: "me" }));
  };
  /** What of a workspace the locks concern. */
  const workspace = () => ({ stateDirectory: root, project: { name: "shop" } }) as unknown as Workspace;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "locks-"));
    folder = join(root, ".pulumi/locks/organization/shop/dev");
    mkdirSync(folder, { recursive: true });
    said = [];
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  it("is not waited for where nobody locked it, or the engine is gone", async () => {
    writeFileSync(join(folder, "1.json.attrs"), "{}");
    await waitForEngine(workspace(), "dev", progress);
    await waitForEngine(workspace(), "never-made", progress);
    lock(spawnSync("true").pid);
    await waitForEngine(workspace(), "dev", progress);
    assert.deepEqual(said, []);
  });

  it("is not waited for where another program has the engine's process id now", () => {
    const other = spawn("sleep", ["60"]);
    try {
      lock(other.pid!);
      assert.deepEqual(stackLocks(workspace(), "dev"), [{ processId: other.pid, held: false }]);
    } finally {
      other.kill("SIGKILL");
    }
  });

  it("is waited for while the engine runs", async () => {
    const pulumi = join(root, "pulumi");
    writeFileSync(pulumi, "#!/bin/sh\nread answer\n", { mode: 0o755 });
    const engine = spawn(pulumi);
    lock(engine.pid!);
    const waits: string[] = [];
    await waitForEngine(workspace(), "dev", {
      line: () => undefined,
      status: (text) => {
        waits.push(text);
        rmSync(join(folder, "1.json"));
        engine.kill("SIGKILL");
      },
    });
    assert.equal(waits.length, 1);
  });

  it("on another machine is waited for until one gives up", async () => {
    lock(spawnSync("true").pid, "elsewhere");
    const interruption = new AbortController();
    const status = () => {
      interruption.abort();
    };
    const waiting = waitForEngine(workspace(), "dev", { line: () => undefined, status }, interruption.signal);
    await assert.rejects(waiting, { name: "AbortError" });
  });
});
