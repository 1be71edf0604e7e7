import assert from "node:assert/strict";
import { unknown } from "../../../../sandbox/plugin/property-values.ts";
import { management, production, providerOf, refusal } from "../provider-client.ts";

const type = "aws:ssoadmin/permissionSet:PermissionSet";
const inline = "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy";
const boundary = "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment";
const managed = "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive";
const customer = "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive";
const assignment = "aws:ssoadmin/accountAssignment:AccountAssignment";
const reading = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] };
const audit = "arn:aws:iam::aws:policy/SecurityAudit";
const viewOnly = "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess";

describe("Identity Center's permission sets", () => {
  const rig = providerOf(management, { defaultTags: JSON.stringify({ tags: { owner: "Platform" } }) });
  let instanceArn: string;
  let developers: string;

  beforeEach(async () => {
    const instances = await rig.provider.invoke("aws:ssoadmin/getInstances:getInstances");
    instanceArn = (instances["arns"] as string[])[0]!;
    const [identityStoreId] = instances["identityStoreIds"] as string[];
    const { groups } = await rig.provider.invoke("aws:identitystore/getGroups:getGroups", { identityStoreId });
    const named = (groups as Record<string, string>[]).find((group) => group["displayName"] === "Developers");
    developers = named!["groupId"]!;
  });

  const set = (more: object = {}) => rig.provider.deploy(type, "set", { name: "Developer", instanceArn, ...more });
  const behind = (operation: string, input: object) =>
    rig.organization.behind(management, "sso-admin", operation, { InstanceArn: instanceArn, ...input });

  describe(type, () => {
    it("fills in the session duration, the region and the tags", async () => {
      const { inputs } = await rig.provider.check(type, "set", { name: "Developer", instanceArn });
      assert.equal(inputs["sessionDuration"], "PT1H");
      assert.equal(inputs["region"], "eu-central-1");
      assert.deepEqual(inputs["tagsAll"], { owner: "Platform" });
      assert.deepEqual(inputs["__defaults"], ["sessionDuration"]);
    });

    it("refuses a name of more than 32 characters", async () => {
      const { failures } = await rig.provider.check(type, "set", { name: "n".repeat(33), instanceArn });
      assert.match(failures[0]!, /^expected length of name to be in the range \(1 - 32\), got n+\. Examine values at/);
    });

    it("is made under its two-part id, changed, imported and deleted", async () => {
      const made = await set({ relayState: "https://example.com", tags: { app: "shop" } });
      const arn = made.state["arn"] as string;
      assert.match(arn, /^arn:aws:sso:::permissionSet\/ssoins-[0-9a-f]{16}\/ps-/);
      assert.equal(made.id, `${arn},${instanceArn}`);
      assert.match(made.state["createdDate"] as string, /^\d{4}-.*Z$/);

      const more = { description: "Develops", relayState: "https://example.com", tags: {} };
      const changed = await rig.provider.redeploy(type, made, { name: "Developer", instanceArn, ...more });
      assert.deepEqual(changed.difference.paths, { description: "ADD", "tags.app": "DELETE", "tagsAll.app": "DELETE" });
      assert.equal(changed.state["relayState"], "https://example.com");
      assert.deepEqual(changed.state["tagsAll"], { owner: "Platform" });

      const imported = await rig.provider.read(type, made.id);
      assert.deepEqual((await rig.provider.diff(type, imported.state, changed.inputs)).paths, {});
      await rig.provider.delete(type, made.id, changed.state);
      assert.equal((await rig.provider.read(type, made.id, changed.inputs, changed.state)).id, "");
    });

    it("is replaced for another name", async () => {
      const made = await set();
      const { paths } = await rig.provider.diff(type, made.state, { ...made.inputs, name: "Builder" });
      assert.deepEqual(paths, { name: "UPDATE_REPLACE" });
    });

    it("refuses a name that is taken", async () => {
      await set();
      const { message } = await refusal(set());
      assert.match(
        message,
        /^creating SSO Permission Set \(Developer\): operation error SSO Admin: CreatePermissionSet/,
      );
      assert.match(message, /ConflictException/);
    });
  });

  const key = async () => {
    const made = await set();
    return { permissionSetArn: made.state["arn"] as string, instanceArn, id: made.id };
  };

  describe(inline, () => {
    it("is put, changed, imported and deleted", async () => {
      const { id, ...of } = await key();
      const made = await rig.provider.deploy(inline, "inline", { ...of, inlinePolicy: JSON.stringify(reading) });
      assert.equal(made.id, id);
      assert.equal((await rig.provider.diff(inline, made.state, made.inputs)).changes, false);
      const inlinePolicy = JSON.stringify(reading).replace("GetObject", "PutObject");
      const changed = await rig.provider.redeploy(inline, made, { ...of, inlinePolicy });
      assert.deepEqual(changed.difference.paths, { inlinePolicy: "UPDATE" });
      const imported = await rig.provider.read(inline, id);
      assert.deepEqual((await rig.provider.diff(inline, imported.state, changed.inputs)).paths, {});
      await rig.provider.delete(inline, id, changed.state);
      assert.equal((await rig.provider.read(inline, id, changed.inputs, changed.state)).id, "");
    });

    it("takes text only", async () => {
      const { permissionSetArn } = await key();
      const { failures } = await rig.provider.check(inline, "inline", {
        permissionSetArn,
        instanceArn,
        inlinePolicy: reading,
      });
      assert.deepEqual(failures, ['Unexpected type at field "inlinePolicy": expected string type, got object type']);
    });
  });

  describe(managed, () => {
    it("attaches and detaches until AWS has what is listed, and nothing when it is deleted", async () => {
      const { permissionSetArn } = await key();
      const of = { permissionSetArn, instanceArn };
      await behind("AttachManagedPolicyToPermissionSet", {
        PermissionSetArn: permissionSetArn,
        ManagedPolicyArn: viewOnly,
      });
      const made = await rig.provider.deploy(managed, "managed", { ...of, managedPolicyArns: [audit] });
      assert.equal(made.id, `${instanceArn},${permissionSetArn}`);
      const attached = async () =>
        (await behind("ListManagedPoliciesInPermissionSet", { PermissionSetArn: permissionSetArn }))[
          "AttachedManagedPolicies"
        ] as { Arn: string }[];
      assert.deepEqual(
        (await attached()).map(({ Arn }) => Arn),
        [audit],
      );
      assert.deepEqual((await rig.provider.read(managed, made.id)).state["managedPolicyArns"], [audit]);
      await rig.provider.delete(managed, made.id, made.state);
      assert.equal((await attached()).length, 1);
      const emptied = await rig.provider.redeploy(managed, made, { ...of, managedPolicyArns: [] });
      assert.deepEqual(emptied.difference.paths, { "managedPolicyArns[0]": "DELETE" });
      assert.deepEqual(await attached(), []);
    });
  });

  describe(customer, () => {
    it("refers to policies by name and path, the path being / where none is given", async () => {
      const { permissionSetArn } = await key();
      const of = { permissionSetArn, instanceArn };
      const references = [{ name: "guard", path: "/guard/" }, { name: "plain" }];
      const wanted = { ...of, customerManagedPolicyReferences: references };
      const made = await rig.provider.deploy(customer, "customer", wanted);
      assert.equal(made.id, `${instanceArn},${permissionSetArn}`);
      assert.deepEqual(made.state["customerManagedPolicyReferences"], [references[0], { name: "plain", path: "/" }]);
      assert.equal((await rig.provider.diff(customer, made.state, made.inputs)).changes, false);
      const emptied = await rig.provider.redeploy(customer, made, of);
      const listed = await behind("ListCustomerManagedPolicyReferencesInPermissionSet", {
        PermissionSetArn: permissionSetArn,
      });
      assert.deepEqual(listed["CustomerManagedPolicyReferences"], []);
      await rig.provider.delete(customer, made.id, emptied.state);
    });
  });

  describe(boundary, () => {
    it("is set, found, and taken off; another boundary is another attachment", async () => {
      const { id, ...of } = await key();
      const permissionsBoundary = { customerManagedPolicyReference: { name: "boundary" } };
      const made = await rig.provider.deploy(boundary, "boundary", { ...of, permissionsBoundary });
      assert.equal(made.id, id);
      assert.deepEqual(made.state["permissionsBoundary"], {
        customerManagedPolicyReference: { name: "boundary", path: "/" },
      });
      assert.equal((await rig.provider.diff(boundary, made.state, made.inputs)).changes, false);
      const other = { ...made.inputs, permissionsBoundary: { managedPolicyArn: audit } };
      const { replaces } = await rig.provider.diff(boundary, made.state, other);
      assert.deepEqual(replaces, ["permissionsBoundary"]);
      const imported = await rig.provider.read(boundary, id);
      assert.equal((await rig.provider.diff(boundary, imported.state, made.inputs)).changes, false);
      await rig.provider.delete(boundary, id, made.state);
      assert.equal((await rig.provider.read(boundary, id)).id, "");
    });
  });

  describe(assignment, () => {
    const wanted = async () => {
      const { permissionSetArn } = await key();
      const principal = { principalId: developers, principalType: "GROUP" };
      return { permissionSetArn, instanceArn, ...principal, targetId: production, targetType: "AWS_ACCOUNT" };
    };

    it("is made under its six-part id once AWS is done, imported and deleted", async () => {
      const args = await wanted();
      const made = await rig.provider.deploy(assignment, "cell", args);
      const id = `${developers},GROUP,${production},AWS_ACCOUNT,${args.permissionSetArn},${instanceArn}`;
      assert.equal(made.id, id);
      const imported = await rig.provider.read(assignment, id);
      assert.deepEqual(imported.state, { ...args, region: "eu-central-1", id });
      await rig.provider.delete(assignment, id, made.state);
      assert.equal((await rig.provider.read(assignment, id, made.inputs, made.state)).id, "");
    });

    it("is not made twice", async () => {
      const args = await wanted();
      await rig.provider.deploy(assignment, "cell", args);
      const { message } = await refusal(rig.provider.deploy(assignment, "cell", args));
      assert.equal(message, `creating SSO Account Assignment for GROUP (${developers}): already exists`);
    });

    it("is replaced whatever changes, and previews so while the set is not known", async () => {
      const made = await rig.provider.deploy(assignment, "cell", await wanted());
      const { replaces } = await rig.provider.diff(assignment, made.state, {
        ...made.inputs,
        permissionSetArn: unknown,
        targetId: management,
      });
      assert.deepEqual(replaces.sort(), ["permissionSetArn", "targetId"]);
    });

    it("says in the official plugin's words what cannot be assigned", async () => {
      const args = await wanted();
      const spoiled = { ...args, principalType: "TEAM", targetId: "12345", principalId: "developers" };
      const { failures } = await rig.provider.check(assignment, "cell", spoiled);
      assert.deepEqual(failures, [
        "invalid value for principal_id (must match ([0-9a-f]{10}-|)[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-" +
          "[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}). Examine values at 'cell.principalId'.",
        `expected principal_type to be one of ["USER" "GROUP"], got TEAM. Examine values at 'cell.principalType'.`,
        `"target_id" doesn't look like AWS Account ID (exactly 12 digits): "12345". Examine values at 'cell.targetId'.`,
      ]);
    });

    it("reports AWS's reason when a set cannot be provisioned", async () => {
      const args = await wanted();
      const references = [{ name: "missing", path: "/" }];
      const { permissionSetArn } = args;
      const policies = { permissionSetArn, instanceArn, customerManagedPolicyReferences: references };
      await rig.provider.deploy(customer, "customer", policies);
      const { message, halfMade } = await refusal(rig.provider.deploy(assignment, "cell", args));
      assert.match(
        message,
        /^waiting for SSO Account Assignment for GROUP \(.*\) create: unexpected state 'FAILED', wanted target 'SUCCEEDED'\. last error: .*missing/,
      );
      assert.equal(halfMade, undefined);
    });

    it("keeps its set: a set that is assigned is not deleted", async () => {
      const args = await wanted();
      await rig.provider.deploy(assignment, "cell", args);
      const { message } = await refusal(rig.provider.delete(type, `${args.permissionSetArn},${instanceArn}`));
      assert.match(message, /^deleting SSO Permission Set .*ConflictException/);
    });

    it("brings what changes in its set to the account", async () => {
      const args = await wanted();
      await rig.provider.deploy(assignment, "cell", args);
      const { permissionSetArn } = args;
      const inlinePolicy = JSON.stringify(reading);
      await rig.provider.deploy(inline, "inline", { permissionSetArn, instanceArn, inlinePolicy });
      const path = { PathPrefix: "/aws-reserved/sso.amazonaws.com/" };
      const { Roles } = await rig.organization.behind(production, "iam", "ListRoles", path);
      const { RoleName } = (Roles as { RoleName: string }[])[0]!;
      const { PolicyNames } = await rig.organization.behind(production, "iam", "ListRolePolicies", { RoleName });
      assert.equal((PolicyNames as string[]).length, 1);
    });
  });
});

describe("aws:ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes", () => {
  const type = "aws:ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes";
  const rig = providerOf(management);
  const attribute = (key: string, path: string) => ({ key, values: [{ sources: [`\${path:${path}}`] }] });

  it("is made, changed, imported by the instance and deleted", async () => {
    const { arns } = await rig.provider.invoke("aws:ssoadmin/getInstances:getInstances");
    const [instanceArn] = arns as string[];
    const attributes = [attribute("team", "enterprise.department"), attribute("site", "addresses.region")];
    const made = await rig.provider.deploy(type, "abac", { instanceArn, attributes });
    assert.equal(made.id, instanceArn);
    assert.equal(made.state["status"], "ENABLED");
    const turned = { ...made.inputs, attributes: [...attributes].reverse() };
    assert.equal((await rig.provider.diff(type, made.state, turned)).changes, false);
    const fewer = await rig.provider.redeploy(type, made, { instanceArn, attributes: attributes.slice(0, 1) });
    assert.deepEqual(fewer.state["attributes"], attributes.slice(0, 1));
    const imported = await rig.provider.read(type, made.id);
    assert.equal((await rig.provider.diff(type, imported.state, fewer.inputs)).changes, false);
    await rig.provider.delete(type, made.id, fewer.state);
    assert.equal((await rig.provider.read(type, made.id, fewer.inputs, fewer.state)).id, "");
  });
});
