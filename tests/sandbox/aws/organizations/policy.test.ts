import assert from "node:assert/strict";
import { founded, management, production, refused, security, type Client } from "../founded.ts";

const document = (action = "organizations:LeaveOrganization") =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: action, Resource: "*" }] });
const type = "SERVICE_CONTROL_POLICY";
const policy = (Name: string, more: Record<string, unknown> = {}) => {
  return { Name, Type: type, Description: "", Content: document(), ...more };
};

interface Answer {
  Policy: { PolicySummary: { Id: string; Arn: string; Name: string; AwsManaged: boolean }; Content: string };
}

describe("policies of an organization", () => {
  let organizations: Client;
  let member: Client;
  let administrator: Client;
  let root: string;
  const create = async (name: string, more: Record<string, unknown> = {}) =>
    (await organizations<Answer>("CreatePolicy", policy(name, more))).Policy.PolicySummary.Id;
  const namesAt = async (TargetId: string, Filter = type) =>
    (await organizations<{ Policies: { Name: string }[] }>("ListPoliciesForTarget", { TargetId, Filter })).Policies.map(
      ({ Name }) => Name,
    );

  beforeEach(async () => {
    const { client } = await founded();
    organizations = client("organizations", management);
    member = client("organizations", production);
    administrator = client("organizations", security);
    const { Roots } = await organizations<{ Roots: { Id: string; PolicyTypes: unknown[] }[] }>("ListRoots");
    root = Roots[0]!.Id;
    assert.deepEqual(Roots[0]!.PolicyTypes, [
      { Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" },
      { Type: "RESOURCE_CONTROL_POLICY", Status: "ENABLED" },
    ]);
  });

  it("are made, described, changed and deleted", async () => {
    const made = await organizations<Answer>(
      "CreatePolicy",
      policy("stay", { Tags: [{ Key: "owner", Value: "Security" }] }),
    );
    const { Id, Arn, AwsManaged } = made.Policy.PolicySummary;
    assert.match(Id, /^p-[0-9a-z]{8}$/);
    assert.equal(Arn, `arn:aws:organizations::${management}:policy/o-a1b2c3d4e5/service_control_policy/${Id}`);
    assert.equal(AwsManaged, false);
    assert.deepEqual(await organizations("DescribePolicy", { PolicyId: Id }), made);
    const Content = document("account:CloseAccount");
    await organizations("UpdatePolicy", { PolicyId: Id, Name: "remain", Content });
    const changed = await organizations<Answer>("DescribePolicy", { PolicyId: Id });
    assert.deepEqual([changed.Policy.PolicySummary.Name, changed.Policy.Content], ["remain", Content]);
    const tags = async () => (await organizations<{ Tags: unknown[] }>("ListTagsForResource", { ResourceId: Id })).Tags;
    assert.deepEqual(await tags(), [{ Key: "owner", Value: "Security" }]);
    await organizations("TagResource", { ResourceId: Id, Tags: [{ Key: "stack", Value: "prod" }] });
    await organizations("UntagResource", { ResourceId: Id, TagKeys: ["owner"] });
    assert.deepEqual(await tags(), [{ Key: "stack", Value: "prod" }]);
    await organizations("DeletePolicy", { PolicyId: Id });
    await refused(organizations("DescribePolicy", { PolicyId: Id }), "PolicyNotFoundException");
  });

  it("are attached to the root, units and accounts, beside AWS's own, and detached", async () => {
    const { OrganizationalUnits } = await organizations<{ OrganizationalUnits: { Id: string }[] }>(
      "ListOrganizationalUnitsForParent",
      { ParentId: root },
    );
    const PolicyId = await create("stay");
    const unit = OrganizationalUnits[0]!.Id;
    for (const TargetId of [root, unit, production]) {
      assert.deepEqual(await namesAt(TargetId), ["FullAWSAccess"]);
      assert.deepEqual(await namesAt(TargetId, "RESOURCE_CONTROL_POLICY"), ["RCPFullAWSAccess"]);
      await organizations("AttachPolicy", { PolicyId, TargetId });
      assert.deepEqual(await namesAt(TargetId), ["FullAWSAccess", "stay"]);
    }
    const { Targets } = await organizations<{ Targets: { Name: string; Type: string }[] }>("ListTargetsForPolicy", {
      PolicyId,
    });
    assert.deepEqual(Targets.map(({ Name, Type }) => `${Type} ${Name}`).sort(), [
      "ACCOUNT Production",
      "ORGANIZATIONAL_UNIT Security",
      "ROOT Root",
    ]);
    await refused(organizations("AttachPolicy", { PolicyId, TargetId: root }), "DuplicatePolicyAttachmentException");
    await refused(organizations("DeletePolicy", { PolicyId }), "PolicyInUseException");
    for (const TargetId of [root, unit, production]) await organizations("DetachPolicy", { PolicyId, TargetId });
    await refused(organizations("DetachPolicy", { PolicyId, TargetId: root }), "PolicyNotAttachedException");
    await organizations("DeletePolicy", { PolicyId });
  });

  it("keep one of each type at every target", async () => {
    const last = { PolicyId: "p-FullAWSAccess", TargetId: root };
    await refused(organizations("DetachPolicy", last), "ConstraintViolationException");
    await organizations("AttachPolicy", { PolicyId: await create("stay"), TargetId: root });
    await organizations("DetachPolicy", last);
    const rcp = { PolicyId: "p-RCPFullAWSAccess", TargetId: root };
    await refused(organizations("DetachPolicy", rcp), "ConstraintViolationException");
  });

  for (const [kind, most, size] of [
    ["SERVICE_CONTROL_POLICY", 10, 10_240],
    ["RESOURCE_CONTROL_POLICY", 5, 5_120],
  ] as const) {
    it(`take ${most} of the type ${kind} at a target, AWS's own among them, of ${size} characters at most`, async () => {
      const statement = { Effect: "Deny", ...(most === 5 && { Principal: "*" }), Action: "s3:*", Resource: "*" };
      const text = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
      for (let number = 1; number < most; number++) {
        const PolicyId = await create(`policy-${number}`, { Type: kind, Content: text.padEnd(size) });
        await organizations("AttachPolicy", { PolicyId, TargetId: production });
      }
      const PolicyId = await create("one-more", { Type: kind, Content: text });
      await refused(organizations("AttachPolicy", { PolicyId, TargetId: production }), "ConstraintViolationException");
      const Content = text.padEnd(size + 1);
      await refused(organizations("UpdatePolicy", { PolicyId, Content }), "ConstraintViolationException");
    });
  }

  it("have names of their own, and documents of their type", async () => {
    await create("stay");
    await refused(create("stay"), "DuplicatePolicyException");
    await refused(create("other", { Content: "{" }), "MalformedPolicyDocumentException");
    await refused(create("other", { Type: "RESOURCE_CONTROL_POLICY" }), "MalformedPolicyDocumentException");
    await refused(create("other", { Type: "NO_POLICY" }), "InvalidInputException");
  });

  it("are AWS's own to change where they are AWS's", async () => {
    const PolicyId = "p-FullAWSAccess";
    const { Policy } = await organizations<Answer>("DescribePolicy", { PolicyId });
    assert.equal(Policy.PolicySummary.Arn, "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess");
    await refused(organizations("UpdatePolicy", { PolicyId, Content: document() }), "InvalidInputException");
    await refused(organizations("DeletePolicy", { PolicyId }), "InvalidInputException");
  });

  it("are looked at by administrators, and changed by the management account alone", async () => {
    const PolicyId = await create("stay");
    await administrator("DescribePolicy", { PolicyId });
    for (const client of [administrator, member]) {
      await refused(client("CreatePolicy", policy("mine")), "AccessDeniedException");
      await refused(client("AttachPolicy", { PolicyId, TargetId: production }), "AccessDeniedException");
      await refused(client("DeletePolicy", { PolicyId }), "AccessDeniedException");
    }
    await refused(member("DescribePolicy", { PolicyId }), "AccessDeniedException");
    await refused(organizations("AttachPolicy", { PolicyId, TargetId: "999999999999" }), "TargetNotFoundException");
  });
});
