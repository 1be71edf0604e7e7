import assert from "node:assert/strict";
import { production, providerOf } from "../provider-client.ts";

describe("aws:iam/user:User and aws:iam/accessKey:AccessKey", () => {
  const rig = providerOf(production);

  it("are made and deleted, and the secret stays one", async () => {
    const user = await rig.provider.deploy("aws:iam/user:User", "rita", { name: "rita" });
    assert.equal(user.state["arn"], `arn:aws:iam::${production}:user/rita`);
    const type = "aws:iam/accessKey:AccessKey";
    const key = await rig.provider.deploy(type, "key", { user: "rita" });
    assert.match(key.id, /^AKIA/);
    const secret = key.state["secret"] as Record<string, string>;
    assert.equal(secret["4dabf18193072939515e22adb298388d"], "1b47061264138c4ac30d75fd1eb44270");
    assert.match(secret["value"]!, /.{40}/);
    const found = await rig.provider.read(type, key.id, key.inputs, key.state);
    assert.deepEqual(found.state["secret"], secret);
    await rig.provider.delete(type, key.id, { user: "rita" });
    await rig.provider.delete("aws:iam/user:User", "rita", user.state);
    assert.equal((await rig.provider.read("aws:iam/user:User", "rita")).id, "");
  });
});
