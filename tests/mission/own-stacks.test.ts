import assert from "node:assert/strict";
import { packConfiguration } from "../../model/pack-configuration.ts";
import { plan } from "../../model/plan.ts";
import { type ConfigCopy, configCopy } from "../components/config-copy.ts";
import { type Run, run, today } from "../components/program.ts";
import { type Given, judge } from "../policypack/judge.ts";

const nameOf = (urn: string): string => urn.split("::").at(-1) ?? "";

/** What the program registers, as the pack is asked about it: in an update with what AWS told. */
const programOf = ({ registrations }: Run, preview = true): Given[] =>
  registrations.map(({ type, name, inputs, provider, dependencies, parent }) => ({
    type,
    name,
    props: preview ? inputs : { arn: `arn of ${type.split(":").at(-1) ?? ""} ${name}`, ...inputs },
    dependsOn: dependencies.map(nameOf),
    ...(provider !== undefined && { provider }),
    ...(parent !== "" && { parent: nameOf(parent) }),
  }));

describe("S21 S22 S23 SecureCart's own stacks pass its policy pack", function () {
  this.timeout(60_000);
  const config = packConfiguration(plan("config/prod.yaml", { today }).deployments);

  for (const [stack, preview] of [
    ["dev", true],
    ["prod", true],
    ["prod", false],
  ] as const)
    it(`${stack}, ${preview ? "in a preview" : "in an update"}, without an exception`, async () => {
      const program = programOf(await run({ stack, preview }), preview);
      assert.deepEqual(judge(program, { config }), []);
      assert.ok(program.length > 50);
    });

  describe("with a password for a break-glass user", () => {
    let copy: ConfigCopy;
    let program: Given[];
    before(async () => {
      copy = configCopy((document, file) => {
        if (file === "security.yaml")
          document.setIn(["break-glass", "users", "break-glass-1", "pgp-key"], "keybase:someone");
      });
      program = programOf(await run({ stack: "prod", config: copy.file("prod"), preview: true }));
    });
    after(() => {
      copy.remove();
    });

    it("pass", () => {
      assert.ok(program.some(({ type }) => type.endsWith(":UserLoginProfile")));
      assert.deepEqual(judge(program, { config }), []);
    });

    it("do not pass where what demands MFA is not attached, or the pack is told of no break-glass", () => {
      const loose = program.filter(({ type, name }) => !(/:UserPolicyAttach/.test(type) && /break-glass-1/.test(name)));
      const blocked = (given: Given[], told: typeof config): string[] => [
        ...new Set(judge(given, { config: told }).flatMap(({ rule, level }) => (level === "mandatory" ? [rule] : []))),
      ];
      assert.deepEqual(blocked(loose, config), ["mfa-before-password"]);
      const untold = ["no-iam-user", "no-console-password", "no-user-policy", "admin-managed"];
      for (const rule of untold) assert.ok(blocked(program, {}).includes(rule), rule);
    });
  });
});
