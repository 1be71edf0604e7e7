import assert from "node:assert/strict";
import { managedPolicy } from "../../iam/catalogue/managed-policies.ts";
import { plan } from "../../model/plan.ts";
import { type ConfigCopy, configCopy } from "../components/config-copy.ts";
import { ofKind } from "../components/graph.ts";
import { run, shipped, today } from "../components/program.ts";
import { type Bearer, bearerNamed } from "./bearers.ts";
import { allowedChanges } from "./changes.ts";
import { outcome } from "./expectation.ts";

const members = {
  "Billing-ReadOnly": ["break-glass-1"],
  "Security-Audit": ["break-glass-2"],
  "DevOps-Admin": ["break-glass-1", "break-glass-2"],
};
const withMfa = { "aws:MultiFactorAuthPresent": "true", "aws:MultiFactorAuthAge": "10" };

/** The shipped configuration with all three groups switched on. */
function switchedOn(): ConfigCopy {
  return configCopy((document, file) => {
    if (file !== "security.yaml") return;
    for (const [name, list] of Object.entries(members)) {
      document.setIn(["break-glass", "iam-groups", name], { owner: "Operations", reason: "A test", members: list });
    }
  });
}

/** A user with what the group gives beside what every break-glass user has. */
function member(group: string, policyArns: string[]): Bearer {
  const user = bearerNamed("user break-glass-1 in Management");
  const given = policyArns.map((arn) => [group + arn, managedPolicy(arn.slice(arn.lastIndexOf("/") + 1))!.document]);
  return { ...user, identity: { ...user.identity, ...(Object.fromEntries(given) as Bearer["identity"]) } };
}

describe("S10 IAM groups are avoided", function () {
  this.timeout(120_000);
  let copy: ConfigCopy;
  before(() => {
    copy = switchedOn();
  });
  after(() => {
    copy.remove();
  });
  const groups = () => plan(copy.file("prod"), { today }).deployment!.breakGlass!.groups;
  const of = (name: string): Bearer =>
    member(name, groups().find(({ groupName }) => groupName === name)!.awsManagedPolicyArns);
  const says = (user: Bearer, action: string, context: Record<string, string> = withMfa, resource = "*") =>
    outcome(user, { action, resource, context });

  it("ships none", async () => {
    for (const stack of ["dev", "prod"]) {
      const kinds = (await shipped(stack)).registrations.filter(({ type }) => /^aws:iam\/group/u.test(type));
      assert.deepEqual(kinds, []);
    }
  });

  it("makes, switched on, the three groups with their members and nobody and nothing else", async () => {
    const made = await run({ stack: "prod", config: copy.file("prod") });
    assert.deepEqual(made.failures, []);
    const named = ofKind(made, "Group").filter(({ type }) => type === "aws:iam/group:Group");
    assert.deepEqual(named.map(({ inputs }) => inputs["name"]).sort(), Object.keys(members).sort());
    const memberships = ofKind(made, "GroupMembership").filter(({ type }) => type.startsWith("aws:iam/"));
    assert.deepEqual(Object.fromEntries(memberships.map(({ inputs }) => [inputs["group"], inputs["users"]])), members);
    assert.equal(ofKind(made, "GroupPolicyAttachmentsExclusive").length, 3);
    const inline = ofKind(made, "GroupPoliciesExclusive").map(({ inputs }) => inputs["policyNames"]);
    assert.deepEqual(inline, [[], [], []]);
    assert.deepEqual(ofKind(made, "GroupPolicy"), []);
  });

  it("gives no group AdministratorAccess, and no right over identities", () => {
    for (const { groupName, awsManagedPolicyArns } of groups()) {
      assert.ok(awsManagedPolicyArns.length > 0);
      const user = member(groupName, awsManagedPolicyArns);
      for (const arn of awsManagedPolicyArns) assert.doesNotMatch(arn, /Administrator|PowerUser|IAMFull/u);
      const changes = allowedChanges(user, ["iam", "sso", "sso-directory", "organizations", "account", "kms"]);
      assert.deepEqual(
        changes.filter((name) => name !== "iam:ChangePassword" && name !== "iam:EnableMFADevice"),
        changes.filter((name) => name === "iam:ResyncMFADevice"),
        groupName,
      );
    }
  });

  it("lets Billing-ReadOnly see bills and pay none, Security-Audit audit, DevOps-Admin run builds", () => {
    assert.equal(says(of("Billing-ReadOnly"), "ce:GetCostAndUsage"), "can");
    assert.equal(says(of("Billing-ReadOnly"), "ec2:DescribeInstances"), "cannot");
    assert.equal(says(of("Billing-ReadOnly"), "payments:MakePayment"), "cannot");
    assert.equal(says(of("Security-Audit"), "iam:GetAccountAuthorizationDetails"), "can");
    assert.equal(says(of("Security-Audit"), "ec2:TerminateInstances"), "cannot");
    const build = "arn:aws:codebuild:eu-central-1:111122223333:project/shop";
    assert.equal(says(of("DevOps-Admin"), "codebuild:StartBuild", withMfa, build), "can");
    assert.equal(says(of("DevOps-Admin"), "codebuild:UpdateProject", withMfa, build), "cannot");
    const role = "arn:aws:iam::111122223333:role/break-glass/BreakGlass";
    assert.equal(says(of("DevOps-Admin"), "sts:AssumeRole", withMfa, role), "can");
    assert.equal(says(of("DevOps-Admin"), "rds:DeleteDBCluster"), "cannot");
  });

  it("lets no member do any of it without MFA", () => {
    assert.equal(says(of("Billing-ReadOnly"), "ce:GetCostAndUsage", {}), "denied");
    assert.equal(says(of("Security-Audit"), "iam:GetAccountAuthorizationDetails", {}), "denied");
    assert.equal(
      says(of("DevOps-Admin"), "ec2:DescribeInstances", { "aws:MultiFactorAuthPresent": "false" }),
      "denied",
    );
  });
});
