import assert from "node:assert/strict";
import { production, providerOf, refusal } from "../provider-client.ts";

const type = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
const args = { url: "https://token.actions.githubusercontent.com", clientIdLists: ["sts.amazonaws.com"] };

describe("aws:iam/openIdConnectProvider:OpenIdConnectProvider", () => {
  const rig = providerOf(production);
  const arn = `arn:aws:iam::${production}:oidc-provider/token.actions.githubusercontent.com`;

  it("is made, changed, imported by its ARN and deleted", async () => {
    const made = await rig.provider.deploy(type, "github", args);
    assert.equal(made.id, arn);
    assert.equal(made.state["url"], "token.actions.githubusercontent.com");
    assert.deepEqual((await rig.provider.diff(type, made.state, made.inputs)).paths, {});

    const changed = await rig.provider.redeploy(type, made, { ...args, clientIdLists: ["shop", "sts.amazonaws.com"] });
    assert.deepEqual(changed.difference.paths, { "clientIdLists[0]": "ADD" });
    const back = await rig.provider.redeploy(type, changed, {
      ...args,
      clientIdLists: ["shop"],
      tags: { app: "shop" },
    });
    assert.deepEqual(back.state["clientIdLists"], ["shop"]);
    assert.deepEqual(back.state["tags"], { app: "shop" });

    const imported = await rig.provider.read(type, arn);
    assert.deepEqual((await rig.provider.diff(type, imported.state, back.inputs)).paths, {});
    await rig.provider.delete(type, arn, back.state);
    assert.equal((await rig.provider.read(type, arn)).id, "");
  });

  it("is replaced for another address", async () => {
    const made = await rig.provider.deploy(type, "github", args);
    const { paths } = await rig.provider.diff(type, made.state, { ...made.inputs, url: "https://gitlab.com" });
    assert.deepEqual(paths, { url: "UPDATE_REPLACE" });
  });

  it("refuses an address without TLS, and a second provider for the same one", async () => {
    const { failures } = await rig.provider.check(type, "github", { ...args, url: "http://example.com" });
    assert.deepEqual(failures, [
      `"url" has to use HTTPS scheme (i.e. begin with https://). Examine values at 'github.url'.`,
    ]);
    await rig.provider.deploy(type, "github", args);
    const { message } = await refusal(rig.provider.deploy(type, "github", args));
    assert.match(message, /^creating IAM OIDC Provider: .*EntityAlreadyExists/);
  });
});
