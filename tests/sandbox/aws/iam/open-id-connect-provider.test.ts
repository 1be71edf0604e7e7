import assert from "node:assert/strict";
import { founded, production, refused, type Client } from "../founded.ts";

const Url = "https://token.actions.githubusercontent.com";
const OpenIDConnectProviderArn = `arn:aws:iam::${production}:oidc-provider/token.actions.githubusercontent.com`;
const thumbprint = "6938fd4d98bab03faadb97b34396831e3780aea1";

describe("iam OpenID Connect providers", () => {
  let iam: Client;
  const read = () => iam("GetOpenIDConnectProvider", { OpenIDConnectProviderArn });

  beforeEach(async () => {
    iam = (await founded()).client("iam", production);
  });

  it("are made, read, changed and deleted", async () => {
    const input = { Url, ClientIDList: ["sts.amazonaws.com"], Tags: [{ Key: "a", Value: "b" }] };
    const made = await iam("CreateOpenIDConnectProvider", input);
    assert.deepEqual(made, { OpenIDConnectProviderArn, Tags: input.Tags });
    await refused(iam("CreateOpenIDConnectProvider", input), "EntityAlreadyExists", /already exists/);
    const { CreateDate, ThumbprintList, ...rest } = await read();
    assert.ok(CreateDate instanceof Date);
    assert.equal((ThumbprintList as string[]).length, 1);
    assert.deepEqual(rest, { Url: Url.slice(8), ClientIDList: ["sts.amazonaws.com"], Tags: input.Tags });
    await iam("AddClientIDToOpenIDConnectProvider", { OpenIDConnectProviderArn, ClientID: "other" });
    await iam("RemoveClientIDFromOpenIDConnectProvider", { OpenIDConnectProviderArn, ClientID: "sts.amazonaws.com" });
    await iam("UpdateOpenIDConnectProviderThumbprint", { OpenIDConnectProviderArn, ThumbprintList: [thumbprint] });
    await iam("UntagOpenIDConnectProvider", { OpenIDConnectProviderArn, TagKeys: ["a"] });
    await iam("TagOpenIDConnectProvider", { OpenIDConnectProviderArn, Tags: [{ Key: "c", Value: "d" }] });
    const changed = await read();
    assert.deepEqual(changed["ClientIDList"], ["other"]);
    assert.deepEqual(changed["ThumbprintList"], [thumbprint]);
    assert.deepEqual(changed["Tags"], [{ Key: "c", Value: "d" }]);
    const { OpenIDConnectProviderList } = await iam("ListOpenIDConnectProviders");
    assert.deepEqual(OpenIDConnectProviderList, [{ Arn: OpenIDConnectProviderArn }]);
    await iam("DeleteOpenIDConnectProvider", { OpenIDConnectProviderArn });
    await refused(read(), "NoSuchEntity");
    await refused(iam("DeleteOpenIDConnectProvider", { OpenIDConnectProviderArn }), "NoSuchEntity");
  });

  it("are refused where AWS refuses them", async () => {
    const make = (input: object) => iam("CreateOpenIDConnectProvider", { Url, ...input });
    await refused(make({ Url: "http://token.example" }), "ValidationError", /Invalid Open ID Connect Provider URL/);
    await refused(make({ Url: "https://token.example?x=1" }), "ValidationError");
    await refused(make({ ThumbprintList: ["abc"] }), "ValidationError");
    await refused(make({ ThumbprintList: Array.from({ length: 6 }, () => thumbprint) }), "InvalidInput");
    const many = Array.from({ length: 101 }, (_, at) => `audience${at}`);
    await refused(make({ ClientIDList: many }), "LimitExceeded");
    const wrong = "arn:aws:iam::aws:policy/SecurityAudit";
    await refused(iam("GetOpenIDConnectProvider", { OpenIDConnectProviderArn: wrong }), "InvalidInput");
  });
});
