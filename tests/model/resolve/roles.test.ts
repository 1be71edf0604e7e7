import assert from "node:assert/strict";
import { resolved } from "./resolved.ts";

type Edits = NonNullable<Parameters<typeof resolved>[1]>;
const workload = (name: string, edits: Edits = []) => {
  const { deployment, found } = resolved("prod", edits);
  return { found, ...deployment.workloads.find((one) => one.name === name)! };
};

describe("the role of a workload", () => {
  for (const [what, grant] of [
    ["accounts that are no text", "read items: products\n        in: [Production, { a: b }]"],
    ["a map of accounts", "read items: products\n        in: { account: Production }"],
    [
      "a boundary with something beside it",
      "create roles: web-*\n        permissions-boundary: { customer-managed-policy: boundary, aws-managed-policy: PowerUserAccess }",
    ],
  ] as const) {
    it(`has no grant with ${what}`, () => {
      const { found } = workload("web/Production", [["prod.yaml", "read items: products", grant]]);
      assert.match(found.join(), /^grant-parameter workloads\.web\.allow\[0\]\.(in|permissions-boundary)$/);
    });
  }

  it("is made in each account in which it runs, if that is this stack's", () => {
    assert.deepEqual(
      resolved("prod").deployment.workloads.map(({ name }) => name),
      ["cluster-job/Production", "web/Production"],
    );
    const { deployment } = resolved("prod", [
      ["prod.yaml", "accounts: [Production]", "accounts: [Production, Security]"],
    ]);
    assert.deepEqual(
      deployment.workloads.map(({ name }) => name),
      ["cluster-job/Production", "cluster-job/Security", "web/Production"],
    );
  });

  it("is each stack's share of a workload that runs in accounts of both", () => {
    const shared =
      "workloads:\n  shared:\n    description: In both\n    owner: Operations\n    accounts: [Development, Production]\n    runs-on: lambda\n\npolicies:\n";
    const names = (stack: string): string[] =>
      resolved(stack, [["base.yaml", "policies:\n", shared]]).deployment.workloads.map(({ name }) => name);
    assert.deepEqual(names("dev"), ["shared/Development", "web/Development"]);
    assert.deepEqual(names("prod"), ["cluster-job/Production", "shared/Production", "web/Production"]);
  });

  it("lies under /workloads/, with an ARN that is known before it exists", () => {
    const { role, executionRole } = workload("web/Production");
    assert.deepEqual(
      [role.roleName, role.path, role.arn],
      ["web", "/workloads/", "arn:aws:iam::444455556666:role/workloads/web"],
    );
    assert.equal(role.permissionsBoundaryArn, "arn:aws:iam::444455556666:policy/boundary");
    assert.deepEqual(role.needsPolicies, ["boundary/Production"]);
    assert.deepEqual(role.tags, { owner: "Developers" });
    assert.equal(executionRole!.name, "web/Production/execution");
    assert.equal(executionRole!.roleName, "web-execution");
    assert.equal(executionRole!.configPath, "workloads.web.execution-role");
    assert.deepEqual(executionRole!.trust, role.trust);
  });

  it("keeps its name in AWS when its key changes, its execution role's too", () => {
    const { role, executionRole, formerly } = workload("web/Production", [
      ["prod.yaml", "    runs-on: ecs\n", "    runs-on: ecs\n    formerly: [site, shop]\n"],
    ]);
    assert.deepEqual(formerly, ["site/Production", "shop/Production"]);
    assert.deepEqual([role.roleName, executionRole!.roleName], ["shop", "shop-execution"]);
    assert.deepEqual(executionRole!.formerly, ["site/Production/execution", "shop/Production/execution"]);
  });

  it("can be called otherwise than its key", () => {
    const { role } = workload("web/Production", [
      ["prod.yaml", "    runs-on: ecs\n", "    runs-on: ecs\n    role-name: legacy\n"],
    ]);
    assert.equal(role.arn, "arn:aws:iam::444455556666:role/workloads/legacy");
  });

  it("has an instance profile on EC2 only", () => {
    assert.equal(workload("web/Production").instanceProfile, undefined);
    const onEc2: Edits = [
      ["prod.yaml", "    runs-on: ecs\n", "    runs-on: ec2\n"],
      ["prod.yaml", "    execution-role:\n      allow:\n        - pull images: shop\n", ""],
    ];
    assert.equal(workload("web/Production", onEc2).instanceProfile, "web");
  });

  it("holds the policies that it names, in its own account", () => {
    const edits: Edits = [
      [
        "prod.yaml",
        "    runs-on: ecs\n",
        "    runs-on: ecs\n    customer-managed-policies: [read-logs]\n    aws-managed-policies: [ViewOnlyAccess]\n",
      ],
    ];
    const { role } = workload("web/Production", edits);
    assert.deepEqual(role.customerManagedPolicyArns, ["arn:aws:iam::444455556666:policy/read-logs"]);
    assert.deepEqual(role.awsManagedPolicyArns, ["arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"]);
    assert.deepEqual(role.needsPolicies, ["boundary/Production", "read-logs/Production"]);
  });

  it("cannot hold a policy that is not made in its account", () => {
    const edits: Edits = [
      ["prod.yaml", "    runs-on: ecs\n", "    runs-on: ecs\n    customer-managed-policies: [read-logs]\n"],
      ["base.yaml", "accounts: [Development, Production]", "accounts: [Development]"],
      ["prod.yaml", "    customer-managed-policies: [read-logs]\n", ""], // the permission set's
    ];
    const { found } = workload("web/Production", edits);
    assert.deepEqual(found, ["policy-not-in-account workloads.web.customer-managed-policies[0]"]);
  });
});

describe("the roles of a pipeline", () => {
  const across: Edits = [
    [
      "prod.yaml",
      "      Production:\n        external-id",
      "      Development:\n        allow:\n          - deploy functions: payments-*\n      Production:\n        external-id",
    ],
  ];

  it("are each stack's share: the source where it is, the targets where they are", () => {
    const { pipelines } = resolved("prod").deployment;
    assert.deepEqual(
      pipelines.map(({ name, source, targets }) => [name, source?.name, targets.map((target) => target.name)]),
      [["release", "release/from/Security", ["release/to/Production"]]],
    );
    const [dev] = resolved("dev").deployment.pipelines;
    assert.deepEqual([dev!.name, dev!.source?.name, dev!.targets], ["preview", "preview/from/Development", []]);
    assert.equal(dev!.source!.needsIdentityProvider, "GitHub/Development");
  });

  it("name each other by ARNs that are known before they exist", () => {
    const [release] = resolved("prod", across).deployment.pipelines;
    const assume = release!.source!.inlinePolicy!.Statement.find(({ Sid }) => Sid === "AssumeTargetRoles");
    assert.deepEqual(assume!.Resource, [
      "arn:aws:iam::012345678901:role/pipelines/release",
      "arn:aws:iam::444455556666:role/pipelines/release",
    ]);
    assert.deepEqual(release!.targets[0]!.trust.Statement[0]!.Principal, {
      AWS: "arn:aws:iam::222233334444:role/pipelines/release",
    });
    assert.deepEqual(
      release!.targets.map(({ account }) => account),
      ["Production"],
      "Development is the other stack's",
    );
  });

  it("keep their names in AWS when the pipeline's key changes", () => {
    const [deploy] = resolved("prod", [
      ["prod.yaml", "    description: Deploys the shop\n", "    description: Deploys the shop\n    formerly: [ship]\n"],
    ]).deployment.pipelines;
    assert.equal(deploy!.source!.roleName, "ship");
    assert.equal(deploy!.targets[0]!.arn, "arn:aws:iam::444455556666:role/pipelines/ship");
    assert.deepEqual(deploy!.source!.formerly, ["ship/from/Security"]);
  });

  it("assume nothing where there is nothing to deploy to", () => {
    assert.equal(resolved("dev").deployment.pipelines[0]!.source!.inlinePolicy, undefined);
  });
});
