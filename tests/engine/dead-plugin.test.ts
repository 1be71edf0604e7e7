import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "yaml";
import { arm, armed } from "../../sandbox/plugin/faults.ts";
import { madeIn, processesOf, recordedKinds, recovered, until } from "./recovery.ts";
import { type Stage, stage, stepsOf, succeeded } from "./stage.ts";

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

describe("The recovery of an update whose plugin died once a call had landed", function () {
  this.timeout(300_000);
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

/** Adds people of Identity Center's own directory, who share a group. */
function withManagedGroup(file: string): void {
  const document = parseDocument(readFileSync(file, "utf8"));
  document.setIn(["users", "ada"], { "given-name": "Ada", "family-name": "Lovelace", email: "ada@securecart.example" });
  const group = { "display-name": "auditors", description: "They look, once a year", members: ["ada"] };
  document.setIn(["groups", "Auditors"], group);
  writeFileSync(file, document.toString());
}
