import assert from "node:assert/strict";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { held, release, take } from "../../../../sandbox/aws/store/lock.ts";
import { emptyDirectory } from "../founded.ts";

const deadProcess = () => spawnSync(process.execPath, ["-e", ""]).pid;

describe("lock", () => {
  it("is held by one at a time, and free after its release", async () => {
    const path = join(emptyDirectory(), "x.lock");
    const order: string[] = [];
    const first = await take(path);
    const second = take(path).then((lock) => {
      order.push("second");
      release(lock);
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    order.push("first");
    release(first);
    await second;
    assert.deepEqual(order, ["first", "second"]);
    assert.ok(!existsSync(path));
  });

  it("is broken when its holder is dead, by one of many", async () => {
    const directory = emptyDirectory();
    const path = join(directory, "x.lock");
    writeFileSync(path, `${deadProcess()} ${Date.now()} abcdef`);
    let inside = 0;
    let most = 0;
    const enter = async () => {
      const lock = await take(path);
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 1));
      inside--;
      release(lock);
    };
    await Promise.all(Array.from({ length: 20 }, enter));
    assert.equal(most, 1);
    assert.deepEqual(readdirSync(directory), []);
  });

  it("is broken when the one that was breaking it died too", async () => {
    const path = join(emptyDirectory(), "x.lock");
    writeFileSync(path, `${deadProcess()} ${Date.now()} abcdef`);
    writeFileSync(`${path}.abcdef`, `${deadProcess()} ${Date.now()} 123456`);
    const lock = await take(path);
    assert.ok(held(lock));
  });

  it("is broken when it is older than any call, whoever has the process id now", async () => {
    const path = join(emptyDirectory(), "x.lock");
    writeFileSync(path, `${process.pid} ${Date.now() - 3_600_000} abcdef`);
    assert.ok(held(await take(path)));
  });

  it("is not released by one who has lost it", async () => {
    const path = join(emptyDirectory(), "x.lock");
    const lost = await take(path);
    writeFileSync(path, "somebody else's");
    release(lost);
    assert.ok(existsSync(path));
  });
});
