import assert from "node:assert/strict";
import type { Inventory } from "../../sandbox/aws/inventory.ts";
import { stackLocks } from "../../sandbox/rehearsal/stack-lock.ts";
import { arm } from "../../sandbox/plugin/faults.ts";
import { madeIn, processesOf, recover, recovered, until } from "./recovery.ts";
import { type Stage, stage, stepsOf, succeeded } from "./stage.ts";

/** Exit code of an engine that was killed as `kill -9` does it. */
const killed = 128 + 9;

const development = "012345678901";

describe("The recovery of an interrupted update", function () {
  this.timeout(300_000);
  let undisturbed: Stage;
  let reference: Inventory["made"][];

  before(async () => {
    undisturbed = await stage("undisturbed");
    succeeded(await undisturbed.up("dev", { args: ["--skip-preview"] }));
    reference = madeIn(undisturbed);
  });

  it("changes nothing where nothing was interrupted", async () => {
    const resources = await resourcesOf(undisturbed);
    assert.match(await recovered(undisturbed, "dev"), /^The stack dev needs no recovery: nothing was changed\.$/m);
    assert.deepEqual(await resourcesOf(undisturbed), resources);
    assert.deepEqual(madeIn(undisturbed), reference);
  });

  it("does not take the stack from an engine that still runs", async () => {
    const update = undisturbed.up("dev");
    await until(() => stackLocks(undisturbed, "dev").length > 0);
    const { exitCode, stdout, stderr } = await recover(undisturbed, "dev");
    assert.equal(exitCode, 1);
    assert.match(stdout, /The stack dev is locked: .*\(process \d+\)/);
    assert.match(stderr, /That process still runs/);
    succeeded(await update);
  });

  it("frees a stack that a killed engine left locked", async () => {
    let engine = 0;
    const update = undisturbed.up("dev", { onStart: (processId) => (engine = processId) });
    await until(() => stackLocks(undisturbed, "dev").length > 0);
    process.kill(engine, "SIGKILL");
    assert.equal((await update).exitCode, killed);
    assert.match((await undisturbed.up("dev")).stderr, /the stack is currently locked/);
    const said = await recovered(undisturbed, "dev");
    assert.match(said, new RegExp(`locked: .*\\(process ${engine}\\) since .*\nWhat held it is gone: freed it`));
    assert.doesNotMatch(said, /Adopted|needs no recovery/);
    assert.deepEqual(Object.keys(succeeded(await undisturbed.up("dev")).changes), ["same"]);
  });

  it("does not adopt what belongs to somebody else", async () => {
    const trust = {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
    };
    await undisturbed.aws(development, "iam", "CreateRole", {
      RoleName: "image-resizer",
      Path: "/workloads/",
      AssumeRolePolicyDocument: JSON.stringify(trust),
      Tags: [{ Key: "owner", Value: "Marketing" }],
    });
    undisturbed.edit(
      "dev.yaml",
      "  payments-processor:\n",
      "  image-resizer: { description: Makes small pictures, owner: Developers, account: Development, runs-on: lambda }\n  payments-processor:\n",
    );
    const refused = await undisturbed.up("dev", { args: ["--skip-preview"] });
    assert.match(refused.stdout + refused.stderr, /EntityAlreadyExists/);
    const before = await resourcesOf(undisturbed);
    const { exitCode, stderr } = await recover(undisturbed, "dev");
    assert.equal(exitCode, 1);
    assert.match(
      stderr,
      /Role image-resizer\/Development, arn:aws:iam::\d+:role\/workloads\/image-resizer exists, and was not made by this stack: it lacks the tag managed-by/,
    );
    assert.match(stderr, /Nothing was adopted/);
    assert.deepEqual(await resourcesOf(undisturbed), before);
  });

  describe("where the engine was killed", () => {
    let on: Stage;
    /** An update that is killed once so many resources are created. */
    const update = (killAfter = Infinity) => {
      let engine = 0;
      let created = 0;
      return on.up("dev", {
        args: ["--skip-preview"],
        onStart: (processId) => (engine = processId),
        onEvent: ({ resOutputsEvent }) => {
          const { op, type } = resOutputsEvent?.metadata ?? {};
          if (op === "create" && type?.startsWith("aws:") === true && ++created === killAfter) {
            process.kill(engine, "SIGKILL");
          }
        },
      });
    };

    before(async () => {
      on = await stage("killed");
    });

    afterEach("leaves no process", async () => {
      await until(() => processesOf(on).length === 0);
    });

    it("adopts a role that was made and not recorded", async () => {
      arm(on.awsDirectory, "CreateRole", ["kill-engine-after"]);
      assert.equal((await update()).exitCode, killed);
      assert.match(await recovered(on, "dev"), /Adopted Role .*, arn:aws:iam::012345678901:role\//);
    });

    it("clears what was under way after two further creations", async () => {
      assert.equal((await update(2)).exitCode, killed);
      assert.match(await recovered(on, "dev"), /What held it is gone/);
    });

    it("adopts an assignment that was made and not recorded", async () => {
      arm(on.awsDirectory, "CreateAccountAssignment", ["kill-engine-after"]);
      assert.equal((await update()).exitCode, killed);
      assert.match(await recovered(on, "dev"), /Adopted AccountAssignment /);
    });

    it("lets the next update make what an undisturbed one makes", async () => {
      succeeded(await update());
      assert.deepEqual(stepsOf(succeeded(await on.preview("dev"))), []);
      assert.deepEqual(madeIn(on), reference);
    });

    it("adopts what was made to replace something", async () => {
      on.edit("base.yaml", "display-name: aws-developers", "display-name: aws-builders");
      await on.found();
      arm(on.awsDirectory, "CreateAccountAssignment", ["kill-engine-after"]);
      assert.equal((await update()).exitCode, killed);
      assert.match(await recovered(on, "dev"), /Adopted AccountAssignment Developers\/Development\/Developer/);
      succeeded(await update());
      assert.deepEqual(stepsOf(succeeded(await on.preview("dev"))), []);
      assert.deepEqual(
        madeIn(on).flatMap((made) => made["account assignments"] ?? []),
        ["aws-builders → Development: Developer", "aws-operations → Development: Developer"],
      );
    });
  });
});

/** What the stack has recorded, without what the engine notes for itself. */
async function resourcesOf(on: Stage): Promise<unknown> {
  const { deployment } = (await on.export("dev")) as { deployment: { resources: Record<string, unknown>[] } };
  return deployment.resources.map(({ urn, id, inputs, outputs }) => ({ urn, id, inputs, outputs }));
}
