import assert from "node:assert/strict";
import { plan } from "../../model/plan.ts";
import { awsResources, ofKind } from "./graph.ts";
import { type Registration, type Run, shipped, today } from "./program.ts";

for (const stack of ["dev", "prod"]) {
  describe(`order in which the stack ${stack} is made`, function () {
    this.timeout(60_000);
    const { deployment } = plan(`config/${stack}.yaml`, { today });
    let run: Run;
    before(async () => {
      run = await shipped(stack);
    });
    const resource = (kind: string, name: string): Registration => {
      const found = awsResources(run).find((one) => one.type.endsWith(`:${kind}`) && one.name === name);
      assert.ok(found, `${kind} ${name}`);
      return found;
    };

    it("makes an assignment after everything that its set holds, and gives it time", () => {
      const assignments = ofKind(run, "AccountAssignment");
      assert.equal(assignments.length, deployment!.access.flatMap(({ cells }) => cells).length);
      for (const assignment of assignments) {
        const set = resource("PermissionSet", assignment.name.split("/").at(-1)!);
        const ofSet = awsResources(run).filter(({ parent }) => parent === set.parent);
        assert.ok(ofSet.length >= 3, set.name);
        for (const { urn, name } of ofSet)
          assert.ok(assignment.dependencies.includes(urn), `${assignment.name}: ${name}`);
        assert.equal(assignment.createTimeout, "15m");
      }
    });

    it("makes a pipeline's target role after its source role, where both are of this stack", () => {
      for (const { source, targets } of deployment!.pipelines) {
        for (const target of targets) {
          const { dependencies } = resource("Role", target.name);
          if (source !== undefined) assert.ok(dependencies.includes(resource("Role", source.name).urn), target.name);
        }
      }
      const both = deployment!.pipelines.filter(({ source, targets }) => source !== undefined && targets.length > 0);
      assert.equal(both.length, stack === "prod" ? 2 : 0);
    });

    it("makes policies before the roles and sets that name them, and identity providers before the roles that trust them", () => {
      const roles = [
        ...deployment!.workloads.flatMap(({ role, executionRole }) => [
          role,
          ...(executionRole ? [executionRole] : []),
        ]),
        ...deployment!.pipelines.flatMap(({ source, targets }) => [...(source ? [source] : []), ...targets]),
      ];
      for (const { name, permissionsBoundaryArn, customerManagedPolicyArns, needsPolicies, trust, account } of roles) {
        const { dependencies } = resource("Role", name);
        const named = [
          ...customerManagedPolicyArns,
          // The ceiling was there before the program.
          ...(permissionsBoundaryArn?.includes(":policy/bootstrap/") === false ? [permissionsBoundaryArn] : []),
        ];
        assert.deepEqual(needsPolicies.length, named.length);
        for (const policy of named) {
          const key = `${policy.slice(policy.lastIndexOf("/") + 1)}/${account}`;
          assert.ok(dependencies.includes(resource("Policy", key).urn), `${name}: ${policy}`);
        }
        const federated = trust.Statement.some(
          ({ Principal }) => typeof Principal === "object" && Principal.Federated !== undefined,
        );
        if (federated) {
          assert.ok(dependencies.includes(resource("OpenIdConnectProvider", `GitHub/${account}`).urn), name);
        }
      }
      for (const { name, needsPolicies } of deployment!.permissionSets) {
        const { dependencies } = resource(
          "CustomerManagedPolicyAttachmentsExclusive",
          `${name}/customer-managed-policies`,
        );
        for (const policy of needsPolicies)
          assert.ok(dependencies.includes(resource("Policy", policy).urn), `${name}: ${policy}`);
      }
    });
  });
}
