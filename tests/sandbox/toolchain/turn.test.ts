import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { takeTurn } from "../../../sandbox/toolchain/turn.ts";

describe("a turn", () => {
  let file: string;
  beforeEach(() => (file = join(mkdtempSync(join(tmpdir(), "turn-")), "turn")));
  afterEach(() => {
    rmSync(join(file, ".."), { recursive: true });
  });
  const never = { onWait: () => assert.fail("nobody has the turn") };

  it("is one process's, until it ends it", async () => {
    const endTurn = await takeTurn(file, never);
    assert.equal(readFileSync(file, "utf8"), String(process.pid));
    const waiting = takeTurn(file, {
      onWait: (holder) => {
        assert.equal(holder, process.pid);
        endTurn();
      },
    });
    (await waiting)();
    assert.ok(!existsSync(file));
  });

  it("of a process that is gone is void", async () => {
    const { pid } = spawnSync("true");
    writeFileSync(file, String(pid));
    (await takeTurn(file, never))();
  });

  it("that nobody has confirmed for a minute is void, whoever has its process id now", async () => {
    writeFileSync(file, String(process.ppid));
    const past = new Date(Date.now() - 61_000);
    utimesSync(file, past, past);
    (await takeTurn(file, never))();
  });

  it("is not waited for any longer than wanted", async () => {
    writeFileSync(file, String(process.ppid));
    const interruption = new AbortController();
    const waiting = takeTurn(file, {
      onWait: () => {
        interruption.abort();
      },
      signal: interruption.signal,
    });
    await assert.rejects(waiting, { name: "AbortError" });
    assert.equal(readFileSync(file, "utf8"), String(process.ppid));
  });
});
