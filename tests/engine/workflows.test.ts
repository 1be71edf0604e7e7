import assert from "node:assert/strict";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { parse, stringify } from "yaml";
import { isEmpty } from "../../sandbox/aws/inventory.ts";
import { Origin } from "../github/origin.ts";
import { Runner } from "../github/runner.ts";
import { engineCli } from "./cli.ts";
import { type Stage, stage } from "./stage.ts";

/** As the steps of the workflows run on GitHub, with the virtual AWS in place of AWS; in this order. */
describe("The workflows on the real engine", function () {
  this.timeout(240_000);
  const runner = new Runner();
  let on: Stage;
  let origin: Origin;
  let cli: string;
  /** The stack that is deployed: a small one, for speed. */
  let dev: string;

  before(async () => {
    on = await stage("workflows");
    cli = (await engineCli()).path;
    // Makes the stack, and with it the settings that a checkout has.
    await on.command("dev", ["stack"]);
    const settings = readFileSync(join(on.project.directory, "Pulumi.dev.yaml"), "utf8");
    const { encryptionsalt } = parse(settings) as { encryptionsalt: string };
    origin = new Origin((folder) => {
      appendFileSync(join(folder, "Pulumi.dev.yaml"), `encryptionsalt: ${encryptionsalt}\n`);
      const file = join(folder, "config/dev.yaml");
      const {
        version,
        stack: name,
        include,
        workloads,
      } = parse(readFileSync(file, "utf8"), { schema: "failsafe" }) as {
        version: string;
        stack: string;
        include: string[];
        workloads: Record<string, unknown>;
      };
      dev = stringify({ version, stack: name, include, workloads: { only: workloads["payments-processor"] } });
      writeFileSync(file, dev);
    });
  });

  after(() => {
    origin.remove();
    runner.remove();
  });

  const run = (file: string, job: string, more: Record<string, unknown> = {}) =>
    runner.run(file, job, {
      origin: origin.address,
      contexts: {
        github: { sha: origin.main, token: "secret", run_id: 42, run_attempt: 1, ...more },
        matrix: { stack: "dev" },
        inputs: { stack: "dev" },
        vars: {
          AWS_ROLE: "arn:aws:iam::333344445555:role/pipelines/review",
          AWS_REGION: "eu-central-1",
          PULUMI_BACKEND_URL: on.environment["PULUMI_BACKEND_URL"],
        },
      },
      environment: { ...on.environment, PATH: [dirname(cli), on.environment["PATH"]].join(delimiter) },
    });

  it("preview what a proposal of configuration would do, with main's code, and make nothing", async () => {
    const head = origin.propose({ "config/dev.yaml": dev.replace("Takes payments", "Takes all payments") });
    const { result, log, summary } = await run("pull-request", "preview", {
      event: { pull_request: { head: { sha: head } } },
    });
    assert.equal(result, "success", log);
    assert.match(summary, /^### pulumi preview of dev\n\n {4}/);
    assert.match(summary, /Takes all payments in/);
    assert.match(summary, /securecart-deploy-preview/);
    assert.doesNotMatch(summary, /role\/securecart-deploy"/);
    assert.ok(isEmpty(on.awsDirectory));
  });

  it("update what was merged, judged by the policy pack", async () => {
    const { result, log, summary } = await run("deploy-stack", "update");
    assert.equal(result, "success", log);
    assert.match(summary, /Policies:\s+.*securecart-iam/);
    assert.match(summary, /\+ \d+ created/);
    assert.ok(!isEmpty(on.awsDirectory));
  });

  it("find by night what somebody changed by hand", async () => {
    await on.aws("012345678901", "iam", "AttachRolePolicy", {
      RoleName: "only",
      PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
    });
    const { result, log, outputs } = await run("drift", "look");
    assert.equal(result, "success", log);
    assert.deepEqual(outputs, {
      dev: "update aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive only/Development/attachments (policyArns)",
      prod: "",
    });
  });

  it("deploy nothing that is not main's newest commit", async () => {
    origin.moveOn();
    const { result, log } = await run("deploy-stack", "update");
    assert.equal(result, "failure");
    assert.match(log, /^::error::main has moved on since\. Nothing is deployed/mu);
    assert.doesNotMatch(log, /# Install|# Update/);
  });
});
