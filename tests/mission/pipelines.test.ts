import assert from "node:assert/strict";
import { decide } from "../../iam/decide.ts";
import { type Bearer, accountIds, bearerNamed, stacks } from "./bearers.ts";
import { can } from "./changes.ts";
import { sessionOf } from "./expectation.ts";

const organization = "o-a1b2c3d4e5";

/** Whether `source` gets into `target`: what it may do in its account and whom the target trusts, both judged. */
function gets(source: Bearer, target: Bearer, context: Record<string, string>): boolean {
  const { roleArn, accountId, identity, boundary = null } = source;
  const { decision } = decide({
    request: {
      principal: sessionOf(roleArn),
      principalKind: "assumed-role",
      roleArn,
      action: "sts:AssumeRole",
      resource: target.roleArn,
      context,
    },
    policies: { identity: Object.values(identity), boundary, trust: target.trust },
    accounts: { principal: accountId, resource: target.accountId },
  });
  return decision === "allowed";
}

describe("S4 the pipeline in DevOps deploys to Production by assuming a role there", () => {
  const source = bearerNamed("pipeline release from DevOps");
  const target = bearerNamed("pipeline release to Production");
  const right = { "aws:PrincipalOrgID": organization, "sts:ExternalId": "securecart-release" };

  it("crosses from one account into the other", () => {
    assert.equal(source.accountId, accountIds["DevOps"]);
    assert.equal(target.accountId, accountIds["Production"]);
    assert.ok(gets(source, target, right));
  });

  it("needs both sides: what DevOps permits, and whom Production trusts", () => {
    assert.ok(!gets({ ...source, identity: {} }, target, right));
    const nobody = { Effect: "Allow" as const, Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } };
    assert.ok(!gets(source, { ...target, trust: { Version: "2012-10-17", Statement: [nobody] } }, right));
  });

  it("gets in with the external id only", () => {
    assert.ok(!gets(source, target, { "aws:PrincipalOrgID": organization }));
    assert.ok(!gets(source, target, { ...right, "sts:ExternalId": "securecart" }));
  });

  it("gets in from the organization only", () => {
    assert.ok(!gets(source, target, { ...right, "aws:PrincipalOrgID": "o-zzzzzzzzzz" }));
    assert.ok(!gets(source, target, { "sts:ExternalId": "securecart-release" }));
  });

  it("lets in no other role and no other account", () => {
    const anything = {
      everything: {
        Version: "2012-10-17" as const,
        Statement: [{ Effect: "Allow" as const, Action: "*", Resource: "*" }],
      },
    };
    const as = (roleArn: string): Bearer => ({
      ...source,
      identity: anything,
      roleArn,
      accountId: roleArn.split(":")[4]!,
    });
    assert.ok(gets(as(source.roleArn), target, right));
    for (const other of [
      `arn:aws:iam::${source.accountId}:role/pipelines/preview`,
      `arn:aws:iam::${source.accountId}:role/release`,
      `arn:aws:iam::${accountIds["Development"]!}:role/pipelines/release`,
      `arn:aws:iam::${target.accountId}:role/pipelines/release`,
      "arn:aws:iam::999999999999:role/pipelines/release",
    ]) {
      assert.ok(!gets(as(other), target, right), other);
    }
  });

  it("deploys what is built, under its boundary", () => {
    assert.ok(can(target, "ecs:UpdateService on arn:aws:ecs:eu-central-1:{account}:service/storefront/web"));
    assert.ok(!can(target, "iam:CreateRole on arn:aws:iam::{account}:role/workloads/storefront-web"));
    assert.ok(!can(target, "iam:CreateUser on arn:aws:iam::{account}:user/alex"));
  });
});

describe("S18 pipelines deploy to several accounts", () => {
  const context = { "aws:PrincipalOrgID": organization };

  it("reaches Development and Production with one pipeline, across the stacks", () => {
    const source = bearerNamed("pipeline smoke-test from DevOps");
    for (const account of ["Development", "Production"]) {
      assert.ok(gets(source, bearerNamed(`pipeline smoke-test to ${account}`), context), account);
    }
    assert.ok(stacks["dev"]!.pipelines.some(({ name, source: own }) => name === "smoke-test" && own === undefined));
  });

  it("reaches Development, and it alone, with the pipeline of every merge", () => {
    const source = bearerNamed("pipeline preview from DevOps");
    assert.ok(gets(source, bearerNamed("pipeline preview to Development"), context));
    assert.ok(
      !gets(source, bearerNamed("pipeline release to Production"), {
        ...context,
        "sts:ExternalId": "securecart-release",
      }),
    );
    assert.ok(!gets(source, bearerNamed("pipeline smoke-test to Development"), context));
  });

  it("lets no pipeline into the role of another", () => {
    const sources = ["preview", "release", "smoke-test", "access", "review"].map((name) =>
      bearerNamed(`pipeline ${name} from DevOps`),
    );
    const targets = [
      "preview to Development",
      "smoke-test to Development",
      "smoke-test to Production",
      "release to Production",
    ];
    const ways = sources.flatMap((source) =>
      targets
        .filter((target) =>
          gets(source, bearerNamed(`pipeline ${target}`), { ...context, "sts:ExternalId": "securecart-release" }),
        )
        .map((target) => `${source.name} → ${target}`),
    );
    assert.deepEqual(ways, [
      "pipeline preview from DevOps → preview to Development",
      "pipeline release from DevOps → release to Production",
      "pipeline smoke-test from DevOps → smoke-test to Development",
      "pipeline smoke-test from DevOps → smoke-test to Production",
    ]);
  });
});
