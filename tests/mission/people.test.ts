import assert from "node:assert/strict";
import { services } from "../../iam/catalogue/actions.ts";
import { type Bearer, accountIds, bearerNamed, bearersOf, stacks } from "./bearers.ts";
import { allowedChanges, can } from "./changes.ts";

const setsIn = (group: string): Bearer[] => {
  const cells = Object.values(stacks).flatMap(({ access }) =>
    access.filter(({ principal }) => principal.name === group).flatMap((line) => line.cells),
  );
  return cells.map(({ permissionSet, account }) => bearerNamed(`permission-set ${permissionSet} in ${account}`));
};
describe("S1 Developers manage deployments through a permission set and are no administrators", () => {
  const developers = setsIn("Developers");
  const production = bearerNamed("permission-set DeploymentManager in Production");

  it("gives them DeploymentManager in Production, Developer in Development, ReadOnly in DevOps, and no more", () => {
    assert.deepEqual(developers.map(({ name }) => name).sort(), [
      "permission-set DeploymentManager in Production",
      "permission-set Developer in Development",
      "permission-set ReadOnly in DevOps",
    ]);
  });

  it("lets them release the shop", () => {
    assert.ok(can(production, "ecs:UpdateService on arn:aws:ecs:eu-central-1:{account}:service/storefront/web"));
    assert.ok(
      can(production, "lambda:UpdateFunctionCode on arn:aws:lambda:eu-central-1:{account}:function:payments-processor"),
    );
    assert.ok(!can(production, "ecs:DeleteService on arn:aws:ecs:eu-central-1:{account}:service/storefront/web"));
  });

  for (const bearer of developers) {
    it(`lets them change no identity, no organization, no sign-in: ${bearer.name}`, () => {
      assert.deepEqual(
        allowedChanges(bearer, ["iam", "sts", "organizations", "sso", "sso-directory", "identitystore", "account"]),
        [],
      );
    });

    it(`has no statement that allows everything: ${bearer.name}`, () => {
      const statements = Object.values(bearer.identity).flatMap(({ Statement }) => Statement);
      for (const { Effect, Action, NotAction } of statements) {
        if (Effect === "Deny") continue;
        assert.equal(NotAction, undefined);
        for (const pattern of [Action ?? []].flat()) assert.doesNotMatch(pattern, /^(\*|[^:]+:\*)$/);
      }
    });
  }
});

describe("S5 the security team audits every account and changes nothing", () => {
  const audits = setsIn("SecurityTeam");
  /** Actions that read, though AWS's reference gives them another level. */
  const read = [
    "iot:ListSubscriptions",
    "quicksight:DescribeKnowledgeBasePermissions",
    "quicksight:DescribeSpacePermissions",
    "quicksight:DescribeTopicPermissions",
  ];

  it("gives it AWS's SecurityAudit in every account, Management too, and nothing else", () => {
    assert.deepEqual(audits.map(({ account }) => account).sort(), Object.keys(accountIds).sort());
    assert.ok(audits.some(({ account }) => account === "Management"));
    for (const { identity, boundary } of audits) {
      assert.deepEqual(Object.keys(identity), ["AWS:SecurityAudit"]);
      assert.equal(boundary, undefined);
    }
  });

  it("comes as a group of the identity provider", () => {
    for (const { identityCenter } of Object.values(stacks)) {
      assert.ok(!identityCenter.groups.some(({ name }) => name === "SecurityTeam"));
    }
    const found = stacks["prod"]!.identityCenter.lookedUp.find(({ name }) => name === "SecurityTeam");
    assert.equal(found?.displayName, "aws-security");
  });

  it("reads how identities are set up", () => {
    for (const audit of audits) {
      for (const name of ["GetAccountAuthorizationDetails", "ListRoles", "GetRolePolicy", "GetCredentialReport"]) {
        assert.ok(can(audit, `iam:${name} on *`), `${name} as ${audit.name}`);
      }
    }
  });

  it("can call no action that writes, permits or tags, of all that AWS has", function () {
    this.timeout(60_000);
    const [one, ...others] = audits;
    assert.deepEqual(allowedChanges(one!, services()), read);
    for (const other of others) assert.deepEqual(other.identity, one!.identity, "the same policies everywhere");
  });
});

describe("S9 Identity Center takes the place of IAM users", () => {
  it("looks every group with access up in the identity provider's directory", () => {
    for (const { access, identityCenter } of Object.values(stacks)) {
      assert.deepEqual(identityCenter.groups, []);
      assert.deepEqual(identityCenter.users, []);
      const used = new Set(access.map(({ principal }) => `${principal.type} ${principal.name}`));
      assert.deepEqual(
        [...used].sort(),
        identityCenter.lookedUp.map(({ name }) => `GROUP ${name}`),
      );
    }
  });
});

describe("S17 Developers assume roles", () => {
  it("get in by permission sets alone: no role of the program trusts a person", () => {
    assert.ok(setsIn("Developers").length > 0);
    const roles = Object.values(stacks)
      .flatMap(bearersOf)
      .filter(({ trust }) => trust !== undefined);
    for (const { name, trust } of roles) {
      for (const { Principal } of trust!.Statement) {
        const text = JSON.stringify(Principal);
        assert.doesNotMatch(text, /saml-provider|:user\/|AWSReservedSSO/, name);
        assert.match(
          text,
          /"Service":|"Federated":"arn:aws:iam::\d+:oidc-provider|"AWS":"arn:aws:iam::\d+:(role\/pipelines\/|root")/,
          name,
        );
      }
    }
  });
});
