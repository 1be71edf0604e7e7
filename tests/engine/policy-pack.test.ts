import assert from "node:assert/strict";
import { join } from "node:path";
import { isEmpty } from "../../sandbox/aws/inventory.ts";
import { type Stage, stage } from "./stage.ts";

describe("The policy pack on the real engine", function () {
  this.timeout(120_000);
  let on: Stage;

  before(async () => {
    on = await stage("policy-pack", join(import.meta.dirname, "programs/iam-user"));
  });

  it("blocks an IAM user and its key in the preview that precedes an update: nothing is deployed", async () => {
    const up = await on.up("dev", { policyPack: on.policyPack });
    assert.notEqual(up.exitCode, 0);
    assert.ok(up.planned);
    assert.deepEqual(
      up.policyViolations.map(({ policy, level, urn }) => [policy, level, urn.split("::").at(-1)]).sort(),
      [
        ["no-access-key", "mandatory", "robot"],
        ["no-iam-user", "mandatory", "robot"],
      ],
    );
    assert.ok(isEmpty(on.awsDirectory));
  });

  it("is what blocks them: without the pack they would be made", async () => {
    const preview = await on.preview("dev");
    assert.equal(preview.exitCode, 0);
    assert.ok(preview.steps.some(({ type, op }) => type === "aws:iam/user:User" && op === "create"));
  });
});
