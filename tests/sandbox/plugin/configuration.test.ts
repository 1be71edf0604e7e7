import assert from "node:assert/strict";
import { unknown } from "../../../sandbox/plugin/property-values.ts";
import type { Call } from "../../../sandbox/aws/call.ts";
import {
  accountConfiguration,
  management,
  organization,
  production,
  ProviderClient,
  refusal,
} from "./provider-client.ts";
import type { Organization } from "./provider-client.ts";

describe("configuration of the aws provider", () => {
  let org: Organization;
  let provider: ProviderClient;
  let calls: Call[];

  beforeEach(async () => {
    org = await organization();
    calls = [];
    const recording = (call: Call) => {
      calls.push(call);
      return org.aws(call);
    };
    provider = await ProviderClient.connect(recording, org.directory);
  });
  afterEach(() => {
    provider.close();
    org.remove();
  });

  const who = async () => (await provider.invoke("aws:index/getCallerIdentity:getCallerIdentity"))["arn"];

  it("works in the account whose role it takes on", async () => {
    await provider.configure(accountConfiguration(production));
    assert.equal(await who(), `arn:aws:sts::${production}:assumed-role/Deploy/rehearsal`);
  });

  it("passes on what the role's trust may ask for", async () => {
    const assumeRoles = JSON.stringify([
      {
        roleArn: `arn:aws:iam::${production}:role/Deploy`,
        sessionName: "rehearsal",
        externalId: "shop",
        duration: "1h0m0s",
      },
    ]);
    await provider.configure(accountConfiguration(production, { assumeRoles }));
    const assume = calls.find(({ operation }) => operation === "AssumeRole");
    assert.deepEqual(assume?.input, {
      RoleArn: `arn:aws:iam::${production}:role/Deploy`,
      RoleSessionName: "rehearsal",
      ExternalId: "shop",
      DurationSeconds: 3600,
    });
  });

  it("takes on one role after the other", async () => {
    const roles = [management, production].map((account) => ({
      roleArn: `arn:aws:iam::${account}:role/Deploy`,
      sessionName: account,
    }));
    await provider.configure(accountConfiguration(production, { assumeRoles: JSON.stringify(roles) }));
    const [first, second] = calls.filter(({ operation }) => operation === "AssumeRole");
    assert.notEqual(first?.credentials.accessKeyId, second?.credentials.accessKeyId);
    assert.equal(await who(), `arn:aws:sts::${production}:assumed-role/Deploy/${production}`);
  });

  it("refuses an account that is not allowed", async () => {
    const allowedAccountIds = JSON.stringify([management]);
    const { message } = await refusal(provider.configure(accountConfiguration(production, { allowedAccountIds })));
    assert.equal(message, `AWS account ID not allowed: ${production}`);
    const forbiddenAccountIds = JSON.stringify([production]);
    const forbidden = await refusal(provider.configure(accountConfiguration(production, { forbiddenAccountIds })));
    assert.equal(forbidden.message, `AWS account ID not allowed: ${production}`);
  });

  it("says which role it cannot take on, and why", async () => {
    const roleArn = `arn:aws:iam::${production}:role/Nobody`;
    const assumeRoles = JSON.stringify([{ roleArn, sessionName: "rehearsal" }]);
    const { message } = await refusal(provider.configure(accountConfiguration(production, { assumeRoles })));
    assert.match(
      message,
      /^unable to validate AWS credentials\. Details: IAM Role \(.*role\/Nobody\) cannot be assumed\./,
    );
    assert.match(message, /operation error STS: AssumeRole, https response error StatusCode: 403, AccessDenied/);
  });

  it("refuses to work before it is configured", async () => {
    const { message } = await refusal(who());
    assert.equal(message, "the provider is not configured");
  });

  it("refuses an unknown key, a wrong type and what the sandbox does not serve", async () => {
    assert.deepEqual(await provider.checkConfig(accountConfiguration(production)), []);
    assert.deepEqual(await provider.checkConfig({ region: "eu-central-1", assumeRole: "{}" }), [
      "could not validate provider configuration: Invalid or unknown key. Examine values at 'Production.assumeRole'.",
    ]);
    assert.deepEqual(await provider.checkConfig({ allowedAccountIds: '"111111111111"' }), [
      'could not validate provider configuration: Unexpected type at field "allowedAccountIds": ' +
        "expected [] type, got string type",
    ]);
    assert.deepEqual(await provider.checkConfig({ profile: "me" }), [
      "could not validate provider configuration: the sandbox does not serve 'profile'",
    ]);
  });

  it("accepts what a preview does not know yet", async () => {
    assert.deepEqual(await provider.checkConfig({ region: "eu-central-1", assumeRoles: unknown }), []);
  });

  it("puts default tags on everything, below a resource's own, and leaves ignored ones alone", async () => {
    const defaultTags = JSON.stringify({ tags: { owner: "Platform", stage: "dev" } });
    const ignoreTags = JSON.stringify({ keys: ["scanned"], keyPrefixes: ["cost:"] });
    await provider.configure(accountConfiguration(production, { defaultTags, ignoreTags }));
    const type = "aws:iam/policy:Policy";
    const policy = { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }] };
    const made = await provider.deploy(type, "p", { name: "p", policy, tags: { stage: "prod" } });
    assert.deepEqual(made.state["tagsAll"], { owner: "Platform", stage: "prod" });
    const tags = ["scanned", "cost:center"].map((Key) => ({ Key, Value: "x" }));
    await org.behind(production, "iam", "TagPolicy", { PolicyArn: made.id, Tags: tags });
    const found = await provider.read(type, made.id, made.inputs, made.state);
    assert.deepEqual(found.state["tagsAll"], { owner: "Platform", stage: "prod" });
    assert.deepEqual(found.state["tags"], { stage: "prod" });
  });
});
