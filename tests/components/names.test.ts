import assert from "node:assert/strict";
import { plan } from "../../model/plan.ts";
import { load } from "../../model/load.ts";
import { awsResources, byUrn, components, kindOf, ofKind } from "./graph.ts";
import { type Run, shipped, today } from "./program.ts";

for (const stack of ["dev", "prod"]) {
  describe(`names in the stack ${stack}`, function () {
    this.timeout(60_000);
    let run: Run;
    before(async () => {
      run = await shipped(stack);
    });

    it("make no two URNs alike", () => {
      const urns = run.registrations.map(({ urn }) => urn);
      assert.deepEqual(
        urns.filter((urn, at) => urns.indexOf(urn) !== at),
        [],
      );
    });

    it("begin, for children, with the component's name, so that they follow its alias", () => {
      for (const child of awsResources(run)) {
        const parent = byUrn(run, child.parent);
        assert.ok(parent, `${child.name} belongs to a component`);
        if (kindOf(parent) === "AccountAssignments" || kindOf(parent) === "IdentityCenter") continue;
        assert.ok(
          child.name === parent.name || child.name.startsWith(`${parent.name}/`),
          `${parent.name}: ${child.name}`,
        );
      }
    });

    it("are, for assignments, group, account and set, whatever the selector", () => {
      const cells = plan(`config/${stack}.yaml`, { today }).deployment!.access.flatMap(({ principal, cells }) =>
        cells.map(({ account, permissionSet }) => `${principal.name}/${account}/${permissionSet}`),
      );
      assert.deepEqual(
        ofKind(run, "AccountAssignment")
          .map(({ name }) => name)
          .sort(),
        cells.sort(),
      );
    });

    it("hold the account, for everything that lies in one", () => {
      const accounts = ofKind(run, "Account").map(({ name }) => name);
      const inAccount = awsResources(run).filter(({ type }) => type.startsWith("aws:iam/"));
      for (const { name } of inAccount)
        assert.ok(
          accounts.some((account) => name.split("/").includes(account)),
          name,
        );
    });

    it("hold no ARN and no id", () => {
      for (const { name } of run.registrations) assert.doesNotMatch(name, /arn:|\d{12}|ssoins-|d-\d/);
    });

    it("stand with the configuration path that asked for them: as input, as output, and in the YAML", () => {
      const { place } = load(`config/${stack}.yaml`, { today });
      for (const component of components(run)) {
        const path = component.inputs["configPath"];
        assert.ok(typeof path === "string", component.urn);
        assert.equal(component.outputs?.["configPath"], path, component.urn);
        const { file, line } = place(path);
        const parent = place(path.slice(0, path.lastIndexOf(".")));
        assert.match(file, /^config\/(base|dev|prod|guardrails|security)\.yaml$/, path);
        assert.notDeepEqual(
          { file, line },
          { file: parent.file, line: parent.line },
          `${path} stands in the YAML itself`,
        );
      }
    });
  });
}
