import assert from "node:assert/strict";
import { ofKind } from "./graph.ts";
import { type Registration, type Run, shipped } from "./program.ts";

for (const stack of ["dev", "prod"]) {
  describe(`policy lists of the stack ${stack}`, function () {
    this.timeout(60_000);
    let run: Run;
    let roles: Registration[];
    let sets: Registration[];
    before(async () => {
      run = await shipped(stack);
      roles = ofKind(run, "Role").filter(({ type }) => type.startsWith("aws:"));
      sets = ofKind(run, "PermissionSet").filter(({ type }) => type.startsWith("aws:"));
      assert.ok(roles.length > 5 && sets.length > 0);
    });

    const listsOf = (kind: string, owner: Registration): Registration[] =>
      ofKind(run, kind).filter(
        (list) =>
          list.name.startsWith(`${owner.name}/`) &&
          list.parent === owner.parent &&
          list.dependencies.includes(owner.urn),
      );

    it("are authoritative for every role: its inline policies, its attachments, empty ones too", () => {
      for (const role of roles) {
        const policies = ofKind(run, "RolePolicy").filter(({ dependencies }) => dependencies.includes(role.urn));
        const attachments = ofKind(run, "RolePolicyAttachment").filter(({ dependencies }) =>
          dependencies.includes(role.urn),
        );
        const [exclusive, ...more] = listsOf("RolePoliciesExclusive", role);
        assert.deepEqual(exclusive?.inputs, {
          roleName: role.inputs["name"],
          policyNames: policies.map(({ inputs }) => inputs["name"]),
        });
        const [attached, ...moreAttached] = listsOf("RolePolicyAttachmentsExclusive", role);
        assert.deepEqual(attached?.inputs, {
          roleName: role.inputs["name"],
          policyArns: attachments.map(({ inputs }) => inputs["policyArn"]),
        });
        assert.deepEqual([...more, ...moreAttached], [], role.name);
        for (const { urn } of policies)
          assert.ok(exclusive.dependencies.includes(urn), "the list comes after the policies");
        for (const { urn } of attachments)
          assert.ok(attached.dependencies.includes(urn), "the list comes after the attachments");
      }
      const empty = ofKind(run, "RolePolicyAttachmentsExclusive").filter(
        ({ inputs }) => (inputs["policyArns"] as string[]).length === 0,
      );
      assert.ok(empty.length > 0, "an empty list is declared");
    });

    it("are bounded for every role but break-glass's", () => {
      const unbounded = roles.filter(({ inputs }) => inputs["permissionsBoundary"] === undefined);
      assert.deepEqual(
        new Set(unbounded.map(({ inputs }) => `${inputs["path"] as string}${inputs["name"] as string}`)),
        new Set(["/break-glass/BreakGlass"]),
      );
    });

    it("are authoritative for every permission set, empty ones too", () => {
      for (const { name, parent } of sets) {
        for (const kind of ["ManagedPolicyAttachmentsExclusive", "CustomerManagedPolicyAttachmentsExclusive"]) {
          assert.equal(ofKind(run, kind).filter((list) => list.parent === parent).length, 1, `${kind} of ${name}`);
        }
      }
    });

    it("never stand in the role itself, nor in single attachments of permission sets", () => {
      for (const { name, inputs } of roles) {
        assert.equal(inputs["inlinePolicies"], undefined, name);
        assert.equal(inputs["managedPolicyArns"], undefined, name);
      }
      for (const kind of ["ManagedPolicyAttachment", "CustomerManagedPolicyAttachment"]) {
        assert.deepEqual(ofKind(run, kind), []);
      }
      assert.ok(run.registrations.every(({ type }) => type !== "aws:iam/policyAttachment:PolicyAttachment"));
    });
  });
}
