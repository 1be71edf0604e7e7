import assert from "node:assert/strict";
import { unknown } from "../../../../sandbox/plugin/property-values.ts";
import { production, providerOf, refusal } from "../provider-client.ts";

const type = "aws:iam/role:Role";
const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } }],
};
const args = { name: "reader", assumeRolePolicy: JSON.stringify(trust) };

describe("aws:iam/role:Role", () => {
  const rig = providerOf(production, { defaultTags: JSON.stringify({ tags: { owner: "Platform" } }) });

  it("fills in what the official plugin fills in, and says so", async () => {
    const { inputs, failures } = await rig.provider.check(type, "reader", args);
    assert.deepEqual(failures, []);
    assert.deepEqual(inputs, {
      ...args,
      path: "/",
      maxSessionDuration: 3600,
      forceDetachPolicies: false,
      tagsAll: { owner: "Platform" },
      __defaults: ["forceDetachPolicies", "maxSessionDuration", "path"],
    });
  });

  it("takes a policy as an object", async () => {
    const { inputs } = await rig.provider.check(type, "reader", { ...args, assumeRolePolicy: trust });
    assert.deepEqual(JSON.parse(inputs["assumeRolePolicy"] as string), trust);
    const statement = { ...trust.Statement[0], Resource: unknown };
    const open = await rig.provider.check(type, "reader", {
      ...args,
      assumeRolePolicy: { ...trust, Statement: [statement] },
    });
    assert.equal(open.inputs["assumeRolePolicy"], unknown);
  });

  it("names a role that the program does not name, and keeps the name", async () => {
    const first = await rig.provider.check(type, "reader", { assumeRolePolicy: trust });
    assert.match(first.inputs["name"] as string, /^reader-[0-9a-f]{7}$/);
    const again = await rig.provider.check(type, "renamed", { assumeRolePolicy: trust }, first.inputs);
    assert.equal(again.inputs["name"], first.inputs["name"]);
  });

  it("says in the official plugin's words what is wrong with the inputs", async () => {
    const failures = async (inputs: object) => (await rig.provider.check(type, "reader", inputs)).failures;
    assert.deepEqual(await failures({ name: "reader" }), ["Missing required property 'assumeRolePolicy'"]);
    assert.deepEqual(await failures({ ...args, rolename: "x" }), [
      "Invalid or unknown key. Examine values at 'reader.rolename'.",
    ]);
    assert.deepEqual(await failures({ ...args, maxSessionDuration: 60 }), [
      "expected max_session_duration to be in the range (3600 - 43200), got 60. " +
        "Examine values at 'reader.maxSessionDuration'.",
    ]);
    assert.deepEqual(await failures({ ...args, maxSessionDuration: "3600" }), [
      'Unexpected type at field "maxSessionDuration": expected number type, got string type',
    ]);
    assert.match(
      (await failures({ ...args, name: "n".repeat(65) }))[0]!,
      /^expected length of name to be in the range/,
    );
    assert.match(
      (await failures({ ...args, permissionsBoundary: "boundary" }))[0]!,
      /is an invalid ARN: arn: invalid prefix/,
    );
    assert.match((await failures({ ...args, assumeRolePolicy: "{" }))[0]!, /contains an invalid JSON policy/);
    assert.match((await failures({ ...args, managedPolicyArns: [] }))[0]!, /deprecated upstream/);
  });

  it("previews without an id and with what AWS alone knows left open", async () => {
    const { inputs } = await rig.provider.check(type, "reader", args);
    const { id, state } = await rig.provider.create(type, inputs, true);
    assert.equal(id, "");
    assert.deepEqual([state["arn"], state["uniqueId"], state["name"]], [unknown, unknown, "reader"]);
    assert.equal(state["__defaults"], undefined);
    assert.equal((await rig.provider.read(type, "reader")).id, "");
  });

  it("creates, shows no difference, changes in place and deletes", async () => {
    const made = await rig.provider.deploy(type, "reader", { ...args, tags: { app: "shop" } });
    assert.equal(made.id, "reader");
    assert.equal(made.state["arn"], `arn:aws:iam::${production}:role/reader`);
    assert.match(made.state["uniqueId"] as string, /^AROA/);
    assert.match(made.state["createDate"] as string, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.deepEqual(made.state["tags"], { app: "shop" });
    assert.deepEqual(made.state["tagsAll"], { app: "shop", owner: "Platform" });
    assert.deepEqual((await rig.provider.diff(type, made.state, made.inputs)).paths, {});

    const changed = await rig.provider.redeploy(type, made, {
      ...args,
      description: "Reads images",
      maxSessionDuration: 7200,
      tags: { app: "warehouse" },
      assumeRolePolicy: JSON.stringify(trust).replace("ec2", "lambda"),
    });
    assert.deepEqual(changed.difference.paths, {
      assumeRolePolicy: "UPDATE",
      description: "ADD",
      maxSessionDuration: "UPDATE",
      "tags.app": "UPDATE",
      "tagsAll.app": "UPDATE",
    });
    assert.deepEqual(changed.difference.replaces, []);
    assert.equal(changed.state["description"], "Reads images");
    assert.match(changed.state["assumeRolePolicy"] as string, /lambda/);
    const role = (await rig.organization.behind(production, "iam", "GetRole", { RoleName: "reader" }))["Role"] as {
      Tags: unknown[];
    };
    assert.deepEqual(
      new Set(role.Tags),
      new Set([
        { Key: "app", Value: "warehouse" },
        { Key: "owner", Value: "Platform" },
      ]),
    );

    await rig.provider.delete(type, "reader", changed.state);
    assert.equal((await rig.provider.read(type, "reader", changed.inputs, changed.state)).id, "");
    await rig.provider.delete(type, "reader", changed.state);
  });

  it("gets a permissions boundary, another one, and none", async () => {
    const boundary = (name: string) => ({ ...args, permissionsBoundary: `arn:aws:iam::aws:policy/${name}` });
    const made = await rig.provider.deploy(type, "reader", boundary("SecurityAudit"));
    const imported = await rig.provider.read(type, "reader");
    assert.deepEqual((await rig.provider.diff(type, imported.state, made.inputs)).paths, {});
    const other = await rig.provider.redeploy(type, made, boundary("PowerUserAccess"));
    assert.equal(other.state["permissionsBoundary"], "arn:aws:iam::aws:policy/PowerUserAccess");
    const bare = await rig.provider.redeploy(type, other, args);
    assert.deepEqual(bare.difference.paths, { permissionsBoundary: "DELETE" });
    assert.equal(bare.state["permissionsBoundary"], undefined);
  });

  it("shows no difference for a policy that means the same", async () => {
    const made = await rig.provider.deploy(type, "reader", args);
    const list = { ...trust.Statement[0], Action: ["sts:AssumeRole"], Principal: { Service: ["ec2.amazonaws.com"] } };
    const other = await rig.provider.check(type, "reader", {
      ...args,
      assumeRolePolicy: { Statement: list, Version: trust.Version },
    });
    assert.deepEqual((await rig.provider.diff(type, made.state, other.inputs)).paths, {});
    await rig.provider.delete(type, "reader", made.state);
  });

  it("replaces for another name or path, the old one first where the program chose the name", async () => {
    const made = await rig.provider.deploy(type, "reader", args);
    const moved = await rig.provider.check(type, "reader", { ...args, path: "/app/" }, made.inputs);
    const difference = await rig.provider.diff(type, made.state, moved.inputs);
    assert.deepEqual(difference.paths, { path: "UPDATE_REPLACE" });
    assert.deepEqual(difference.replaces, ["path"]);
    assert.equal(difference.deleteBeforeReplace, true);
    const named = await rig.provider.check(type, "reader", { assumeRolePolicy: trust });
    assert.equal((await rig.provider.diff(type, made.state, named.inputs)).deleteBeforeReplace, false);
    assert.deepEqual((await rig.provider.diff(type, made.state, moved.inputs, ["path"])).paths, {});
    await rig.provider.delete(type, "reader", made.state);
  });

  it("refuses a name that is taken, with AWS's reason", async () => {
    const made = await rig.provider.deploy(type, "reader", args);
    const { message, halfMade } = await refusal(rig.provider.deploy(type, "reader", args));
    assert.match(
      message,
      /^creating IAM Role \(reader\): operation error IAM: CreateRole, https response error StatusCode: 409, EntityAlreadyExists: Role with name reader already exists\.$/,
    );
    assert.equal(halfMade, undefined);
    await rig.provider.delete(type, "reader", made.state);
  });

  it("refuses a trusted principal that does not exist", async () => {
    const nobody = JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: `arn:aws:iam::${production}:role/nobody` } },
      ],
    });
    const { message } = await refusal(rig.provider.deploy(type, "reader", { ...args, assumeRolePolicy: nobody }));
    assert.match(message, /MalformedPolicyDocument: Invalid principal in policy/);
  });

  it("keeps what a half-done update made", async () => {
    const made = await rig.provider.deploy(type, "reader", args);
    const missing = `arn:aws:iam::${production}:policy/missing`;
    const wanted = { ...args, description: "new", permissionsBoundary: missing };
    const { halfMade } = await refusal(rig.provider.redeploy(type, made, wanted));
    assert.equal(halfMade?.id, "reader");
    assert.equal(halfMade.state["description"], "new");
    assert.equal(halfMade.state["permissionsBoundary"], undefined);
    await rig.provider.delete(type, "reader", made.state);
  });

  it("finds in a refresh what was changed or taken away behind its back", async () => {
    const made = await rig.provider.deploy(type, "reader", args);
    await rig.organization.behind(production, "iam", "UpdateRoleDescription", {
      RoleName: "reader",
      Description: "changed",
    });
    await rig.organization.behind(production, "iam", "TagRole", {
      RoleName: "reader",
      Tags: [{ Key: "by", Value: "hand" }],
    });
    const found = await rig.provider.read(type, "reader", made.inputs, made.state);
    assert.equal(found.state["description"], "changed");
    assert.equal(found.inputs["description"], "changed");
    assert.deepEqual(found.inputs["tags"], { by: "hand" });
    assert.equal(found.inputs["assumeRolePolicy"], made.inputs["assumeRolePolicy"]);
    assert.deepEqual((await rig.provider.diff(type, found.state, made.inputs)).paths, {
      description: "DELETE",
      "tags.by": "DELETE",
      "tagsAll.by": "DELETE",
    });
    await rig.organization.behind(production, "iam", "DeleteRole", { RoleName: "reader" });
    assert.equal((await rig.provider.read(type, "reader", made.inputs, made.state)).id, "");
  });

  it("keeps in a refresh what the program wrote where AWS holds the same", async () => {
    const assumeRolePolicy = JSON.stringify({ Statement: trust.Statement, Version: trust.Version }, undefined, 2);
    const made = await rig.provider.deploy(type, "reader", { ...args, assumeRolePolicy, description: "Reads" });
    await rig.organization.behind(production, "iam", "UpdateRoleDescription", {
      RoleName: "reader",
      Description: "Writes",
    });
    const found = await rig.provider.read(type, "reader", made.inputs, made.state);
    assert.deepEqual(found.inputs, { ...made.inputs, description: "Writes" });
  });

  it("previews a change without making it", async () => {
    const made = await rig.provider.deploy(type, "reader", args);
    const { inputs } = await rig.provider.check(type, "reader", { ...args, description: "Reads" }, made.inputs);
    const planned = await rig.provider.update(type, "reader", made.state, inputs, true);
    assert.deepEqual(planned, { ...made.state, description: "Reads" });
    assert.equal((await rig.provider.read(type, "reader")).state["description"], undefined);
  });

  it("keeps a secret secret", async () => {
    const description = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "hush" };
    const made = await rig.provider.deploy(type, "reader", { ...args, description });
    assert.deepEqual([made.inputs["description"], made.state["description"]], [description, description]);
    const found = await rig.provider.read(type, "reader", made.inputs, made.state);
    assert.deepEqual([found.inputs["description"], found.state["description"]], [description, description]);
    assert.deepEqual((await rig.provider.diff(type, found.state, made.inputs)).paths, {});
  });

  it("takes a prefix for a name, but not both", async () => {
    const made = await rig.provider.deploy(type, "reader", { namePrefix: "reader-", assumeRolePolicy: trust });
    assert.match(made.id, /^reader-\d{17}[0-9a-f]+$/);
    assert.deepEqual((await rig.provider.diff(type, made.state, made.inputs)).paths, {});
    const { failures } = await rig.provider.check(type, "reader", { ...args, namePrefix: "reader-" });
    assert.deepEqual(failures, [`"name": conflicts with name_prefix. Examine values at 'reader.name'.`]);
  });

  it("imports by name, and asks for nothing more afterwards", async () => {
    const made = await rig.provider.deploy(type, "reader", { ...args, description: "Reads", tags: { app: "shop" } });
    const imported = await rig.provider.read(type, "reader");
    assert.equal(imported.id, "reader");
    assert.deepEqual((await rig.provider.diff(type, imported.state, made.inputs)).paths, {});
    assert.equal(imported.inputs["description"], "Reads");
    assert.deepEqual(imported.inputs["tags"], { app: "shop" });
    const again = await rig.provider.check(type, "reader", imported.inputs, imported.inputs);
    assert.deepEqual(again.failures, []);
    await rig.provider.delete(type, "reader", made.state);
  });

  it("is deleted with its policies only where that is asked for", async () => {
    const made = await rig.provider.deploy(type, "reader", args);
    const policy = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] };
    const inline = { RoleName: "reader", PolicyName: "p", PolicyDocument: JSON.stringify(policy) };
    await rig.organization.behind(production, "iam", "PutRolePolicy", inline);
    const { message } = await refusal(rig.provider.delete(type, "reader", made.state));
    assert.match(message, /^deleting IAM Role \(reader\): .*DeleteConflict/);
    await rig.provider.delete(type, "reader", { ...made.state, forceDetachPolicies: true });
    assert.equal((await rig.provider.read(type, "reader")).id, "");
  });
});
