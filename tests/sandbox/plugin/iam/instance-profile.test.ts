import assert from "node:assert/strict";
import { production, providerOf, refusal } from "../provider-client.ts";

const type = "aws:iam/instanceProfile:InstanceProfile";

describe("aws:iam/instanceProfile:InstanceProfile", () => {
  const rig = providerOf(production);

  it("holds a role, another one, and none", async () => {
    const made = await rig.provider.deploy(type, "web", { name: "web", role: "Deploy", tags: { app: "shop" } });
    assert.equal(made.id, "web");
    assert.equal(made.state["arn"], `arn:aws:iam::${production}:instance-profile/web`);
    assert.equal(made.state["role"], "Deploy");
    assert.deepEqual((await rig.provider.diff(type, made.state, made.inputs)).paths, {});
    const imported = await rig.provider.read(type, "web");
    assert.deepEqual((await rig.provider.diff(type, imported.state, made.inputs)).paths, {});

    const emptied = await rig.provider.redeploy(type, made, { name: "web", tags: { app: "other" } });
    assert.deepEqual(emptied.difference.paths, { role: "DELETE", "tags.app": "UPDATE", "tagsAll.app": "UPDATE" });
    assert.equal(emptied.state["role"], undefined);
    assert.deepEqual(emptied.state["tags"], { app: "other" });
    await rig.provider.delete(type, "web", emptied.state);
    assert.equal((await rig.provider.read(type, "web")).id, "");
  });

  it("lets go of its role when it is deleted", async () => {
    const made = await rig.provider.deploy(type, "web", { name: "web", role: "Deploy" });
    await rig.provider.delete(type, "web", made.state);
    assert.equal((await rig.provider.read(type, "web", made.inputs, made.state)).id, "");
  });

  it("is remembered when the role is refused after it was made", async () => {
    const { message, halfMade } = await refusal(rig.provider.deploy(type, "web", { name: "web", role: "nobody" }));
    assert.match(message, /^adding IAM Role \(nobody\) to IAM Instance Profile \(web\): .*NoSuchEntity/);
    assert.equal(halfMade?.id, "web");
    assert.equal(halfMade.state["role"], undefined);
  });

  it("is replaced for another name", async () => {
    const made = await rig.provider.deploy(type, "web", { name: "web" });
    const { paths } = await rig.provider.diff(type, made.state, { ...made.inputs, name: "shop" });
    assert.deepEqual(paths, { name: "UPDATE_REPLACE" });
  });
});
