import assert from "node:assert/strict";
import { decide } from "../../iam/decide.ts";
import { beyondCeiling, ceilingArn, ceilingDocument } from "../../model/ceiling.ts";
import { resolved } from "./resolve/resolved.ts";

const account = "444455556666";
const ceiling = ceilingDocument("aws", ["deploy"]);

function decision(action: string, resource: string, context: Record<string, string> = {}): string {
  const { decision } = decide({
    request: {
      principal: `arn:aws:sts::${account}:assumed-role/web/session`,
      principalKind: "assumed-role",
      roleArn: `arn:aws:iam::${account}:role/workloads/web`,
      action,
      resource,
      context,
    },
    policies: {
      identity: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }],
      boundary: ceiling,
      ...(action === "sts:AssumeRole" && {
        trust: {
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "sts:AssumeRole" },
          ],
        },
      }),
    },
    accounts: { principal: account },
  });
  return decision;
}

const role = (name: string, id = account) => `arn:aws:iam::${id}:role/${name}`;

describe("the ceiling of a role without a boundary of its own", () => {
  const own: [string, string][] = [
    ["s3:GetObject", "arn:aws:s3:::images/one.png"],
    ["secretsmanager:GetSecretValue", `arn:aws:secretsmanager:eu-central-1:${account}:secret:payments`],
    ["ecs:UpdateService", `arn:aws:ecs:eu-central-1:${account}:service/shop/web`],
    ["iam:PassRole", role("workloads/web")],
    ["iam:GetRole", role("workloads/web")],
    ["sts:AssumeRole", role("pipelines/release", "222233334444")],
    ["sts:AssumeRole", role("deploy", "222233334444")],
    ["sts:AssumeRole", role("deploy-preview", "222233334444")],
  ];
  for (const [action, resource] of own) {
    it(`leaves room for ${action} on ${resource}`, () => {
      assert.equal(decision(action, resource), "allowed");
    });
  }

  const beyond: [string, string][] = [
    ["iam:CreateRole", role("workloads/web")],
    ["iam:CreateUser", `arn:aws:iam::${account}:user/mallory`],
    ["iam:CreateAccessKey", `arn:aws:iam::${account}:user/mallory`],
    ["iam:PutRolePolicy", role("workloads/web")],
    ["iam:UpdateAssumeRolePolicy", role("deploy")],
    ["iam:CreatePolicyVersion", `arn:aws:iam::${account}:policy/bootstrap/deploy-ceiling`],
    ["iam:DeleteRolePermissionsBoundary", role("workloads/web")],
    ["iam:UpdateOpenIDConnectProviderThumbprint", `arn:aws:iam::${account}:oidc-provider/example.com`],
    ["iam:PassRole", role("administrator")],
    ["iam:PassRole", role("deploy")],
    ["sts:AssumeRole", role("OrganizationAccountAccessRole", "222233334444")],
    ["sts:AssumeRole", role("aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Admin_0123456789abcdef")],
    ["sso:CreateAccountAssignment", "arn:aws:sso:::account/222233334444"],
    ["identitystore:CreateUser", "arn:aws:identitystore::111122223333:identitystore/d-0123456789"],
    ["organizations:DetachPolicy", "arn:aws:organizations::111122223333:policy/o-a1b2c3d4e5/p-0123456789"],
    ["cloudtrail:StopLogging", `arn:aws:cloudtrail:eu-central-1:${account}:trail/audit`],
    ["cloudformation:UpdateStack", `arn:aws:cloudformation:eu-central-1:${account}:stack/bootstrap/id`],
    ["account:PutAlternateContact", `arn:aws:account::${account}:account`],
  ];
  for (const [action, resource] of beyond) {
    it(`forbids ${action} on ${resource}`, () => {
      assert.equal(decision(action, resource), "denied");
    });
  }
});

describe("what a ceiling leaves nothing of", () => {
  const lost = (Action: string | string[], Resource: string | string[]) =>
    beyondCeiling({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action, Resource }] }, ceiling);

  it("is told action by action and resource by resource", () => {
    assert.deepEqual(lost(["s3:GetObject", "iam:CreateUser"], ["arn:aws:s3:::a/*", "*"]), [
      "iam:CreateUser on arn:aws:s3:::a/*",
      "iam:CreateUser on *",
    ]);
  });

  it("is nothing where a pattern keeps a part of what it allows", () => {
    assert.deepEqual(lost(["*", "iam:*", "iam:PassRole", "sts:AssumeRole"], "*"), []);
    const elsewhere = "arn:aws:iam::222233334444:role/administrator";
    assert.deepEqual(lost("sts:AssumeRole", elsewhere), [`sts:AssumeRole on ${elsewhere}`]);
  });

  it("is told of the role that is granted it, but not of one under a boundary of its own", () => {
    const grant = "    allow:\n      - assume roles: administrator\n        in: Development\n";
    const web = "    runs-on: lambda\n";
    const own = "    permissions-boundary: { customer-managed-policy: boundary }\n";
    assert.deepEqual(resolved("dev", [["dev.yaml", web, web + grant]]).found, ["beyond-ceiling workloads.web"]);
    assert.deepEqual(resolved("dev", [["dev.yaml", web, web + own + grant]]).found, []);
  });

  it("is what the ceiling denies whole", () => {
    const { Version, Statement } = ceiling;
    const denying = { Effect: "Deny" as const, Action: "rds:Delete*", Resource: "*" };
    const granted = { Effect: "Allow" as const, Action: ["rds:DeleteDBCluster", "rds:D*"], Resource: "*" };
    assert.deepEqual(
      beyondCeiling({ Version, Statement: [granted] }, { Version, Statement: [...Statement, denying] }),
      ["rds:DeleteDBCluster on *"],
    );
  });

  it("is nothing of a Deny", () => {
    const Statement = [{ Effect: "Deny" as const, Action: "iam:CreateUser", Resource: "*" }];
    assert.deepEqual(beyondCeiling({ Version: "2012-10-17", Statement }, ceiling), []);
  });
});

describe("every role", () => {
  for (const stack of ["dev", "prod"]) {
    it(`of ${stack} is held by the boundary that the configuration names, else by its account's ceiling`, () => {
      const { deployment } = resolved(stack);
      const roles = [
        ...deployment.workloads.flatMap(({ role, executionRole }) => [role, ...(executionRole ? [executionRole] : [])]),
        ...deployment.pipelines.flatMap(({ source, targets }) => [...(source ? [source] : []), ...targets]),
      ];
      assert.ok(roles.length > 1);
      for (const { arn, permissionsBoundaryArn } of roles) {
        const [, , , , id = ""] = arn.split(":");
        const named = `arn:aws:iam::${id}:policy/boundary`;
        assert.ok([named, ceilingArn("aws", id, "deploy")].includes(permissionsBoundaryArn ?? ""), arn);
      }
    });
  }
});
