import assert from "node:assert/strict";
import {
  managedPolicy,
  managedPolicyNames,
  managedPoliciesSource,
  nearestManagedPolicy,
} from "../../../iam/catalogue/managed-policies.ts";

describe("catalogue of AWS managed policies", () => {
  it("finds a policy by its name and gives its ARN with the path it lives under", () => {
    const policy = managedPolicy("ViewOnlyAccess");
    assert.equal(policy?.path, "/job-function/");
    assert.equal(policy.arn("aws"), "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess");
    assert.equal(policy.arn("aws-cn"), "arn:aws-cn:iam::aws:policy/job-function/ViewOnlyAccess");
    assert.equal(managedPolicy("SecurityAudit")?.arn("aws"), "arn:aws:iam::aws:policy/SecurityAudit");
  });

  it("finds a policy by path and name", () => {
    assert.equal(managedPolicy("job-function/ViewOnlyAccess")?.name, "ViewOnlyAccess");
    assert.equal(managedPolicy("/job-function/ViewOnlyAccess")?.name, "ViewOnlyAccess");
    assert.equal(managedPolicy("service-role/AmazonECSTaskExecutionRolePolicy")?.path, "/service-role/");
  });

  for (const name of [
    "service-role/ViewOnlyAccess",
    "job-function/SecurityAudit",
    "viewonlyaccess",
    "header",
    "",
    "/",
    "toString",
  ])
    it(`knows no policy "${name}"`, () => {
      assert.equal(managedPolicy(name), undefined);
    });

  it("has the document in its latest version", () => {
    assert.deepEqual(managedPolicy("AdministratorAccess")?.document, {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
    });
    assert.ok(Number(managedPolicy("SecurityAudit")?.version.slice(1)) >= 92);
  });

  it("lists every name, and finds each", function () {
    this.timeout(60_000);
    const names = managedPolicyNames();
    assert.ok(names.length > 1500);
    for (const name of names) assert.ok(managedPolicy(name), name);
  });

  it("takes a slip for the nearest name", () => {
    assert.equal(nearestManagedPolicy("SecurityAudits"), "SecurityAudit");
    assert.equal(nearestManagedPolicy("job-function/ViewOnlyAcess"), "ViewOnlyAccess");
    assert.equal(nearestManagedPolicy("readonlyaccess"), "ReadOnlyAccess");
    assert.equal(nearestManagedPolicy("zzzzzzz"), undefined);
  });

  it("names its source", () => {
    assert.match(managedPoliciesSource().version, /^\d+\.\d+\.\d+$/);
  });
});
