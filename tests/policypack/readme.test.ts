import assert from "node:assert/strict";
import { format, resolveConfig } from "prettier";
import { readmeOf, readmeText } from "../../policypack/documentation.ts";
import { rules } from "../../policypack/rules.ts";
import { judge } from "./judge.ts";
import { exampleConfiguration, programOf } from "./readme-example.ts";

describe("The pack's README", () => {
  it("has a section for each rule, as the rules have it", async () => {
    const options = await resolveConfig("policypack/README.md");
    const expected = await format(readmeOf(readmeText(), rules), { ...options, parser: "markdown" });
    assert.equal(readmeText(), expected, "npm run update-docs");
  });

  for (const { name, bad, good } of rules) {
    if (Object.keys(bad).length === 0) continue;
    it(`shows what ${name} refuses and lets through`, () => {
      assert.ok(judge(programOf(bad), { config: exampleConfiguration }).some(({ rule }) => rule === name));
      assert.deepEqual(judge(programOf(good), { config: exampleConfiguration }), []);
    });
  }

  it("shows a configuration of rules and parameters that there are", () => {
    const [, example = ""] = /```json\n([^]*?)```/.exec(readmeText()) ?? [];
    const config = JSON.parse(example) as Record<string, string | Record<string, unknown>>;
    for (const [name, told] of Object.entries(config)) {
      const rule = rules.find((known) => known.name === name);
      assert.ok(rule, name);
      const names = typeof told === "string" ? [] : Object.keys(told).filter((key) => key !== "exceptions");
      assert.deepEqual(
        names.filter((key) => !rule.parameters.some((parameter) => parameter === key)),
        [],
      );
    }
  });

  it("is about rules that say everything, each name once", () => {
    assert.equal(new Set(rules.map(({ name }) => name)).size, rules.length);
    for (const { name, description, remediation, why, url, requirements } of rules) {
      assert.ok(requirements.length > 0 && url.startsWith("https://"), name);
      for (const text of [description, remediation, why]) assert.match(text, /^[A-Z].*\.$/s, name);
    }
  });

  it("is about parameters that stand with one rule each, which the engine asks before those that read them", () => {
    const all = rules.flatMap(({ parameters }) => parameters);
    assert.equal(new Set(all).size, all.length);
  });
});
