import assert from "node:assert/strict";
import { production, providerOf, refusal } from "../provider-client.ts";

const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
};
const reading = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] };
const audit = "arn:aws:iam::aws:policy/SecurityAudit";
const viewOnly = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess";

describe("what a role holds", () => {
  const rig = providerOf(production);

  beforeEach(async () => {
    await rig.provider.deploy("aws:iam/role:Role", "reader", { name: "reader", assumeRolePolicy: trust });
  });

  const put = (PolicyName: string) =>
    rig.organization.behind(production, "iam", "PutRolePolicy", {
      RoleName: "reader",
      PolicyName,
      PolicyDocument: JSON.stringify(reading),
    });
  const names = async () =>
    (await rig.organization.behind(production, "iam", "ListRolePolicies", { RoleName: "reader" }))["PolicyNames"];

  describe("aws:iam/rolePolicy:RolePolicy", () => {
    const type = "aws:iam/rolePolicy:RolePolicy";
    const args = { name: "images", role: "reader", policy: JSON.stringify(reading) };

    it("is put, read, changed and deleted under its id", async () => {
      const made = await rig.provider.deploy(type, "images", args);
      assert.equal(made.id, "reader:images");
      assert.deepEqual((await rig.provider.diff(type, made.state, made.inputs)).changes, false);
      const policy = JSON.stringify(reading).replace("GetObject", "ListBucket");
      const changed = await rig.provider.redeploy(type, made, { ...args, policy });
      assert.deepEqual(changed.difference.paths, { policy: "UPDATE" });
      assert.match(changed.state["policy"] as string, /ListBucket/);
      const imported = await rig.provider.read(type, "reader:images");
      assert.deepEqual((await rig.provider.diff(type, imported.state, changed.inputs)).paths, {});
      await rig.provider.delete(type, made.id, made.state);
      assert.deepEqual(await names(), []);
      assert.equal((await rig.provider.read(type, made.id, made.inputs, made.state)).id, "");
    });

    it("belongs to another role only as another policy", async () => {
      const made = await rig.provider.deploy(type, "images", args);
      const difference = await rig.provider.diff(type, made.state, { ...made.inputs, role: "writer" });
      assert.deepEqual(difference.paths, { role: "UPDATE_REPLACE" });
    });

    it("takes no id of another form", async () => {
      const { message } = await refusal(rig.provider.read(type, "images"));
      assert.equal(message, 'unexpected format for ID ("images"), expected <role name>:<policy name>');
    });
  });

  describe("aws:iam/rolePolicyAttachment:RolePolicyAttachment", () => {
    const type = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

    it("attaches, is found and imported, and detaches", async () => {
      const made = await rig.provider.deploy(type, "audit", { role: "reader", policyArn: audit });
      assert.equal(made.id, `reader/${audit}`);
      const imported = await rig.provider.read(type, made.id);
      assert.deepEqual(imported.state, { role: "reader", policyArn: audit, id: made.id });
      await rig.provider.delete(type, made.id, made.state);
      assert.equal((await rig.provider.read(type, made.id, made.inputs, made.state)).id, "");
    });

    it("is replaced by another, which comes after it is gone", async () => {
      const made = await rig.provider.deploy(type, "audit", { role: "reader", policyArn: audit });
      const difference = await rig.provider.diff(type, made.state, { ...made.inputs, policyArn: viewOnly });
      assert.deepEqual(difference.replaces, ["policyArn"]);
      assert.equal(difference.deleteBeforeReplace, true);
    });

    it("refuses a policy that AWS does not have", async () => {
      const policyArn = "arn:aws:iam::aws:policy/SecurityAudits";
      const { message } = await refusal(rig.provider.deploy(type, "audit", { role: "reader", policyArn }));
      assert.match(message, /^attaching IAM Policy \(.*SecurityAudits\) to IAM Role \(reader\): .*NoSuchEntity/);
    });
  });

  describe("aws:iam/rolePoliciesExclusive:RolePoliciesExclusive", () => {
    const type = "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive";

    it("takes away what is not listed, at once and whenever it comes back", async () => {
      await put("kept");
      await put("stray");
      const made = await rig.provider.deploy(type, "exclusive", { roleName: "reader", policyNames: ["kept"] });
      assert.equal(made.id, "reader");
      assert.deepEqual(await names(), ["kept"]);
      await put("back");
      const found = await rig.provider.read(type, "reader", made.inputs, made.state);
      assert.deepEqual(found.state["policyNames"], ["back", "kept"]);
      assert.equal((await rig.provider.diff(type, found.state, made.inputs)).changes, true);
      await rig.provider.update(type, "reader", found.state, made.inputs);
      assert.deepEqual(await names(), ["kept"]);
    });

    it("takes the last one away, and does nothing when it is deleted", async () => {
      await put("last");
      const made = await rig.provider.deploy(type, "exclusive", { roleName: "reader", policyNames: ["last"] });
      const emptied = await rig.provider.redeploy(type, made, { roleName: "reader", policyNames: [] });
      assert.deepEqual(await names(), []);
      await put("later");
      await rig.provider.delete(type, "reader", emptied.state);
      assert.deepEqual(await names(), ["later"]);
    });

    it("does not mind the order", async () => {
      await put("a");
      await put("b");
      const made = await rig.provider.deploy(type, "exclusive", { roleName: "reader", policyNames: ["b", "a"] });
      assert.deepEqual(made.state["policyNames"], ["b", "a"]);
      const other = { ...made.inputs, policyNames: ["a", "b"] };
      assert.equal((await rig.provider.diff(type, made.state, other)).changes, false);
    });

    it("cannot write a policy that is listed and missing", async () => {
      const listed = { roleName: "reader", policyNames: ["missing"] };
      const { message } = await refusal(rig.provider.deploy(type, "exclusive", listed));
      assert.match(message, /^creating IAM Role Policies Exclusive \("reader"\): operation error IAM: PutRolePolicy/);
    });

    it("is gone with its role", async () => {
      const made = await rig.provider.deploy(type, "exclusive", { roleName: "reader", policyNames: [] });
      await rig.organization.behind(production, "iam", "DeleteRole", { RoleName: "reader" });
      assert.equal((await rig.provider.read(type, "reader", made.inputs, made.state)).id, "");
    });
  });

  describe("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", () => {
    const type = "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive";

    it("attaches what is listed and detaches the rest", async () => {
      const behind = rig.organization.behind.bind(undefined, production, "iam");
      await behind("AttachRolePolicy", { RoleName: "reader", PolicyArn: viewOnly });
      const made = await rig.provider.deploy(type, "exclusive", { roleName: "reader", policyArns: [audit] });
      const attached = await behind("ListAttachedRolePolicies", { RoleName: "reader" });
      assert.deepEqual(attached["AttachedPolicies"], [{ PolicyName: "SecurityAudit", PolicyArn: audit }]);
      const emptied = await rig.provider.redeploy(type, made, { roleName: "reader", policyArns: [] });
      assert.deepEqual(emptied.difference.paths, { "policyArns[0]": "DELETE" });
      assert.deepEqual(emptied.state["policyArns"], []);
      await rig.provider.delete(type, "reader", emptied.state);
    });
  });
});
