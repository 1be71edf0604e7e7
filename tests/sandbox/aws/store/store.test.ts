import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../../../../sandbox/aws/store/store.ts";
import { emptyDirectory } from "../founded.ts";

interface Counter {
  count: number;
}

describe("store", () => {
  it("shows a change to whoever opened it before", async () => {
    const directory = emptyDirectory();
    const [one, other] = [openStore(directory), openStore(directory)];
    await one.create("counter", { count: 0 });
    assert.deepEqual(other.read("counter"), { count: 0 });
    await one.change(["counter"], () => {
      (one.read("counter") as Counter).count = 7;
    });
    assert.deepEqual(other.read("counter"), { count: 7 });
  });

  it("takes back what a call did that failed", async () => {
    const store = openStore(emptyDirectory());
    await store.create("counter", { count: 0 });
    const failing = store.change(["counter"], () => {
      (store.read("counter") as Counter).count = 7;
      throw new Error("refused");
    });
    await assert.rejects(failing, /refused/);
    assert.deepEqual(store.read("counter"), { count: 0 });
  });

  it("does not write what has not changed", async () => {
    const directory = emptyDirectory();
    const store = openStore(directory);
    await store.create("counter", { count: 0 });
    const before = readFileSync(join(directory, "counter.json"), "utf8");
    await store.change(["counter"], () => undefined);
    assert.equal(readFileSync(join(directory, "counter.json"), "utf8"), before);
  });

  it("leaves a document that exists", async () => {
    const store = openStore(emptyDirectory());
    await store.create("counter", { count: 1 });
    await store.create("counter", { count: 0 });
    assert.deepEqual(store.read("counter"), { count: 1 });
  });

  it("says that nothing has been founded where nothing is", () => {
    assert.throws(() => openStore(emptyDirectory()).read("organization"), /No virtual organization has been founded/);
  });
});
