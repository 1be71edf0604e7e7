import assert from "node:assert/strict";
import { isMap, parseDocument } from "yaml";
import { packConfiguration } from "../../model/pack-configuration.ts";
import { plan } from "../../model/plan.ts";
import { configCopy } from "../components/config-copy.ts";
import { today } from "../components/program.ts";
import { rules } from "../../policypack/rules.ts";

describe("What SecureCart tells the pack", () => {
  const { deployments } = plan("config/prod.yaml", { today });
  const [one] = deployments;

  it("is about rules that there are, and parameters that they have", () => {
    for (const [name, config] of Object.entries(packConfiguration(deployments))) {
      const rule = rules.find((known) => known.name === name);
      assert.ok(rule, name);
      for (const key of Object.keys(config))
        assert.ok(key === "exceptions" || rule.parameters.some((parameter) => parameter === key), `${name}.${key}`);
    }
  });

  it("names break-glass users and roles, the organization and its accounts as the configuration does, and excepts nothing", () => {
    assert.deepEqual(packConfiguration(deployments), {
      "no-iam-user": { breakGlassUsers: ["break-glass-1", "break-glass-2"] },
      "admin-managed": { breakGlassRoles: ["BreakGlass"] },
      "trust-account": {
        organizationId: "o-a1b2c3d4e5",
        ownAccounts: ["012345678901", "111122223333", "222233334444", "333344445555", "444455556666"],
        trustedThirdParties: [],
      },
      "sso-management": {
        managementAccount: "111122223333",
        delegatedAdministrators: ["222233334444"],
        administratorSets: ["IdentityCenterAdmin"],
        administratorGroups: [],
      },
    });
  });

  it("has each exception once, beside the rule's parameters", () => {
    const exception = {
      resource: "urn:pulumi:prod::shop::t::n",
      reason: "r",
      owner: "Operations",
      until: "2027-03-31",
    };
    const policyExceptions = ["no-iam-user", "no-iam-group"].map((rule) => ({ rule, ...exception }));
    const told = packConfiguration(deployments.map((deployment) => ({ ...deployment, policyExceptions })));
    assert.deepEqual(told["no-iam-user"], {
      breakGlassUsers: ["break-glass-1", "break-glass-2"],
      exceptions: [exception],
    });
    assert.deepEqual(told["no-iam-group"], { exceptions: [exception] });
    assert.deepEqual(one?.policyExceptions, []);
  });

  it("names third parties until their review, and disables rules until their day", () => {
    const about = "reason: It watches, owner: SecurityTeam";
    const party = `${about}, external-id: shop-7f3a`;
    const written = parseDocument(
      `trusted-third-parties:
  Monitoring: { ${party}, account: "999988887777", review: 2999-12-31 }
  Former: { ${party}, account: "888877776666", review: 2020-12-31 }
disabled-rules:
  write-star: { ${about}, until: 2999-12-31 }
  read-data-star: { ${about}, until: 2020-12-31 }
  trust-account: { ${about}, until: 2999-12-31 }
`,
      { schema: "failsafe" },
    );
    const copy = configCopy((document, file) => {
      if (file === "security.yaml" && isMap(document.contents) && isMap(written.contents))
        document.contents.items.push(...written.contents.items);
    });
    try {
      const told = packConfiguration(plan(copy.file("prod"), { today }).deployments);
      assert.deepEqual(told["trust-account"]?.["trustedThirdParties"], [
        { account: "999988887777", externalId: "shop-7f3a" },
      ]);
      assert.equal(told["trust-account"]["enforcementLevel"], "disabled");
      assert.deepEqual(told["write-star"], { enforcementLevel: "disabled" });
      assert.equal(told["read-data-star"], undefined);
    } finally {
      copy.remove();
    }
  });
});
