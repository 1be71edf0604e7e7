import assert from "node:assert/strict";
import { type Fault, arm, armed } from "../../sandbox/plugin/faults.ts";
import { type Stage, stage, stepsOf, succeeded } from "./stage.ts";

describe("An update of dev in an AWS that is not at its best", function () {
  this.timeout(120_000);
  let on: Stage;
  const armAll = (faults: Record<string, Fault[]>) => {
    for (const [operation, list] of Object.entries(faults)) arm(on.awsDirectory, operation, list);
  };
  const up = () => on.up("dev", { args: ["--skip-preview"] });

  before(async () => {
    on = await stage("faults");
  });

  it("says what AWS says where a role cannot be taken on yet", async () => {
    armAll({ AssumeRole: ["unseen"] });
    const { exitCode, stdout } = await up();
    assert.notEqual(exitCode, 0);
    assert.match(stdout, /IAM Role \(arn:aws:iam::\d+:role\/securecart-deploy\) cannot be assumed/);
  });

  it("says which call was refused, and why an assignment failed", async () => {
    armAll({ PutRolePolicy: ["denied"], CreateAccountAssignment: ["failing", "slow"] });
    const { exitCode, stdout } = await up();
    assert.notEqual(exitCode, 0);
    assert.match(stdout, /AccessDenied: User: \S+ is not authorized to perform: iam:PutRolePolicy/);
  });

  it("goes on from there with the next update, and waits for what is throttled, slow or not seen everywhere", async () => {
    armAll({
      "any write": Array<Fault>(40).fill("throttled"),
      AddRoleToInstanceProfile: ["unseen"],
      GetRole: ["unseen"],
    });
    let last = await up();
    // The assignment fails in the first update that comes as far as that.
    for (let times = 1; last.exitCode !== 0 && times < 3; times++) {
      assert.match(last.stdout, /unexpected state 'FAILED'.*another change of the same role was under way/);
      last = await up();
    }
    succeeded(last);
    assert.deepEqual(armed(on.awsDirectory), []);
    assert.deepEqual(stepsOf(succeeded(await on.preview("dev"))), []);
  });
});
