import assert from "node:assert/strict";
import { management, providerOf, refusal } from "./provider-client.ts";

describe("lookups", () => {
  const rig = providerOf(management);

  it("say who calls and in which partition", async () => {
    const caller = await rig.provider.invoke("aws:index/getCallerIdentity:getCallerIdentity");
    assert.deepEqual([caller["accountId"], caller["id"]], [management, management]);
    assert.equal(caller["arn"], `arn:aws:sts::${management}:assumed-role/Deploy/rehearsal`);
    assert.deepEqual(await rig.provider.invoke("aws:index/getPartition:getPartition"), {
      partition: "aws",
      dnsSuffix: "amazonaws.com",
      id: "aws",
      reverseDnsPrefix: "com.amazonaws",
    });
  });

  it("find Identity Center and every group of its directory", async () => {
    const instances = await rig.provider.invoke("aws:ssoadmin/getInstances:getInstances");
    assert.equal((instances["arns"] as string[]).length, 1);
    const [identityStoreId] = instances["identityStoreIds"] as string[];
    const found = await rig.provider.invoke("aws:identitystore/getGroups:getGroups", { identityStoreId });
    const names = (found["groups"] as { displayName: string }[]).map(({ displayName }) => displayName);
    assert.deepEqual(names.sort(), ["Developers", "Security-Audit"]);
  });

  it("read a list to its last page", async () => {
    const instances = await rig.provider.invoke("aws:ssoadmin/getInstances:getInstances");
    const [identityStoreId] = instances["identityStoreIds"] as string[];
    for (let index = 0; index < 110; index++) {
      const input = { IdentityStoreId: identityStoreId, DisplayName: `Team ${index}` };
      await rig.organization.behind(management, "identitystore", "CreateGroup", input);
    }
    const { groups } = await rig.provider.invoke("aws:identitystore/getGroups:getGroups", { identityStoreId });
    assert.equal((groups as unknown[]).length, 112);
  });

  it("refuse a lookup, an argument and a resource type that the sandbox does not serve", async () => {
    const lookup = await refusal(rig.provider.invoke("aws:ec2/getAmi:getAmi"));
    assert.match(lookup.message, /^unrecognized data function \(invoke\): aws:ec2\/getAmi:getAmi/);
    const argument = await refusal(rig.provider.invoke("aws:ssoadmin/getInstances:getInstances", { name: "x" }));
    assert.match(argument.message, /Invalid or unknown key\. Examine values at '.*\.name'\./);
    const missing = await refusal(rig.provider.invoke("aws:identitystore/getGroups:getGroups"));
    assert.match(missing.message, /Missing required property 'identityStoreId'/);
    const type = await refusal(rig.provider.check("aws:s3/bucket:Bucket", "b", {}));
    assert.match(type.message, /^unrecognized resource type: aws:s3\/bucket:Bucket/);
  });
});
