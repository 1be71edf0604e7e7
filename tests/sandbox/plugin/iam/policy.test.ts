import assert from "node:assert/strict";
import { production, providerOf, refusal } from "../provider-client.ts";

const type = "aws:iam/policy:Policy";
const document = (action: string) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: action, Resource: "*" }] });
const args = { name: "deny-deletion", path: "/guard/", description: "Guards", policy: document("s3:GetObject") };

describe("aws:iam/policy:Policy", () => {
  const rig = providerOf(production);
  const arn = `arn:aws:iam::${production}:policy/guard/deny-deletion`;
  const versions = async () =>
    (await rig.organization.behind(production, "iam", "ListPolicyVersions", { PolicyArn: arn }))[
      "Versions"
    ] as unknown[];

  it("is made, imported by its ARN and deleted", async () => {
    const made = await rig.provider.deploy(type, "guard", args);
    assert.equal(made.id, arn);
    assert.deepEqual([made.state["arn"], made.state["path"], made.state["description"]], [arn, "/guard/", "Guards"]);
    const imported = await rig.provider.read(type, arn);
    assert.deepEqual((await rig.provider.diff(type, imported.state, made.inputs)).paths, {});
    await rig.provider.delete(type, arn, made.state);
    assert.equal((await rig.provider.read(type, arn, made.inputs, made.state)).id, "");
  });

  it("gets a new version for each new document, and never more than five", async () => {
    let deployed = await rig.provider.deploy(type, "guard", args);
    for (const action of ["a", "b", "c", "d", "e", "f"].map((letter) => `s3:${letter}`)) {
      deployed = await rig.provider.redeploy(type, deployed, { ...args, policy: document(action) });
      assert.match(deployed.state["policy"] as string, new RegExp(action));
    }
    assert.equal((await versions()).length, 5);
    await rig.provider.delete(type, arn, deployed.state);
    assert.equal((await rig.provider.read(type, arn)).id, "");
  });

  it("is replaced for another description, name or path", async () => {
    const made = await rig.provider.deploy(type, "guard", args);
    const moved = { ...made.inputs, description: "Other", path: "/" };
    const { paths, deleteBeforeReplace } = await rig.provider.diff(type, made.state, moved);
    assert.deepEqual(paths, { description: "UPDATE_REPLACE", path: "UPDATE_REPLACE" });
    assert.equal(deleteBeforeReplace, true);
  });

  it("stays while somebody holds it", async () => {
    const made = await rig.provider.deploy(type, "guard", args);
    await rig.organization.behind(production, "iam", "AttachRolePolicy", { RoleName: "Deploy", PolicyArn: arn });
    const { message } = await refusal(rig.provider.delete(type, arn, made.state));
    assert.match(message, /^deleting IAM Policy .*DeleteConflict/);
  });

  it("follows its tags", async () => {
    const made = await rig.provider.deploy(type, "guard", { ...args, tags: { app: "shop", team: "a" } });
    const changed = await rig.provider.redeploy(type, made, { ...args, tags: { app: "warehouse" } });
    assert.deepEqual(changed.state["tagsAll"], { app: "warehouse" });
    assert.equal((await versions()).length, 1);
  });
});
