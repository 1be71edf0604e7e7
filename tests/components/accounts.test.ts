import assert from "node:assert/strict";
import { plan } from "../../model/plan.ts";
import { awsResources, byUrn, components, kindOf, ofKind } from "./graph.ts";
import { type Registration, type Run, run as program, shipped, today } from "./program.ts";

for (const stack of ["dev", "prod"]) {
  describe(`accounts of the stack ${stack}`, function () {
    this.timeout(60_000);
    const { deployment } = plan(`config/${stack}.yaml`, { today });
    const ids = new Map(deployment!.accounts.map(({ name, id }) => [name, id]));
    let run: Run;
    before(async () => {
      run = await shipped(stack);
    });

    it("have one provider each, which works in that account alone, whoever deploys", () => {
      const providers = ofKind(run, "aws");
      assert.deepEqual(providers.map(({ name }) => name).sort(), [...ids.keys()]);
      for (const { name, inputs } of providers) {
        // The plugin takes its configuration as text.
        const id = ids.get(name)!;
        assert.deepEqual(JSON.parse(inputs["allowedAccountIds"] as string), [id]);
        assert.deepEqual(JSON.parse(inputs["assumeRoles"] as string), [
          { roleArn: `arn:aws:iam::${id}:role/securecart-deploy`, sessionName: `access-${stack}` },
        ]);
        assert.deepEqual(JSON.parse(inputs["defaultTags"] as string), {
          tags: { "managed-by": "securecart-access", stack },
        });
        assert.equal(inputs["region"], "eu-central-1");
      }
    });

    it("can be reached by the role that changes nothing", async () => {
      const { registrations } = await program({ stack, role: "preview" });
      const roles = registrations
        .filter(({ type }) => type === "pulumi:providers:aws")
        .map(({ inputs }) => (JSON.parse(inputs["assumeRoles"] as string) as { roleArn: string }[])[0]?.roleArn);
      assert.deepEqual(
        roles.sort(),
        deployment!.accounts.map(({ id }) => `arn:aws:iam::${id}:role/securecart-deploy-preview`).sort(),
      );
    });

    it("are reached by no role but these two", async () => {
      const { failures } = await program({ stack, role: "administrator" });
      assert.deepEqual(
        failures.map(({ kind, message }) => [kind, message]),
        [["RunError", 'The role is `deploy` or `preview`, not "administrator".']],
      );
    });

    it("are reached by every resource through an explicit provider", () => {
      const without = awsResources(run).filter(({ provider }) => provider === undefined || !ids.has(provider));
      assert.deepEqual(without, []);
    });

    it("are the ones that the resources' names say, and no other", () => {
      const inAccount = awsResources(run).filter(({ type }) => type.startsWith("aws:iam/"));
      assert.ok(inAccount.length > 20);
      for (const { name, provider } of inAccount)
        assert.ok(name.split("/").includes(provider!), `${name}: ${provider}`);
    });

    it("are the ones from which Identity Center's things are administered", () => {
      const sets = new Map(deployment!.permissionSets.map((set) => [set.permissionSetName, set.administeredFrom]));
      for (const set of ofKind(run, "PermissionSet").filter(isResource)) {
        assert.equal(set.provider, sets.get(set.inputs["name"] as string), set.name);
        for (const part of run.registrations.filter(({ parent }) => parent === set.parent)) {
          assert.equal(part.provider, set.provider, part.name);
        }
      }
      for (const { name, provider } of ofKind(run, "AccountAssignment")) {
        assert.equal(provider, sets.get(name.split("/").at(-1)!), name);
      }
    });

    it("are asked by each lookup through the provider of its administrator, once for each question", () => {
      assert.deepEqual(run.lookups.map(({ provider, token }) => `${provider} ${token}`).sort(), [
        ...(stack === "prod"
          ? [
              "Management aws:organizations/getOrganization:getOrganization",
              "Management aws:organizations/getOrganizationalUnits:getOrganizationalUnits",
            ]
          : []),
        "Security aws:identitystore/getGroups:getGroups",
        "Security aws:ssoadmin/getInstances:getInstances",
      ]);
    });

    it("hold the resources of each component in its account", () => {
      for (const component of components(run)) {
        const parent = byUrn(run, component.parent);
        if (parent === undefined || kindOf(parent) !== "Account") continue;
        const children = awsResources(run).filter((child) => child.parent === component.urn);
        for (const child of children.filter(({ type }) => type.startsWith("aws:iam/"))) {
          assert.equal(child.provider, parent.name, child.name);
        }
      }
    });
  });
}

const isResource = ({ type }: Registration): boolean => type.startsWith("aws:");
