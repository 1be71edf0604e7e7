import assert from "node:assert/strict";
import { packConfiguration } from "../../model/pack-configuration.ts";
import { plan } from "../../model/plan.ts";
import { rules } from "../../policypack/rules.ts";

describe("What SecureCart tells the pack", () => {
  const { deployments } = plan("config/prod.yaml");
  const [one] = deployments;

  it("is about rules that there are, and parameters that they have", () => {
    for (const [name, config] of Object.entries(packConfiguration(deployments))) {
      const rule = rules.find((known) => known.name === name);
      assert.ok(rule, name);
      for (const key of Object.keys(config))
        assert.ok(key === "exceptions" || rule.parameters.some((parameter) => parameter === key), `${name}.${key}`);
    }
  });

  it("names break-glass users and roles as security.yaml does, and excepts nothing", () => {
    assert.deepEqual(packConfiguration(deployments), {
      "no-iam-user": { breakGlassUsers: ["break-glass-1", "break-glass-2"] },
      "admin-managed": { breakGlassRoles: ["BreakGlass"] },
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
});
