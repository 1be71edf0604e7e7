import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { type Inventory, inventory } from "../../sandbox/aws/inventory.ts";
import { stackLocks } from "../../sandbox/rehearsal/stack-lock.ts";
import { arm, armed } from "../../sandbox/plugin/faults.ts";
import { processesOf, recordedKinds, recover, recovered, until } from "./recovery.ts";
import { type Stage, stage, stepsOf, succeeded } from "./stage.ts";

/** Exit code of an engine that was killed as `kill -9` does it. */
const killed = 128 + 9;

const development = "012345678901";

/** The operations by which AWS makes what it refuses to make twice, and what each makes. */
const unrepeatable = {
  CreateRole: "Role",
  CreatePolicy: "Policy",
  CreateInstanceProfile: "InstanceProfile",
  CreateOpenIDConnectProvider: "OpenIdConnectProvider",
  CreatePermissionSet: "PermissionSet",
  CreateAccountAssignment: "AccountAssignment",
  CreateInstanceAccessControlAttributeConfiguration: "InstanceAccessControlAttributes",
  CreateGroup: "Group",
  CreateUser: "User",
  CreateGroupMembership: "GroupMembership",
  AttachPolicy: "PolicyAttachment",
  RegisterDelegatedAdministrator: "DelegatedAdministrator",
  CreateBucket: "Bucket",
  CreateAlias: "Alias",
  CreateLogGroup: "LogGroup",
  CreateTrail: "Trail",
  CreateAnalyzer: "Analyzer",
  CreateArchiveRule: "ArchiveRule",
};

/** Kinds of the inventory, and the types that make them. */
const kinds: Record<string, string | string[]> = {
  roles: "aws:iam/role:Role",
  policies: "aws:iam/policy:Policy",
  "instance profiles": "aws:iam/instanceProfile:InstanceProfile",
  "identity providers": "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
  "permission sets": "aws:ssoadmin/permissionSet:PermissionSet",
  "account assignments": "aws:ssoadmin/accountAssignment:AccountAssignment",
  groups: "aws:identitystore/group:Group",
  users: ["aws:identitystore/user:User", "aws:iam/user:User"],
  "group memberships": "aws:identitystore/groupMembership:GroupMembership",
  trails: "aws:cloudtrail/trail:Trail",
  buckets: "aws:s3/bucket:Bucket",
  "log groups": "aws:cloudwatch/logGroup:LogGroup",
  analyzers: "aws:accessanalyzer/analyzer:Analyzer",
  "delegated administrators": "aws:organizations/delegatedAdministrator:DelegatedAdministrator",
};

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

  describe("where the plugin died once a call had landed", () => {
    let on: Stage;
    const adopted = new Set<string>();

    before(async () => {
      on = await stage("plugin-died");
      withManagedGroup(join(on.project.configDirectory, "base.yaml"));
    });

    it("adopts everything that AWS refuses to make twice", async () => {
      for (const operation of Object.keys(unrepeatable)) arm(on.awsDirectory, operation, ["exit-after"]);
      while (armed(on.awsDirectory).length > 0) {
        const before = armed(on.awsDirectory).length;
        const update = await on.up("prod", { args: ["--skip-preview", "--parallel", "64"] });
        assert.notEqual(update.exitCode, 0);
        assert.ok(armed(on.awsDirectory).length < before, update.stdout);
        const said = await recovered(on, "prod");
        for (const [, kind = ""] of said.matchAll(/^Adopted (\w+) /gm)) adopted.add(kind);
      }
      assert.deepEqual([...adopted].sort(), Object.values(unrepeatable).sort());
    });

    it("lets the next update finish, with everything recorded once", async () => {
      succeeded(await on.up("prod", { args: ["--skip-preview"] }));
      assert.deepEqual(stepsOf(succeeded(await on.preview("prod"))), []);
      const recorded = await recordedKinds(on, "prod");
      const made = madeIn(on);
      for (const [kind, types] of Object.entries(kinds)) {
        const all = [types].flat().reduce((sum, type) => sum + (recorded[type] ?? 0), 0);
        assert.equal(made.flatMap((place) => place[kind] ?? []).length, all, kind);
      }
      await until(() => processesOf(on).length === 0);
    });
  });
});

/** What is made in each place; AWS ends the name of a permission set's role with chance. */
function madeIn(on: Stage): Inventory["made"][] {
  const chance = /(?<=AWSReservedSSO_\w+_)[0-9a-f]{16}$/;
  return inventory(on.awsDirectory).map(({ made }) =>
    Object.fromEntries(
      Object.entries(made).map(([kind, names]) => [kind, names.map((name) => name.replace(chance, ""))]),
    ),
  );
}

/** What the stack has recorded, without what the engine notes for itself. */
async function resourcesOf(on: Stage): Promise<unknown> {
  const { deployment } = (await on.export("dev")) as { deployment: { resources: Record<string, unknown>[] } };
  return deployment.resources.map(({ urn, id, inputs, outputs }) => ({ urn, id, inputs, outputs }));
}

/** Adds people of Identity Center's own directory, who share a group. */
function withManagedGroup(file: string): void {
  const document = parseDocument(readFileSync(file, "utf8"));
  document.setIn(["users", "ada"], { "given-name": "Ada", "family-name": "Lovelace", email: "ada@securecart.example" });
  const group = { "display-name": "auditors", description: "They look, once a year", members: ["ada"] };
  document.setIn(["groups", "Auditors"], group);
  writeFileSync(file, document.toString());
}
