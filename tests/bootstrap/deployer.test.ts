import assert from "node:assert/strict";
import { estateOf } from "../../bootstrap/estate.ts";
import { templateFiles } from "../../bootstrap/files.ts";
import { partyTrust } from "../../bootstrap/trust.ts";
import { decide } from "../../iam/decide.ts";
import type { PolicyDocument } from "../../iam/document.ts";
import { type Party, partyOf } from "../../model/party.ts";
import { resolved } from "../model/resolve/resolved.ts";
import { deployed } from "./deployed-template.ts";
import { deployRole, founder, previewRole, roleIn } from "./rights.ts";
import { accountIds, configuration, deployments, estate } from "./shipped.ts";

const devOps = accountIds.get("DevOps")!;
const production = accountIds.get("Production")!;
const organizationId = configuration.organization.id;
const access = `arn:aws:iam::${devOps}:role/pipelines/access`;

/** Whether a role that may assume anything gets in. */
function getsIn(trust: PolicyDocument, roleArn: string, organization = organizationId): boolean {
  const [, , , , account = ""] = roleArn.split(":");
  const { decision } = decide({
    request: {
      principal: `arn:aws:sts::${account}:assumed-role/${roleArn.slice(roleArn.lastIndexOf("/") + 1)}/session`,
      principalKind: "assumed-role",
      roleArn,
      action: "sts:AssumeRole",
      resource: `arn:aws:iam::${production}:role/${deployRole}`,
      context: { "aws:PrincipalOrgID": organization },
    },
    policies: {
      identity: [{ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] }],
      trust,
    },
    accounts: { principal: account, resource: production },
  });
  return decision === "allowed";
}

describe("the deploy and the preview role", () => {
  const others = [
    `arn:aws:iam::${devOps}:role/pipelines/release`,
    `arn:aws:iam::${devOps}:role/access`,
    `arn:aws:iam::${production}:role/pipelines/access`,
    `arn:aws:iam::${production}:role/${deployRole}`,
    `arn:aws:iam::${devOps}:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Own_0123456789abcdef`,
  ];
  for (const role of [deployRole, previewRole]) {
    for (const account of accountIds.keys()) {
      it(`trust the deployer and nobody else: ${role} in ${account}`, () => {
        const { trust } = roleIn(account, role);
        assert.equal(getsIn(trust, access), true);
        assert.equal(getsIn(trust, access, "o-elsewhere00"), false);
        for (const other of [...others, founder]) assert.equal(getsIn(trust, other), false, other);
      });

      it(`trust the founder and nobody else while one is named: ${role} in ${account}`, () => {
        const { trust } = roleIn(account, role, founder);
        assert.equal(getsIn(trust, founder), true);
        for (const other of [...others, access]) assert.equal(getsIn(trust, other), false, other);
      });
    }
  }
});

describe("the deployer", () => {
  const goals = [`arn:aws:iam::222233334444:role/deploy`];
  const trustIn = (party: Party) => trustOf(partyTrust(party, "Deployer", "aws", organizationId));

  it("is the role that its pipeline starts with, which the program makes", () => {
    assert.deepEqual(estate.deployer, { roles: [{ accountId: devOps, arn: access }], made: true });
  });

  it("is any role that the configuration does not manage", () => {
    const arn = "arn:aws:iam::555566667777:role/ci";
    const deployer = partyOf(arn, configuration, deployments, goals);
    assert.deepEqual(deployer, { roles: [{ accountId: "555566667777", arn }], made: false });
    assert.equal(getsIn(trustIn(deployer), arn), true);
    assert.equal(getsIn(trustIn(deployer), "arn:aws:iam::555566667777:role/cd"), false);
  });

  it("is nobody where the words mean nobody", () => {
    for (const words of ["pipeline nobody", "group Nobody", "somebody", "arn:aws:iam::555566667777:user/ci"]) {
      assert.deepEqual(partyOf(words, configuration, deployments, goals).roles, [], words);
    }
  });

  it("is a group by its permission sets that may assume a deploy role, wherever the group has them", () => {
    const { deployment } = resolved("prod", [
      [
        "prod.yaml",
        "permission-sets:\n",
        "permission-sets:\n  Deploying:\n    description: Deploy\n    owner: Operations\n    allow:\n      - assume roles: deploy\n        in: all accounts\n",
      ],
      ["prod.yaml", "    Production: [Deploy]\n", "    Production: [Deploy]\n    Security: [Deploying]\n"],
    ]);
    const deployer = partyOf("group Developers", configuration, [deployment], goals);
    const pattern = (set: string, suffix: string) =>
      `arn:aws:iam::222233334444:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_${set}_${suffix}`;
    assert.deepEqual(deployer, {
      roles: [{ accountId: "222233334444", arn: pattern("Deploying", "?".repeat(16)) }],
      made: false,
    });
    const trust = trustIn(deployer);
    assert.equal(getsIn(trust, pattern("Deploying", "0123456789abcdef")), true);
    assert.equal(getsIn(trust, pattern("Deploying_More", "0123456789abcdef")), false);
    assert.equal(getsIn(trust, pattern("Deploy", "0123456789abcdef")), false);
  });
});

describe("the previewer", () => {
  const ci = "arn:aws:iam::555566667777:role/ci";
  const organization = { ...configuration.organization, previewer: ci };
  const files = templateFiles(estateOf({ ...configuration, organization }, deployments));
  const roles = (by = "") =>
    deployed(files.find(({ name }) => name === "members.yaml")!.text, production, { Founder: by }).roles;

  it("gets into the preview role beside the deployer, and into no other", () => {
    assert.equal(getsIn(roles().get(previewRole)!.trust, ci), true);
    assert.equal(getsIn(roles().get(previewRole)!.trust, access), true);
    assert.equal(getsIn(roles().get(deployRole)!.trust, ci), false);
  });

  it("waits while a founder is named", () => {
    assert.equal(getsIn(roles(founder).get(previewRole)!.trust, ci), false);
    assert.equal(getsIn(roles(founder).get(previewRole)!.trust, founder), true);
  });
});

function trustOf(statement: PolicyDocument["Statement"][number]): PolicyDocument {
  return { Version: "2012-10-17", Statement: [statement] };
}
