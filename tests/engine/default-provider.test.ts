import assert from "node:assert/strict";
import { join } from "node:path";
import { isEmpty } from "../../sandbox/aws/inventory.ts";
import { type Stage, stage } from "./stage.ts";

describe("The default provider", function () {
  this.timeout(120_000);
  let on: Stage;

  before(async () => {
    on = await stage("default-provider", join(import.meta.dirname, "programs/no-provider"));
  });

  it("is off: a resource that names no account is not made with whatever credentials are around", async () => {
    const up = await on.up("dev");
    assert.notEqual(up.exitCode, 0);
    assert.match(up.stdout + up.stderr, /Default provider for 'aws' disabled/);
    assert.ok(isEmpty(on.awsDirectory));
  });

  it("is off for lookups too", async () => {
    await on.command("dev", ["config", "set", "look-up", "true"]);
    const preview = await on.preview("dev");
    assert.notEqual(preview.exitCode, 0);
    assert.match(preview.stdout + preview.stderr, /Default provider for 'aws' disabled/);
  });
});
