import assert from "node:assert/strict";
import { hostname } from "node:os";
import { locksIn } from "../../../cli/recover/lock.ts";

const refused = (...holders: string[]) =>
  [
    `error: the stack is currently locked by ${holders.length} lock(s). Either wait for the other process(es) to end or delete the lock file with \`pulumi cancel\`.`,
    ...holders.map((holder) => `  s3://state/.pulumi/locks/organization/shop/dev/1.json: created by ${holder}`),
  ].join("\n");

describe("A locked stack", () => {
  it("tells who holds it, and whether that still runs where it runs here", () => {
    const message = refused(`anna@${hostname()} (pid 12) at 2026-05-04T10:00:00Z`);
    const holder = `anna@${hostname()} (process 12) since 2026-05-04T10:00:00Z`;
    assert.deepEqual(
      locksIn(message, (id) => id === 12),
      [{ holder, running: true }],
    );
    assert.deepEqual(
      locksIn(message, () => false),
      [{ holder, running: false }],
    );
  });

  it("does not tell whether what took it elsewhere still runs", () => {
    const message = refused("runner@ci-1 (pid 7) at 2026-05-04T10:00:00Z", "x@ci-2 (pid 8) at 2026-05-04T10:00:01Z");
    assert.deepEqual(
      locksIn(message, () => true).map(({ running }) => running),
      [undefined, undefined],
    );
  });

  it("is told by Pulumi Cloud without a name", () => {
    const message = "error: [409] Conflict: Another update is currently in progress.";
    assert.deepEqual(locksIn(message), [
      { holder: "Pulumi Cloud says: Another update is currently in progress.", running: undefined },
    ]);
  });

  it("is not made out of another error", () => {
    assert.deepEqual(locksIn("error: no stack named 'dev' found"), []);
  });
});
