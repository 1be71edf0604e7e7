import assert from "node:assert/strict";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Document, type Node, isMap, isSeq, parseDocument, visit } from "yaml";
import { inventory, isEmpty, leftBehind, retained } from "../../sandbox/aws/inventory.ts";
import { type Stage, stage, stepsOf, succeeded } from "./stage.ts";

const production = "444455556666";
const security = "222233334444";

describe("The life of the stacks on the real engine", function () {
  this.timeout(120_000);
  let on: Stage;
  const prodAlone = () => inventory(on.awsDirectory).filter(({ place }) => place !== "Development");

  before(async () => {
    on = await stage("lifecycle");
  });

  it("previews without making anything", async () => {
    const preview = succeeded(await on.preview("dev", { policyPack: on.policyPack }));
    assert.ok(preview.steps.every(({ op }) => op === "create"));
    assert.ok(isEmpty(on.awsDirectory));
  });

  it("deploys dev, then prod, judged by the policy pack", async () => {
    for (const stack of ["dev", "prod"]) {
      const up = succeeded(await on.up(stack, { policyPack: on.policyPack }));
      assert.deepEqual(up.policyPacks, ["securecart-iam 0.1.0"]);
      assert.deepEqual(up.policyViolations, []);
      assert.deepEqual(Object.keys(up.changes), ["create"]);
    }
    const made = new Map(inventory(on.awsDirectory).map((place) => [place.place, place.made]));
    assert.deepEqual(made.get("Identity Center")?.["permission sets"], [
      "Billing-ReadOnly",
      "DatabaseOperator",
      "DeploymentManager",
      "DevOps-Admin",
      "Developer",
      "IdentityCenterAdmin",
      "ReadOnly",
      "SecurityAudit",
    ]);
    assert.deepEqual(made.get("Production")?.["instance profiles"], ["product-images"]);
  });

  it("finds nothing to do the second time", async () => {
    for (const stack of ["dev", "prod"]) {
      const up = succeeded(await on.up(stack));
      assert.deepEqual(Object.keys(up.changes), ["same"]);
    }
  });

  it("refuses another id behind an account's name, where the engine would see nothing to do", async () => {
    on.edit("base.yaml", '"012345678901"', '"012345678902"');
    const preview = await on.preview("dev");
    assert.notEqual(preview.exitCode, 0);
    assert.match(preview.stdout, /accounts\.Development\.id: the account Development was 012345678901/);
    on.edit("base.yaml", '"012345678902"', '"012345678901"');
  });

  it("finds nothing to do when every list and map of the YAML is turned round", async () => {
    const files = readdirSync(on.project.configDirectory).filter((file) => file.endsWith(".yaml"));
    const written = new Map(files.map((file) => [file, readFileSync(join(on.project.configDirectory, file), "utf8")]));
    for (const [file, text] of written) writeFileSync(join(on.project.configDirectory, file), turnedRound(text));
    for (const stack of ["dev", "prod"]) {
      assert.deepEqual(stepsOf(succeeded(await on.preview(stack))), []);
    }
    for (const [file, text] of written) writeFileSync(join(on.project.configDirectory, file), text);
  });

  it("changes one thing where one line is edited", async () => {
    on.edit(
      "prod.yaml",
      "    Management: [Billing-ReadOnly]",
      "    Management: [Billing-ReadOnly]\n    DevOps: [ReadOnly]",
    );
    assert.deepEqual(stepsOf(succeeded(await on.preview("prod"))), [
      "create Finance/DevOps",
      "create Finance/DevOps/ReadOnly",
    ]);
    on.edit("prod.yaml", "\n    DevOps: [ReadOnly]\n  Operations", "\n  Operations");
  });

  it("takes the last policy out of AWS when it is taken out of the YAML", async () => {
    on.edit(
      "base.yaml",
      "        - write logs: /securecart/smoke-test",
      "        - write logs: /securecart/smoke-test\n      aws-managed-policies: [AWSXRayDaemonWriteAccess]",
    );
    succeeded(await on.up("prod"));
    const attached = () => on.aws("333344445555", "iam", "ListAttachedRolePolicies", { RoleName: "smoke-test" });
    assert.deepEqual((await attached())["AttachedPolicies"], [
      { PolicyName: "AWSXRayDaemonWriteAccess", PolicyArn: "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess" },
    ]);
    on.edit("base.yaml", "\n      aws-managed-policies: [AWSXRayDaemonWriteAccess]", "");
    on.edit(
      "prod.yaml",
      "See how things are set up; no customer data\n    owner: Operations\n    session-duration: 8 hours\n    aws-managed-policies: [ViewOnlyAccess]",
      "See how things are set up; no customer data\n    owner: Operations\n    session-duration: 8 hours",
    );
    succeeded(await on.up("prod"));
    assert.deepEqual((await attached())["AttachedPolicies"], []);
    const [readOnly] = await permissionSets(on, ["ReadOnly"]);
    const policies = await on.aws(security, "sso-admin", "ListManagedPoliciesInPermissionSet", readOnly ?? {});
    assert.deepEqual(policies["AttachedManagedPolicies"], []);
  });

  it("finds with a refresh what somebody changed by hand, and puts it right", async () => {
    const role = { RoleName: "payments-processor" };
    const PolicyArn = "arn:aws:iam::aws:policy/AdministratorAccess";
    await on.aws(production, "iam", "AttachRolePolicy", { ...role, PolicyArn });
    const refreshed = succeeded(await on.preview("prod", { args: ["--refresh"] }));
    assert.deepEqual(
      stepsOf(refreshed).filter((step) => step.startsWith("update")),
      ["update payments-processor/Production/attachments"],
    );
    succeeded(await on.up("prod", { args: ["--refresh"] }));
    assert.deepEqual((await on.aws(production, "iam", "ListAttachedRolePolicies", role))["AttachedPolicies"], []);
  });

  it("renames by `formerly` without touching AWS", async () => {
    const before = inventory(on.awsDirectory);
    on.edit(
      "prod.yaml",
      "  DatabaseOperator:\n    description",
      "  DatabaseKeeper:\n    formerly: [DatabaseOperator]\n    description",
    );
    on.edit("prod.yaml", "permission-set: DatabaseOperator", "permission-set: DatabaseKeeper");
    on.edit("prod.yaml", "  payments-processor:\n", "  payments:\n    formerly: [payments-processor]\n");
    const preview = succeeded(await on.preview("prod"));
    assert.deepEqual(stepsOf(preview), ["update DatabaseKeeper", "update payments/Production"]);
    // The component's recorded configuration path; nothing that exists in AWS.
    assert.ok(preview.steps.every(({ type }) => type.startsWith("securecart:")));
    succeeded(await on.up("prod"));
    assert.deepEqual(inventory(on.awsDirectory), before);
  });

  it("destroys dev and leaves prod as it is", async () => {
    const before = prodAlone();
    succeeded(await on.destroy("dev"));
    assert.deepEqual(stepsOf(succeeded(await on.preview("prod", { args: ["--refresh"] }))), []);
    const outside = (places: typeof before) => places.filter(({ place }) => place !== "Identity Center");
    assert.deepEqual(outside(prodAlone()), outside(before));
    const sets = inventory(on.awsDirectory).find(({ place }) => place === "Identity Center")?.made["permission sets"];
    assert.ok(sets?.includes("ReadOnly") && !sets.includes("Developer"));
  });

  it("refuses to destroy prod while anything in it is protected, with the reason, and destroys nothing", async () => {
    const before = inventory(on.awsDirectory);
    const { exitCode, stdout, stderr } = await on.command("prod", ["destroy", "--yes"]);
    assert.notEqual(exitCode, 0);
    assert.match(
      stdout + stderr,
      /trail\/trail:Trail::audit\/Management\/trail" cannot be deleted\s+because it is protected/,
    );
    assert.deepEqual(inventory(on.awsDirectory), before);
  });

  it("leaves nothing behind when both are destroyed", async () => {
    assert.ok((await on.unprotect("prod")) > 0);
    succeeded(await on.destroy("prod"));
    assert.deepEqual(leftBehind(on.awsDirectory), []);
  });

  it("leaves what AWS keeps: locked log files with their key, and a key that waits to be deleted", () => {
    const [bucket = "", ...keys] = retained(on.awsDirectory)
      .map(({ why }) => why)
      .sort();
    assert.match(bucket, /^the bucket securecart-cloudtrail-222233334444: its log files are locked until \d{4}-/);
    assert.equal(keys.length, 2);
    assert.match(keys.join(), /:222233334444:key\/\S+: the log files cannot be read without it/);
    assert.match(keys.join(), /:111122223333:key\/\S+: AWS deletes it on \d{4}-/);
  });
});

/** The same YAML with every map and every list in the opposite order. */
function turnedRound(text: string): string {
  const document: Document = parseDocument(text);
  visit(document, {
    Collection: (_, node) => {
      if (isMap(node) || isSeq(node)) (node.items as Node[]).reverse();
    },
  });
  return document.toString();
}

async function permissionSets(
  on: Stage,
  names: string[],
): Promise<{ InstanceArn: string; PermissionSetArn: string }[]> {
  const instances = (await on.aws(security, "sso-admin", "ListInstances", {}))["Instances"] as {
    InstanceArn: string;
  }[];
  const InstanceArn = instances[0]?.InstanceArn ?? "";
  const listed = await on.aws(security, "sso-admin", "ListPermissionSets", { InstanceArn });
  const sets = await Promise.all(
    (listed["PermissionSets"] as string[]).map(async (PermissionSetArn) => {
      const described = await on.aws(security, "sso-admin", "DescribePermissionSet", { InstanceArn, PermissionSetArn });
      return { InstanceArn, PermissionSetArn, name: (described["PermissionSet"] as { Name: string }).Name };
    }),
  );
  return sets
    .filter(({ name }) => names.includes(name))
    .map(({ InstanceArn: instance, PermissionSetArn }) => ({ InstanceArn: instance, PermissionSetArn }));
}
