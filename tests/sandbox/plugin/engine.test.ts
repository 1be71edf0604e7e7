import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { engineStage } from "../toolchain/engine-stage.ts";
import type { EngineStage } from "../toolchain/engine-stage.ts";
import { management, organization, production } from "./provider-client.ts";
import type { Organization } from "./provider-client.ts";

const program = (description: string, more = "") => `
import { Provider } from "@pulumi/aws/provider.js";
import { Role, RolePolicy, RolePoliciesExclusive } from "@pulumi/aws/iam/index.js";
import { AccountAssignment, getInstances, PermissionSet } from "@pulumi/aws/ssoadmin/index.js";
import { getGroups } from "@pulumi/aws/identitystore/index.js";

const account = (name, id) =>
  new Provider(name, {
    region: "eu-central-1",
    allowedAccountIds: [id],
    assumeRoles: [{ roleArn: \`arn:aws:iam::\${id}:role/Deploy\`, sessionName: "rehearsal" }],
    defaultTags: { tags: { owner: "Platform" } },
  });
const [management, production] = [account("Management", "${management}"), account("Production", "${production}")];
const Statement = [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }];
const role = new Role(
  "reader",
  { name: "reader", description: "${description}", assumeRolePolicy: { Version: "2012-10-17", Statement } },
  { provider: production },
);
const policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] });
const inline = new RolePolicy("reader-inline", { name: "images", role: role.name, policy }, { provider: production });
new RolePoliciesExclusive("reader-policies", { roleName: role.name, policyNames: [inline.name] }, { provider: production });
const { arns, identityStoreIds } = await getInstances({}, { provider: management });
const { groups } = await getGroups({ identityStoreId: identityStoreIds[0] }, { provider: management });
const developers = groups.find((group) => group.displayName === "Developers");
const set = new PermissionSet("Developer", { name: "Developer", instanceArn: arns[0] }, { provider: management });
new AccountAssignment(
  "cell",
  {
    instanceArn: arns[0],
    permissionSetArn: set.arn,
    principalId: developers.groupId,
    principalType: "GROUP",
    targetId: "${production}",
    targetType: "AWS_ACCOUNT",
  },
  { provider: management },
);
${more}
export const arn = role.arn;
`;

describe("the plugin under the real engine", function () {
  this.timeout(120_000);
  let org: Organization;
  let stage: EngineStage;

  before(async () => {
    org = await organization();
    stage = await engineStage("plugin", org.directory);
    stage.write("index.ts", program("Reads images"));
  });
  after(() => {
    (stage as EngineStage | undefined)?.remove();
    (org as Organization | undefined)?.remove();
  });

  const iam = (operation: string, input: object = {}) => org.behind(production, "iam", operation, input);
  const succeeded = async (...args: string[]) => {
    const { exitCode, stdout, stderr } = await stage.pulumi(...args);
    assert.equal(exitCode, 0, stdout + stderr);
    return stdout;
  };

  it("previews without touching AWS", async () => {
    assert.match(await succeeded("preview"), /\+ 8 to create/);
    await assert.rejects(iam("GetRole", { RoleName: "reader" }), /NoSuchEntity|cannot be found/);
  });

  it("makes everything, and then finds nothing to do", async () => {
    assert.match(await succeeded("up", "--yes", "--skip-preview"), /\+ 8 created/);
    const output = await succeeded("stack", "output", "arn");
    assert.equal(output.trim(), `arn:aws:iam::${production}:role/reader`);
    assert.match(await succeeded("up", "--yes", "--expect-no-changes"), /8 unchanged/);
    await succeeded("refresh", "--preview-only", "--expect-no-changes");
  });

  it("changes exactly what an edit changes", async () => {
    stage.write("index.ts", program("Reads pictures"));
    const preview = await succeeded("preview", "--json");
    const { steps } = JSON.parse(preview) as { steps: { op: string; urn: string; diffReasons?: string[] }[] };
    const changes = steps.filter(({ op }) => op !== "same");
    assert.deepEqual(
      changes.map(({ op, urn, diffReasons }) => [op, urn.split("::").at(-1), diffReasons]),
      [["update", "reader", ["description"]]],
    );
    await succeeded("up", "--yes", "--skip-preview");
    const { Role } = await iam("GetRole", { RoleName: "reader" });
    assert.equal((Role as { Description: string }).Description, "Reads pictures");
  });

  it("finds what was changed behind its back, and sets it right", async () => {
    const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
    const stray = { RoleName: "reader", PolicyName: "stray", PolicyDocument: JSON.stringify(policy) };
    await iam("PutRolePolicy", stray);
    await iam("DeleteRolePolicy", { RoleName: "reader", PolicyName: "images" });
    const output = await succeeded("up", "--yes", "--refresh", "--skip-preview");
    assert.match(output, /\+ 1 created/);
    const { PolicyNames } = await iam("ListRolePolicies", { RoleName: "reader" });
    assert.deepEqual(PolicyNames, ["images"]);
  });

  it("says what AWS refuses, and remembers what was half made", async () => {
    const refused = `
      const { InstanceProfile } = await import("@pulumi/aws/iam/index.js");
      const assumeRolePolicy = { Version: "2012-10-17", Statement };
      new Role("twin", { name: "reader", assumeRolePolicy }, { provider: production });
      new InstanceProfile("half", { name: "half", role: "nobody" }, { provider: production });
    `;
    stage.write("index.ts", program("Reads pictures", refused));
    const { exitCode, stdout, stderr } = await stage.pulumi("up", "--yes", "--skip-preview", "--continue-on-error");
    assert.notEqual(exitCode, 0);
    assert.match(stdout + stderr, /EntityAlreadyExists: Role with name reader already exists/);
    const { deployment } = JSON.parse(await succeeded("stack", "export")) as {
      deployment: { resources: { urn: string; id?: string; initErrors?: string[] }[] };
    };
    const half = deployment.resources.find(({ urn }) => urn.endsWith("::half"));
    assert.equal(half?.id, "half");
    assert.match(half.initErrors?.[0] ?? "", /^adding IAM Role \(nobody\) to IAM Instance Profile \(half\)/);
    assert.ok(!deployment.resources.some(({ urn }) => urn.endsWith("::twin")));
    stage.write("index.ts", program("Reads pictures"));
    assert.match(await succeeded("up", "--yes", "--skip-preview"), /- 1 deleted/);
  });

  it("refuses an input that the official plugin does not know", async () => {
    const odd = `
      const { CustomResource } = await import("@pulumi/pulumi");
      new CustomResource("aws:iam/role:Role", "odd", { assumeRolePolicy: "{}", colour: "red" }, { provider: production });
    `;
    stage.write("index.ts", program("Reads pictures", odd));
    const { exitCode, stdout, stderr } = await stage.pulumi("preview");
    assert.notEqual(exitCode, 0);
    assert.match(stdout + stderr, /Invalid or unknown key\. Examine values at 'odd\.colour'\./);
  });

  it("takes over what exists by its official id", async () => {
    await iam("CreateRole", {
      RoleName: "old",
      AssumeRolePolicyDocument: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
      }),
      Tags: [{ Key: "owner", Value: "Platform" }],
    });
    const adopt = `new Role("old", { name: "old", assumeRolePolicy: { Version: "2012-10-17", Statement } }, { provider: production, import: "old" });`;
    stage.write("index.ts", program("Reads pictures", adopt));
    assert.match(await succeeded("up", "--yes", "--skip-preview"), /= 1 imported/);
    await succeeded("up", "--yes", "--skip-preview", "--expect-no-changes");
  });

  it("leaves no process behind when the engine is killed", async () => {
    const running = join(stage.folder, "program/running");
    const wait = `
      const { writeFileSync } = await import("node:fs");
      writeFileSync("running", "");
      await new Promise((resolve) => setTimeout(resolve, 60000));
    `;
    stage.write("index.ts", program("Reads pictures", wait));
    const engine = stage.start("preview");
    await stage.until(() => existsSync(running));
    const plugins = stage.processes().filter(({ command }) => command.includes("bundle/plugin.mjs"));
    assert.equal(plugins.length, 2);
    engine.kill("SIGKILL");
    await stage.until(() => stage.processes().length === 0);
  });

  it("takes everything away again", async () => {
    await succeeded("destroy", "--yes", "--skip-preview");
    const { Roles } = await iam("ListRoles");
    assert.deepEqual(
      (Roles as { RoleName: string }[]).map(({ RoleName }) => RoleName),
      ["Deploy", "Preview"],
    );
    const sets = await org.behind(management, "sso-admin", "ListInstances", {});
    assert.equal((sets["Instances"] as unknown[]).length, 1);
    assert.deepEqual(stage.processes(), []);
  });
});
