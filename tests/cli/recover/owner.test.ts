import assert from "node:assert/strict";
import { foreign } from "../../../cli/recover/owner.ts";
import { schema } from "../../../sandbox/plugin/schema.ts";
import { creation, provider } from "./recorded.ts";

function judged(type: string, inputs: Record<string, unknown>, outputs: Record<string, unknown>): string | undefined {
  return foreign(creation(type, "thing", inputs), { type, id: "ID", provider, outputs });
}

describe("A thing that exists", () => {
  const role = (tagsAll: Record<string, string>) =>
    judged("aws:iam/role:Role", { tags: { owner: "Web" } }, { tagsAll });

  it("is the stack's where it carries the stack's tags, whatever else it carries", () => {
    assert.equal(role({ "managed-by": "shop", owner: "Web", cost: "low" }), undefined);
  });

  it("is foreign where it lacks a tag that the provider puts on everything", () => {
    assert.equal(role({ owner: "Web" }), "it lacks the tag managed-by: shop");
  });

  it("is foreign where it carries no tags at all", () => {
    assert.equal(judged("aws:iam/role:Role", {}, {}), "it lacks the tag managed-by: shop");
  });

  it("is foreign where a tag names another owner", () => {
    assert.equal(role({ "managed-by": "shop", owner: "Operations" }), "its tag owner is Operations, not Web");
  });

  const group = (outputs: Record<string, unknown>) =>
    judged("aws:identitystore/group:Group", { displayName: "auditors", description: "They look" }, outputs);
  const same = { displayName: "auditors", description: "They look", externalIds: [] };

  it("is the stack's where nothing can be tagged and it is just as the program makes it", () => {
    assert.equal(group(same), undefined);
  });

  it("is foreign where nothing can be tagged and it is not as the program makes it", () => {
    assert.equal(group({ ...same, description: "Others" }), 'its description is "Others", not "They look"');
  });

  it("is foreign where it comes from an identity provider", () => {
    const externalIds = [{ issuer: "https://okta.example", id: "1" }];
    assert.equal(group({ ...same, externalIds }), "it comes from the identity provider https://okta.example");
  });

  it("is the stack's whatever the order of its attributes", () => {
    const type = "aws:ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes";
    const [a, b] = ["a", "b"].map((key) => ({ key, values: [{ sources: [`\${path:${key}}`] }] }));
    assert.equal(judged(type, { attributes: [a, b] }, { attributes: [b, a] }), undefined);
    assert.match(judged(type, { attributes: [a, b] }, { attributes: [b] }) ?? "", /^its attributes is /);
  });

  it("is the stack's where its id says all that it is", () => {
    assert.equal(judged("aws:ssoadmin/accountAssignment:AccountAssignment", {}, { principalId: "g-1" }), undefined);
  });

  it("is foreign without the stack's tags, whatever it is that takes tags", () => {
    const taking = Object.entries(schema.resources).filter(([, { outputs }]) => outputs.includes("tagsAll"));
    assert.deepEqual(
      taking.map(([type]) => type).filter((type) => judged(type, {}, {}) !== "it lacks the tag managed-by: shop"),
      [],
    );
    assert.ok(taking.some(([type]) => type === "aws:iam/user:User"));
  });

  it("is foreign where an IAM group of its name lies elsewhere", () => {
    const made = { name: "Security-Audit", path: "/break-glass/" };
    assert.equal(judged("aws:iam/group:Group", made, made), undefined);
    assert.equal(judged("aws:iam/group:Group", made, { ...made, path: "/" }), 'its path is "/", not "/break-glass/"');
  });
});
