import assert from "node:assert/strict";
import type { ContextValues } from "../../iam/context.ts";
import { asked, deployRole, founder, previewRole, roleIn } from "./rights.ts";
import { accountIds } from "./shipped.ts";

const devOps = accountIds.get("DevOps")!;
const arn = (rest: string) => `arn:aws:iam::${devOps}:${rest}`;
const itself = arn(`role/${deployRole}`);
const application = arn("role/workloads/web");
const ceiling = arn(`policy/bootstrap/${deployRole}-ceiling`);
const gitHub = arn("oidc-provider/token.actions.githubusercontent.com");
const admin = "arn:aws:iam::aws:policy/AdministratorAccess";
const bounded = { "iam:PermissionsBoundary": ceiling };

interface Attempt {
  what: string;
  action: string;
  resource: string;
  context?: ContextValues;
  /** The statement that refuses it; undefined where no statement allows it. */
  refusedBy: string | undefined;
}

/** Each way in which whoever deploys could make the deploy role stronger, or become stronger than it. */
const attempts: Attempt[] = [
  {
    what: "write a new version of one of its own policies",
    action: "iam:CreatePolicyVersion",
    resource: arn(`policy/bootstrap/${deployRole}-write-1`),
    refusedBy: "NothingOfBootstrap",
  },
  {
    what: "go back to an older version of one of its own policies",
    action: "iam:SetDefaultPolicyVersion",
    resource: arn(`policy/bootstrap/${deployRole}-write-1`),
    refusedBy: "NothingOfBootstrap",
  },
  {
    what: "attach a policy to itself",
    action: "iam:AttachRolePolicy",
    resource: itself,
    context: { "iam:PolicyARN": admin, "iam:PermissionsBoundary": arn(`policy/bootstrap/${deployRole}-limits`) },
    refusedBy: "NothingOfBootstrap",
  },
  {
    what: "detach a policy from itself",
    action: "iam:DetachRolePolicy",
    resource: itself,
    refusedBy: "NothingOfBootstrap",
  },
  {
    what: "put an inline policy on itself",
    action: "iam:PutRolePolicy",
    resource: itself,
    refusedBy: "NothingOfBootstrap",
  },
  {
    what: "change whom it trusts",
    action: "iam:UpdateAssumeRolePolicy",
    resource: itself,
    refusedBy: "NothingOfBootstrap",
  },
  {
    what: "take its own boundary off",
    action: "iam:DeleteRolePermissionsBoundary",
    resource: itself,
    refusedBy: "BoundariesStayOn",
  },
  {
    what: "put another boundary on itself",
    action: "iam:PutRolePermissionsBoundary",
    resource: itself,
    context: { "iam:PermissionsBoundary": admin },
    refusedBy: "NothingOfBootstrap",
  },
  {
    what: "delete itself, to be made anew",
    action: "iam:DeleteRole",
    resource: itself,
    refusedBy: "NothingOfBootstrap",
  },
  {
    what: "change what its limits say",
    action: "iam:CreatePolicyVersion",
    resource: arn(`policy/bootstrap/${deployRole}-limits`),
    refusedBy: "NothingOfBootstrap",
  },
  {
    what: "raise the ceiling",
    action: "iam:CreatePolicyVersion",
    resource: ceiling,
    refusedBy: "NothingOfBootstrap",
  },
  {
    what: "make the preview role stronger",
    action: "iam:AttachRolePolicy",
    resource: arn(`role/${previewRole}`),
    refusedBy: "NothingOfBootstrap",
  },
  {
    what: "make a role without a boundary",
    action: "iam:CreateRole",
    resource: application,
    refusedBy: "BoundedRolesOnly",
  },
  {
    what: "make a role under a boundary that allows everything",
    action: "iam:CreateRole",
    resource: application,
    context: { "iam:PermissionsBoundary": admin },
    refusedBy: "BoundedRolesOnly",
  },
  {
    what: "make a role under a boundary of its own making",
    action: "iam:CreateRole",
    resource: application,
    context: { "iam:PermissionsBoundary": arn("policy/anything-boundary") },
    refusedBy: "BoundedRolesOnly",
  },
  {
    what: "change whom a role trusts that has no boundary",
    action: "iam:UpdateAssumeRolePolicy",
    resource: application,
    refusedBy: "BoundedRolesOnly",
  },
  {
    what: "put a policy on a role that has no boundary",
    action: "iam:PutRolePolicy",
    resource: application,
    refusedBy: "BoundedRolesOnly",
  },
  {
    what: "take a role's boundary off",
    action: "iam:DeleteRolePermissionsBoundary",
    resource: application,
    context: bounded,
    refusedBy: "BoundariesStayOn",
  },
  {
    what: "put another boundary on a role",
    action: "iam:PutRolePermissionsBoundary",
    resource: application,
    context: { "iam:PermissionsBoundary": admin },
    refusedBy: "BoundedRolesOnly",
  },
  {
    what: "make a role outside of the program's paths",
    action: "iam:CreateRole",
    resource: arn("role/administrator"),
    context: bounded,
    refusedBy: undefined,
  },
  {
    what: "change a boundary that the configuration names",
    action: "iam:CreatePolicyVersion",
    resource: arn("policy/pipeline-boundary"),
    refusedBy: "FounderChangesBoundaries",
  },
  {
    what: "make such a boundary anew",
    action: "iam:DeletePolicy",
    resource: arn("policy/workload-boundary"),
    refusedBy: "FounderChangesBoundaries",
  },
  {
    what: "trust another certificate of the identity provider",
    action: "iam:UpdateOpenIDConnectProviderThumbprint",
    resource: gitHub,
    refusedBy: "FounderChangesIdentityProviders",
  },
  {
    what: "accept tokens that are meant for others",
    action: "iam:AddClientIDToOpenIDConnectProvider",
    resource: gitHub,
    refusedBy: "FounderChangesIdentityProviders",
  },
  {
    what: "make the identity provider anew",
    action: "iam:DeleteOpenIDConnectProvider",
    resource: gitHub,
    refusedBy: "FounderChangesIdentityProviders",
  },
  {
    what: "bring an identity provider of its own",
    action: "iam:CreateOpenIDConnectProvider",
    resource: arn("oidc-provider/evil.example"),
    refusedBy: "FounderChangesIdentityProviders",
  },
  {
    what: "let another pipeline be the deployer",
    action: "iam:UpdateAssumeRolePolicy",
    resource: arn("role/pipelines/access"),
    context: bounded,
    refusedBy: "FounderChangesTheDeployer",
  },
  {
    what: "make the deployer's role anew",
    action: "iam:DeleteRole",
    resource: arn("role/pipelines/access"),
    context: bounded,
    refusedBy: "FounderChangesTheDeployer",
  },
  {
    what: "hand an application's role to a compute service",
    action: "iam:PassRole",
    resource: application,
    context: { "iam:PassedToService": "lambda.amazonaws.com" },
    refusedBy: "PassesRolesToTheseAlone",
  },
  {
    what: "hand itself to a compute service",
    action: "iam:PassRole",
    resource: itself,
    context: { "iam:PassedToService": "ec2.amazonaws.com" },
    refusedBy: "NothingOfBootstrap",
  },
  {
    what: "make a user",
    action: "iam:CreateUser",
    resource: arn("user/mallory"),
    context: bounded,
    refusedBy: "NoUsers",
  },
  {
    what: "make an access key",
    action: "iam:CreateAccessKey",
    resource: arn("user/mallory"),
    refusedBy: "NoLastingCredentials",
  },
  {
    what: "give a user a password",
    action: "iam:CreateLoginProfile",
    resource: arn("user/mallory"),
    refusedBy: "NoUsers",
  },
  {
    what: "make a break-glass user of its own",
    action: "iam:CreateUser",
    resource: arn("user/break-glass/mallory"),
    refusedBy: "FounderChangesBreakGlass",
  },
  {
    what: "give a break-glass user a password",
    action: "iam:CreateLoginProfile",
    resource: arn("user/break-glass/break-glass-1"),
    refusedBy: "FounderChangesBreakGlass",
  },
  {
    what: "lift what holds a break-glass user without MFA",
    action: "iam:CreatePolicyVersion",
    resource: arn("policy/break-glass/break-glass-mfa"),
    refusedBy: "FounderChangesBreakGlass",
  },
  {
    what: "let itself take on the break-glass role",
    action: "iam:UpdateAssumeRolePolicy",
    resource: arn("role/break-glass/BreakGlass"),
    refusedBy: "FounderChangesBreakGlass",
  },
  {
    what: "take on another role",
    action: "sts:AssumeRole",
    resource: arn("role/OrganizationAccountAccessRole"),
    refusedBy: "NoOtherRole",
  },
  {
    what: "become root of a member account",
    action: "sts:AssumeRoot",
    resource: "arn:aws:iam::444455556666:root",
    refusedBy: "NoOtherRole",
  },
  {
    what: "have CloudFormation change the bootstrap stack",
    action: "cloudformation:UpdateStack",
    resource: `arn:aws:cloudformation:eu-central-1:${devOps}:stack/StackSet-bootstrap/id`,
    refusedBy: undefined,
  },
  {
    what: "give itself a permission set outside of the account that administers Identity Center",
    action: "sso:CreateAccountAssignment",
    resource: `arn:aws:sso:::account/${devOps}`,
    refusedBy: undefined,
  },
];

describe("the deploy role cannot raise itself", () => {
  const role = roleIn("DevOps", deployRole);
  for (const { what, refusedBy, ...request } of attempts) {
    it(`cannot ${what}: ${refusedBy ?? "nothing allows it"}`, () => {
      const { decision, sid } = asked("DevOps", role, deployRole, request);
      assert.equal(decision, "denied");
      // A statement that forbids has to say so by itself: take every other one away, and it still does.
      if (refusedBy === undefined) assert.equal(sid, undefined);
      else {
        const { Version, Statement } = role.boundary!;
        const alone = Statement.filter(({ Sid, Effect }) => Sid === refusedBy || Effect === "Allow");
        const everything = { Version, Statement: [{ Effect: "Allow" as const, Action: "*", Resource: "*" }] };
        const strongest = { ...role, identity: [everything], boundary: { Version, Statement: alone } };
        assert.deepEqual(asked("DevOps", strongest, deployRole, request), { decision: "denied", sid: refusedBy });
      }
    });
  }
});

describe("what only the founder may change", () => {
  const locked = attempts.filter(({ refusedBy }) => refusedBy?.startsWith("Founder") === true);
  const own = locked.filter(
    ({ resource, action }) =>
      !resource.endsWith("evil.example") && !/(?:policy|user)\//u.test(resource) && action !== "",
  );

  it("is what somebody could get in by, or what holds everybody else", () => {
    assert.deepEqual([...new Set(locked.map(({ refusedBy }) => refusedBy))].sort(), [
      "FounderChangesBoundaries",
      "FounderChangesBreakGlass",
      "FounderChangesIdentityProviders",
      "FounderChangesTheDeployer",
    ]);
  });

  const founding = roleIn("DevOps", deployRole, founder);
  for (const { what, action, resource, context = {} } of own) {
    it(`is possible while a founder is named: ${what}`, () => {
      const { decision } = asked("DevOps", founding, deployRole, { action, resource, context });
      assert.equal(decision, "allowed");
    });
  }

  it("does not become possible where the program makes nothing of the kind", () => {
    const request = { action: "iam:CreateOpenIDConnectProvider", resource: arn("oidc-provider/evil.example") };
    assert.equal(asked("DevOps", founding, deployRole, request).decision, "denied");
  });

  for (const { what, refusedBy, ...request } of attempts.filter((one) => !locked.includes(one))) {
    it(`is not all: even then it cannot ${what}`, () => {
      const { decision, sid } = asked("DevOps", founding, deployRole, request);
      assert.deepEqual([decision, refusedBy === undefined || sid !== undefined], ["denied", true]);
    });
  }
});

describe("the deploy role of the management account", () => {
  const management = accountIds.get("Management")!;
  const stackSets = { "organizations:ServicePrincipal": "member.org.stacksets.cloudformation.amazonaws.com" };
  const elsewhere: Omit<Attempt, "refusedBy">[] = [
    {
      what: "let another account roll out stacks everywhere",
      action: "organizations:RegisterDelegatedAdministrator",
      resource: `arn:aws:organizations::${management}:account/o-a1b2c3d4e5/${devOps}`,
      context: stackSets,
    },
    {
      what: "let a service into the organization that the configuration does not name",
      action: "organizations:EnableAWSServiceAccess",
      resource: "*",
      context: stackSets,
    },
    {
      what: "stop the trail",
      action: "cloudtrail:StopLogging",
      resource: `arn:aws:cloudtrail:eu-central-1:${management}:trail/organization-trail`,
    },
    {
      what: "change a trail of somebody else's",
      action: "cloudtrail:UpdateTrail",
      resource: `arn:aws:cloudtrail:eu-central-1:${management}:trail/other`,
    },
    {
      what: "write the organization's own policies of another type",
      action: "organizations:UpdatePolicy",
      resource: `arn:aws:organizations::${management}:policy/o-a1b2c3d4e5/tag_policy/p-12345678`,
    },
    {
      what: "bring an account into the organization",
      action: "organizations:CreateAccount",
      resource: "*",
    },
    {
      what: "take an account out of the organization",
      action: "organizations:RemoveAccountFromOrganization",
      resource: `arn:aws:organizations::${management}:account/o-a1b2c3d4e5/${devOps}`,
    },
  ];
  for (const by of [undefined, founder]) {
    const role = roleIn("Management", deployRole, by);
    for (const { what, ...request } of elsewhere) {
      it(`cannot ${what}, ${by === undefined ? "on any day" : "even while a founder is named"}`, () => {
        assert.equal(asked("Management", role, deployRole, request).decision, "denied");
      });
    }
  }

  it("can do so for the services that the configuration names", () => {
    const request = { action: "organizations:EnableAWSServiceAccess", resource: "*" };
    const context = { "organizations:ServicePrincipal": "cloudtrail.amazonaws.com" };
    const role = roleIn("Management", deployRole);
    assert.equal(asked("Management", role, deployRole, { ...request, context }).decision, "allowed");
  });
});
