import assert from "node:assert/strict";
import { management, production, providerOf, refusal } from "../provider-client.ts";

const policy = "aws:organizations/policy:Policy";
const attachment = "aws:organizations/policyAttachment:PolicyAttachment";
const content = (...actions: string[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: actions, Resource: "*" }] });

describe("policies of an organization", () => {
  const rig = providerOf(management);
  const args = { name: "stay", content: content("organizations:LeaveOrganization"), tags: { owner: "Security" } };

  it(`${policy}: is made, changed in place under another name, imported and deleted`, async () => {
    const made = await rig.provider.deploy(policy, "stay", args);
    assert.match(made.id, /^p-[0-9a-z]{8}$/);
    assert.equal(made.state["type"], "SERVICE_CONTROL_POLICY");
    assert.match(made.state["arn"] as string, new RegExp(`:policy/o-a1b2c3d4e5/service_control_policy/${made.id}$`));
    assert.deepEqual(made.state["tags"], { owner: "Security" });
    const changed = await rig.provider.redeploy(policy, made, {
      name: "remain",
      content: content("organizations:LeaveOrganization", "account:CloseAccount"),
      description: "Nobody leaves",
      tags: { owner: "Operations" },
    });
    assert.ok(Object.values(changed.difference.paths).every((kind) => !kind.includes("REPLACE")));
    assert.equal(changed.id, made.id);
    assert.equal(changed.state["name"], "remain");
    assert.equal(changed.state["description"], "Nobody leaves");
    assert.deepEqual(changed.state["tags"], { owner: "Operations" });
    const imported = await rig.provider.read(policy, made.id);
    assert.deepEqual((await rig.provider.diff(policy, imported.state, changed.inputs)).paths, {});
    await rig.provider.delete(policy, made.id, changed.state);
    assert.equal((await rig.provider.read(policy, made.id)).id, "");
  });

  it(`${policy}: sees no difference between documents that mean the same`, async () => {
    const made = await rig.provider.deploy(policy, "stay", args);
    const spaced = JSON.stringify(JSON.parse(args.content), undefined, 2);
    assert.deepEqual((await rig.provider.diff(policy, made.state, { ...made.inputs, content: spaced })).paths, {});
    const retyped = { ...made.inputs, type: "RESOURCE_CONTROL_POLICY" };
    assert.deepEqual((await rig.provider.diff(policy, made.state, retyped)).paths, { type: "UPDATE_REPLACE" });
  });

  it(`${policy}: is refused with AWS's reason`, async () => {
    const wrong = content("s3:*").replace("Deny", "Denied");
    const { message } = await refusal(rig.provider.deploy(policy, "x", { ...args, name: "x", content: wrong }));
    assert.match(
      message,
      /^creating Organizations Policy \(x\): operation error Organizations: CreatePolicy, .*MalformedPolicyDocumentException/,
    );
    const managed = await refusal(rig.provider.read(policy, "p-FullAWSAccess"));
    assert.match(managed.message, /cannot be imported/);
  });

  it(`${attachment}: is made, imported, seen to be gone, and deleted`, async () => {
    const { id: policyId, state } = await rig.provider.deploy(policy, "stay", args);
    const made = await rig.provider.deploy(attachment, "stay/Production", { policyId, targetId: production });
    assert.equal(made.id, `${production}:${policyId}`);
    const imported = await rig.provider.read(attachment, made.id);
    assert.deepEqual([imported.state["policyId"], imported.state["targetId"]], [policyId, production]);
    const elsewhere = { ...made.inputs, targetId: management };
    assert.deepEqual((await rig.provider.diff(attachment, made.state, elsewhere)).paths, {
      targetId: "UPDATE_REPLACE",
    });
    const inUse = await refusal(rig.provider.delete(policy, policyId, state));
    assert.match(inUse.message, /PolicyInUseException/);
    await rig.provider.delete(attachment, made.id, made.state);
    await rig.provider.delete(attachment, made.id, made.state);
    assert.equal((await rig.provider.read(attachment, made.id)).id, "");
    await rig.provider.delete(policy, policyId, state);
  });

  it("are found by lookups, with the root and the units to attach them to", async () => {
    const organization = await rig.provider.invoke("aws:organizations/getOrganization:getOrganization");
    const [root] = organization["roots"] as { id: string }[];
    assert.match(root!.id, /^r-/);
    assert.deepEqual(organization["enabledPolicyTypes"], ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"]);
    assert.equal(organization["masterAccountId"], management);
    assert.deepEqual(
      (organization["nonMasterAccounts"] as { id: string }[]).map(({ id }) => id),
      [production],
    );
    const units = await rig.provider.invoke("aws:organizations/getOrganizationalUnits:getOrganizationalUnits", {
      parentId: root!.id,
    });
    assert.deepEqual(units["children"], []);
    const { id } = await rig.provider.deploy(policy, "stay", args);
    const { ids } = await rig.provider.invoke("aws:organizations/getPolicies:getPolicies", {
      filter: "SERVICE_CONTROL_POLICY",
    });
    assert.deepEqual(ids, ["p-FullAWSAccess", id]);
  });
});
