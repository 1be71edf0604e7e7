import assert from "node:assert/strict";
import { changeBetween } from "../../review/change/change.ts";
import { edited, lines, shipped, sideOf } from "../review/change/edited.ts";

describe("S26 somebody who does not program changes access by editing YAML alone", () => {
  it("gives a group access with one line, and that is all that changes", () => {
    const line = "    Management: [Billing-ReadOnly]\n";
    const after = sideOf(edited([["prod.yaml", line, `${line}    Production: [ReadOnly]\n`]]));
    assert.deepEqual(lines(changeBetween(sideOf(shipped), after)), ["gains: Finance gains ReadOnly, in Production"]);
  });

  it("is told where a mistake stands, and what was meant", () => {
    const from = "    Management: [Billing-ReadOnly]\n";
    for (const [to, answer] of [
      ["    Managment: [Billing-ReadOnly]\n", /^config\/prod\.yaml:19:5: error: .*Did you mean "Management"\?/u],
      [
        "    Management: [Billing-Readonly]\n",
        /^config\/prod\.yaml:19:18: error: .*Did you mean "Billing-ReadOnly"\?/u,
      ],
      ["    Management: Billing-ReadOnly\n", /^config\/prod\.yaml:19:17: error: [^]*\[Billing-ReadOnly\]/u],
      ["\tManagement: [Billing-ReadOnly]\n", /^config\/prod\.yaml:19:1: error: A tab/u],
    ] as const)
      assert.throws(() => sideOf(edited([["prod.yaml", from, to]])), { message: answer });
  });
});
