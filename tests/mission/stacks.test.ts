import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { awsResources } from "../components/graph.ts";
import { type Run, shipped } from "../components/program.ts";

describe("S24 one stack per environment, each with its own YAML", function () {
  this.timeout(60_000);
  let dev: Run;
  let prod: Run;
  before(async () => {
    dev = await shipped("dev");
    prod = await shipped("prod");
  });

  it("reads a file of its own", () => {
    for (const stack of ["dev", "prod"]) {
      const { config } = parse(readFileSync(`Pulumi.${stack}.yaml`, "utf8")) as { config: Record<string, unknown> };
      assert.equal(config["securecart-iam:config"], `config/${stack}.yaml`);
    }
  });

  it("makes nothing in AWS that the other makes", () => {
    const own = identities(dev);
    const shared = identities(prod).filter((identity) => own.includes(identity));
    assert.deepEqual(shared, []);
    assert.equal(new Set(own).size, own.length, "identities tell resources apart");
  });

  it("works in no account's IAM in which the other works", () => {
    const accounts = ({ registrations }: Run): Set<string> =>
      new Set(registrations.filter(({ type }) => type.startsWith("aws:iam/")).map(({ provider }) => provider!));
    assert.deepEqual([...accounts(dev)], ["Development"]);
    assert.ok(!accounts(prod).has("Development"));
  });

  it("assigns no cell that the other assigns, though both reach Development", () => {
    const cells = (run: Run): string[] =>
      awsResources(run)
        .filter(({ type }) => type.endsWith(":AccountAssignment"))
        .map(({ name }) => name);
    assert.deepEqual(
      cells(prod).filter((cell) => cells(dev).includes(cell)),
      [],
    );
    assert.ok(cells(prod).some((cell) => cell.includes("/Development/")));
  });
});

/** What AWS knows each resource as, whatever Pulumi calls it. */
function identities(run: Run): string[] {
  return awsResources(run).map(({ type, name: label, provider, inputs }) => {
    // What is neither IAM's nor Identity Center's is one thing in one account.
    if (!/^aws:(iam|ssoadmin|identitystore)\//.test(type) || label.startsWith("account-baseline/"))
      return `${type} in ${provider!}: ${label}`;
    const { name, path, role, roleName, policyArn, url, targetId, principalId, permissionSetArn, instanceArn } = inputs;
    const account = type.startsWith("aws:iam/") ? provider : "Identity Center";
    const known = { name, path, role, roleName, policyArn, url, targetId, principalId, permissionSetArn };
    return `${type} in ${account!}: ${JSON.stringify(Object.keys(known).some((key) => inputs[key] !== undefined) ? known : { instanceArn })}`;
  });
}
