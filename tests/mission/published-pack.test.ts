import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { packConfiguration } from "../../model/pack-configuration.ts";
import { plan } from "../../model/plan.ts";
import { rules } from "../../policypack/rules.ts";
import { today } from "../components/program.ts";
import { exampleConfiguration } from "../policypack/readme-example.ts";
import { processOf } from "../policypack/judge.ts";

/** What the engine asks of a pack: its rules, each with the schema by which Pulumi Cloud checks its configuration. */
const schemas = new Map(processOf().map(({ name, configSchema }) => [name, configSchema]));

/** What is wrong with a configuration, as `pulumi policy validate-config` would find it. */
function wrong(configuration: Record<string, unknown>): string[] {
  const ajv = new Ajv({ strict: false });
  return Object.entries(configuration).flatMap(([rule, settings]) => {
    const schema = schemas.get(rule);
    if (schema === undefined) return [`${rule}: no such rule`];
    const { enforcementLevel = "mandatory", ...rest } =
      typeof settings === "string" ? { enforcementLevel: settings } : (settings as Record<string, unknown>);
    const level = ["mandatory", "advisory", "disabled"].includes(String(enforcementLevel));
    const right = ajv.validate({ type: "object", additionalProperties: false, ...schema }, rest);
    return level && right ? [] : [`${rule}: ${level ? ajv.errorsText() : String(enforcementLevel)}`];
  });
}

describe("S25 the policy pack is enforceable from Pulumi Cloud", () => {
  it("has one version, in both files that say it", () => {
    const { version, main } = JSON.parse(readFileSync("policypack/package.json", "utf8")) as Record<string, string>;
    assert.match(version ?? "", /^\d+\.\d+\.\d+$/);
    assert.equal((parse(readFileSync("policypack/PulumiPolicy.yaml", "utf8")) as { version: string }).version, version);
    assert.equal(main, "dist/index.cjs");
  });

  it("takes what config/ says of it, and what its README shows", () => {
    const configuration = packConfiguration(plan("config/prod.yaml", { today }).deployments);
    assert.notDeepEqual(configuration, {});
    assert.deepEqual(wrong(configuration), []);
    assert.deepEqual(wrong(exampleConfiguration), []);
  });

  it("lets every rule have another level, and exceptions", () => {
    const exception = {
      resource: "urn:pulumi:prod::shop::aws:iam/user:User::a",
      reason: "r",
      owner: "o",
      until: today,
    };
    for (const { name } of rules) {
      assert.deepEqual(wrong({ [name]: "advisory" }), []);
      assert.deepEqual(wrong({ [name]: { enforcementLevel: "disabled", exceptions: [exception] } }), []);
    }
  });

  it("refuses a configuration that says what no rule knows", () => {
    assert.equal(wrong({ "no-iam-user": { breakGlassUser: ["a"] } }).length, 1);
    assert.equal(wrong({ "no-iam-user": { breakGlassUsers: "a" } }).length, 1);
    assert.equal(wrong({ "no-iam-users": {} }).length, 1);
  });
});
