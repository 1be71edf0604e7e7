import assert from "node:assert/strict";
import { managedPolicy } from "../../iam/catalogue/managed-policies.ts";
import { ofKind } from "../components/graph.ts";
import { type Registration, shipped } from "../components/program.ts";
import { bearersOf, stacks } from "./bearers.ts";

const made = async (kind: string): Promise<Registration[]> =>
  [...ofKind(await shipped("dev"), kind), ...ofKind(await shipped("prod"), kind)].filter(({ custom }) => custom);

describe("S11 AWS managed policies serve the standard use cases", function () {
  this.timeout(60_000);

  it("gives ViewOnlyAccess to who looks, SecurityAudit to who audits, AWSBillingReadOnlyAccess to who pays", async () => {
    const sets = new Map(
      (await made("ManagedPolicyAttachmentsExclusive")).map(({ name, inputs }) => [name, inputs["managedPolicyArns"]]),
    );
    assert.deepEqual(sets.get("ReadOnly/aws-managed-policies"), [
      "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
    ]);
    assert.deepEqual(sets.get("SecurityAudit/aws-managed-policies"), ["arn:aws:iam::aws:policy/SecurityAudit"]);
    assert.deepEqual(sets.get("Billing-ReadOnly/aws-managed-policies"), [
      "arn:aws:iam::aws:policy/AWSBillingReadOnlyAccess",
    ]);
  });

  it("names policies that AWS has", async () => {
    const arns = (await made("ManagedPolicyAttachmentsExclusive")).flatMap(
      ({ inputs }) => inputs["managedPolicyArns"] as string[],
    );
    for (const arn of arns) assert.equal(managedPolicy(arn.slice(arn.lastIndexOf("/") + 1))?.arn("aws"), arn);
  });
});

describe("S12 customer managed policies serve reusable control", function () {
  this.timeout(60_000);

  it("makes read-application-logs in two accounts, and reuses it in three sets of both stacks", async () => {
    const accounts = (await made("Policy"))
      .filter(({ inputs }) => inputs["name"] === "read-application-logs")
      .map(({ provider }) => provider);
    assert.deepEqual(accounts.sort(), ["Development", "Production"]);
    const users = (await made("CustomerManagedPolicyAttachmentsExclusive")).filter(({ inputs }) =>
      JSON.stringify(inputs["customerManagedPolicyReferences"]).includes('"read-application-logs"'),
    );
    assert.deepEqual(users.map(({ name }) => name).sort(), [
      "DatabaseOperator/customer-managed-policies",
      "DeploymentManager/customer-managed-policies",
      "Developer/customer-managed-policies",
    ]);
  });

  it("means the account's own logs in each account", () => {
    for (const deployment of Object.values(stacks)) {
      for (const { account, policyName, document } of deployment.policies) {
        if (policyName !== "read-application-logs") continue;
        const id = deployment.accounts.find(({ name }) => name === account)!.id;
        assert.deepEqual(
          document.Statement.map(({ Resource }) => Resource),
          [`arn:aws:logs:eu-central-1:${id}:log-group:/securecart/*`],
        );
      }
    }
  });

  it("bounds every workload with one policy", () => {
    const workloads = Object.values(stacks).flatMap(({ workloads }) => workloads);
    assert.ok(workloads.length >= 6);
    for (const { role } of workloads)
      assert.match(role.permissionsBoundaryArn ?? "", /:policy\/workload-boundary$/, role.name);
  });
});

describe("S13 inline policies belong to one identity", function () {
  this.timeout(60_000);

  it("gives each application and pipeline what it alone needs", async () => {
    const inline = await made("RolePolicy");
    const holders = inline.map(({ provider, inputs }) => `${provider!} ${inputs["role"] as string}`);
    assert.equal(new Set(holders).size, holders.length, "one for each role");
    assert.ok(holders.includes("Production payments-processor"));
    for (const { inputs } of inline) assert.equal(inputs["name"], "permissions");
  });

  it("stands in permission sets as well", async () => {
    const names = (await made("PermissionSetInlinePolicy")).map(({ name }) => name).sort();
    assert.deepEqual(names, [
      "DatabaseOperator/permissions",
      "DeploymentManager/permissions",
      "DevOps-Admin/permissions",
      "Developer/permissions",
    ]);
  });

  it("is the one document of a bearer beside the policies that are attached", () => {
    const all = Object.values(stacks).flatMap(bearersOf);
    assert.ok(
      all.some(({ identity }) => Object.keys(identity).length === 3),
      "one of each kind",
    );
  });
});
