import assert from "node:assert/strict";
import type { Document } from "yaml";
import { configCopy } from "./config-copy.ts";
import { awsResources, byUrn, kindOf, labelOf, ofKind } from "./graph.ts";
import { type Registration, type Run, run } from "./program.ts";

/** What the shipped stacks do not have: attached policies, a role without inline policy, sets with boundaries. */
function withAttachments(document: Document, file: string): void {
  if (file === "base.yaml") {
    document.setIn(["policies", "ViewOnlyAccess"], {
      description: "Called like one of AWS's",
      owner: "Operations",
      accounts: ["Development"],
      path: "/job-function/",
      allow: [{ "read logs": "/securecart/reports" }],
    });
  }
  if (file !== "dev.yaml") return;
  document.setIn(["workloads", "reports"], {
    description: "Nightly reports",
    owner: "Developers",
    account: "Development",
    "runs-on": "lambda",
    "customer-managed-policies": ["read-application-logs", "ViewOnlyAccess"],
    "aws-managed-policies": ["ViewOnlyAccess"],
  });
  const set = { owner: "Developers", description: "Look around" };
  document.setIn(["permission-sets", "Bounded"], {
    ...set,
    "permissions-boundary": { "customer-managed-policy": "workload-boundary" },
  });
  document.setIn(["permission-sets", "Bounded2"], {
    ...set,
    "permissions-boundary": { "aws-managed-policy": "ViewOnlyAccess" },
  });
  document.setIn(["access", "Developers", "Development"], ["Developer", "Bounded", "Bounded2"]);
}

describe("policies attached to a role", function () {
  this.timeout(60_000);
  let dev: Run;
  before(async () => {
    const copy = configCopy(withAttachments);
    dev = await run({ stack: "dev", config: copy.file("dev") });
    copy.remove();
    assert.deepEqual(dev.failures, []);
  });
  const ofReports = (kind: string): Registration[] =>
    ofKind(dev, kind).filter(({ name }) => name.startsWith("reports/Development"));

  it("are attached one by one, under names of their own", () => {
    assert.deepEqual(Object.fromEntries(ofReports("RolePolicyAttachment").map(({ name, inputs }) => [name, inputs])), {
      "reports/Development/job-function/ViewOnlyAccess": {
        role: "reports",
        policyArn: "arn:aws:iam::012345678901:policy/job-function/ViewOnlyAccess",
      },
      "reports/Development/aws:job-function/ViewOnlyAccess": {
        role: "reports",
        policyArn: "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
      },
      "reports/Development/read-application-logs": {
        role: "reports",
        policyArn: "arn:aws:iam::012345678901:policy/read-application-logs",
      },
    });
  });

  it("are an authoritative list, made after them", () => {
    const [list, ...others] = ofReports("RolePolicyAttachmentsExclusive");
    assert.deepEqual(others, []);
    assert.deepEqual(list!.inputs, {
      roleName: "reports",
      policyArns: [
        "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess",
        "arn:aws:iam::012345678901:policy/job-function/ViewOnlyAccess",
        "arn:aws:iam::012345678901:policy/read-application-logs",
      ],
    });
    for (const { urn } of ofReports("RolePolicyAttachment")) assert.ok(list!.dependencies.includes(urn));
  });

  it("come after the customer managed policies that they name", () => {
    const [role] = ofReports("Role");
    const policy = ofKind(dev, "Policy").find(({ name }) => name === "read-application-logs/Development")!;
    assert.ok(role!.dependencies.includes(policy.urn));
  });

  it("leave the role's list of inline policies empty, which is declared too", () => {
    assert.deepEqual(ofReports("RolePolicy"), []);
    assert.deepEqual(
      ofReports("RolePoliciesExclusive").map(({ inputs }) => inputs),
      [{ roleName: "reports", policyNames: [] }],
    );
  });

  it("are a boundary where a permission set has one, which its assignments wait for", () => {
    const boundaries = ofKind(dev, "PermissionsBoundaryAttachment");
    assert.deepEqual(Object.fromEntries(boundaries.map(({ name, inputs }) => [name, inputs["permissionsBoundary"]])), {
      "Bounded/permissions-boundary": { customerManagedPolicyReference: { name: "workload-boundary", path: "/" } },
      "Bounded2/permissions-boundary": { managedPolicyArn: "arn:aws:iam::aws:policy/job-function/ViewOnlyAccess" },
    });
    for (const boundary of boundaries) {
      const set = boundary.name.split("/")[0]!;
      const assignment = ofKind(dev, "AccountAssignment").find(({ name }) => name === `Developers/Development/${set}`)!;
      assert.ok(assignment.dependencies.includes(boundary.urn), set);
    }
    const [customer] = boundaries.filter(({ name }) => name.startsWith("Bounded/"));
    const policy = ofKind(dev, "Policy").find(({ name }) => name === "workload-boundary/Development")!;
    assert.ok(customer!.dependencies.includes(policy.urn));
  });

  it("leave a set without any policy with two empty lists, and nothing else", () => {
    const set = ofKind(dev, "PermissionSet").find(({ name, custom }) => custom && name === "Bounded2")!;
    const parts = awsResources(dev).filter(({ parent }) => parent === set.parent);
    assert.deepEqual(parts.map(kindOf).sort(), [
      "CustomerManagedPolicyAttachmentsExclusive",
      "ManagedPolicyAttachmentsExclusive",
      "PermissionSet",
      "PermissionsBoundaryAttachment",
    ]);
    const lists = Object.fromEntries(parts.map((part) => [labelOf(part), part.inputs]));
    const { managedPolicyArns } = lists["ssoadmin ManagedPolicyAttachmentsExclusive Bounded2/aws-managed-policies"]!;
    assert.deepEqual(managedPolicyArns, []);
    const { customerManagedPolicyReferences } =
      lists["ssoadmin CustomerManagedPolicyAttachmentsExclusive Bounded2/customer-managed-policies"]!;
    assert.deepEqual(customerManagedPolicyReferences, []);
    assert.ok(byUrn(dev, set.parent));
  });
});
