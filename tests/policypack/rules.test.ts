import assert from "node:assert/strict";
import { rules } from "../../policypack/rules.ts";
import { cases } from "./cases/index.ts";
import { judge } from "./judge.ts";

describe("The pack's rules", () => {
  it("have cases each, and no case is for a rule that there is not", () => {
    assert.deepEqual(Object.keys(cases).sort(), rules.map(({ name }) => name).sort());
  });
  for (const [rule, list] of Object.entries(cases)) {
    describe(rule, () => {
      for (const { title, program, expected, pack, says } of list) {
        it(title, () => {
          const found = judge(program, pack).filter((one) => one.rule === rule);
          assert.deepEqual(
            found.map(({ level }) => level),
            expected,
            found.map(({ message }) => message).join("\n\n"),
          );
          if (says !== undefined) assert.match(found[0]?.message ?? "", says);
        });
      }
    });
  }
});
