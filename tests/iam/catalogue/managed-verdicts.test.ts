import assert from "node:assert/strict";
import { managedPolicyNames, managedPoliciesSource } from "../../../iam/catalogue/managed-policies.ts";
import { managedPowerTable } from "../../../iam/catalogue/managed-power-table.ts";
import { managedPowers } from "../../../iam/catalogue/managed-powers.ts";
import { changesSomething, managedVerdict, managedVerdictsSource } from "../../../iam/catalogue/managed-verdicts.ts";
import { managedVerdicts } from "../../../iam/catalogue/managed-verdict-table.ts";

describe("verdicts about AWS managed policies (S11)", () => {
  const cases: [string, string, string][] = [
    ["ReadOnlyAccess", "fine", "fine"],
    ["SecurityAudit", "fine", "fine"],
    ["ViewOnlyAccess", "fine", "fine"],
    ["AWSBillingReadOnlyAccess", "fine", "fine"],
    ["AWSLambdaBasicExecutionRole", "fine", "fine"],
    ["AWSLambdaVPCAccessExecutionRole", "fine", "fine"],
    ["AmazonECSTaskExecutionRolePolicy", "fine", "fine"],
    ["AmazonSSMManagedInstanceCore", "fine", "fine"],
    ["CloudWatchAgentServerPolicy", "fine", "fine"],
    ["AmazonEKSClusterPolicy", "fine", "fine"],
    ["AdministratorAccess", "admin", "admin"],
    ["IAMFullAccess", "iam-full", "iam-full"],
    ["AdministratorAccess-Amplify", "delegate-no-boundary", "delegate-no-boundary"],
    ["PowerUserAccess", "fine", "not-action"],
    ["AmazonS3FullAccess", "fine", "service-star"],
    ["AmazonEC2FullAccess", "fine", "service-star"],
    ["PolicyOfTomorrow", "unknown", "unknown"],
    ["toString", "unknown", "unknown"],
    ["", "unknown", "unknown"],
  ];
  for (const [name, people, workloads] of cases)
    it(`${name}: ${people} for people, ${workloads} for workloads`, () => {
      assert.equal(managedVerdict(name, "people"), people);
      assert.equal(managedVerdict(name, "workloads"), workloads);
    });

  it("say which policies change nothing", () => {
    for (const name of ["SecurityAudit", "ViewOnlyAccess", "AWSBillingReadOnlyAccess", "AWSDenyAll"])
      assert.equal(changesSomething(name), false, name);
    for (const name of ["PowerUserAccess", "Billing", "AWSLambdaBasicExecutionRole", "PolicyOfTomorrow"])
      assert.equal(changesSomething(name), true, name);
  });

  it("are of the date of the documents, and of all of them", () => {
    assert.deepEqual(managedVerdictsSource(), managedPoliciesSource());
    for (const name of managedPolicyNames()) assert.notEqual(managedVerdict(name, "people"), "unknown", name);
  });

  it("are computed from the documents: a sample", function () {
    this.timeout(60_000);
    const sample = managedPolicyNames().filter((name, at) => at % 40 === 0 || cases.some(([known]) => known === name));
    const { people, workloads, readOnly } = managedVerdicts(sample);
    for (const name of sample) {
      assert.equal(managedVerdict(name, "people"), people[name] ?? "fine", name);
      assert.equal(managedVerdict(name, "workloads"), people[name] ?? workloads[name] ?? "fine", name);
      assert.equal(changesSomething(name), !readOnly.split(" ").includes(name), name);
    }
    const { entries } = managedPowerTable(sample);
    for (const name of sample) assert.deepEqual(managedPowers(name)?.document, entries[name]?.[2], name);
  });
});
