import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { changeFormats } from "../../../review/change-formats.ts";
import { changeJson } from "../../../review/change-json.ts";
import { changeMarkdown } from "../../../review/change-markdown.ts";
import { changeText } from "../../../review/change-text.ts";
import { changeBetween } from "../../../review/change/change.ts";
import type { Comparison } from "../../../review/change/comparison.ts";
import type { Item } from "../../../review/change/item.ts";
import { say } from "../../../review/phrase.ts";
import { oneError } from "../checked.ts";
import { hostileNames, steering } from "../hostile-names.ts";
import { withoutCode } from "../markdown-text.ts";
import { edited, shipped, sideOf } from "./edited.ts";

const today = "2026-11-25";
const comparison = (outcome: Comparison["outcome"], more: Partial<Comparison> = {}): Comparison => ({
  ...{ base: "main", head: undefined, today, outcome },
  ...more,
});
const nothing = comparison({ items: [], durations: [] });
const refused = comparison({ invalid: "head", diagnostics: [oneError], texts: new Map() });
const some = comparison(
  changeBetween(
    sideOf(shipped),
    sideOf(
      edited([
        [
          "prod.yaml",
          "    Management: [Billing-ReadOnly]\n",
          "    Management: [Billing-ReadOnly]\n    Production: [ReadOnly]\n",
        ],
      ]),
    ),
  ),
);

/** A comparison with one name wherever a name can stand. */
function comparisonWith(name: string): Comparison[] {
  const item: Item = {
    effect: "gains",
    text: say`${name} gains ${name}`,
    accounts: [name, name],
    details: [{ effect: "gains", sign: "+", text: say`${name}: ${name}` }],
  };
  const durations = [{ stack: name, assignments: 1, provisionings: 2, seconds: 20 }];
  const diagnostics = [{ ...oneError, file: name, path: name, message: name, fix: name }];
  return [
    comparison({ items: [item, { ...item, effect: "weakens", details: [] }], durations }, { base: name, head: name }),
    comparison({ invalid: "base", diagnostics, texts: new Map([[name, name]]) }, { base: name, head: name }),
  ];
}

describe("a change of access", () => {
  it("reads as text", () => {
    assert.equal(
      changeText(some, 80),
      `The working tree compared with main, as of 2026-11-25
This changes access: 1 that may do more.

Who may do more, or for longer
  Finance gains ReadOnly, in Production

How long it takes
  prod: 1 account assignment, at least 10 seconds
  An assignment takes 10 seconds or more, and AWS works on ten at a time; each
  part of a permission set takes 5 seconds or more. Everything else takes half a
  minute or so.
`,
    );
    assert.equal(
      changeText(nothing, 80),
      "The working tree compared with main, as of 2026-11-25\nNo change of access.\n",
    );
  });

  it("reads as Markdown", () => {
    assert.match(
      changeMarkdown(some),
      /^\*\*This changes access: 1 that may do more\.\*\*\n\nThe working tree compared/u,
    );
    assert.ok(changeMarkdown(some).includes("- `Finance` gains `ReadOnly`, in `Production`\n"));
  });

  it("points to the check where the proposal is not valid, and says what is wrong", () => {
    assert.match(
      changeText(refused, 80),
      /not valid[\s\S]*npm run check[\s\S]*config\/prod\.yaml:3:18: error: There is no/u,
    );
    assert.match(changeMarkdown(refused), /npm run check[\s\S]*- `config\/prod\.yaml:3:18` error: /u);
    const base = comparison({ invalid: "base", diagnostics: [oneError], texts: new Map() });
    assert.match(changeText(base, 80), /What it is compared with is not valid/u);
  });

  it("leaves out of a comment what is too much for one, the least bad, and says so", () => {
    const item = (effect: Item["effect"], at: number): Item => ({
      effect,
      text: say`${`${effect}-${at}`.padEnd(500, "x")}`,
      accounts: [],
      details: [],
    });
    const items = (["gains", "loses"] as const).flatMap((effect) =>
      Array.from({ length: 100 }, (_, at) => item(effect, at)),
    );
    const text = changeMarkdown(comparison({ items, durations: [] }));
    assert.ok(text.length < 65_536);
    assert.ok(text.includes("gains-99") && text.includes("loses-0") && !text.includes("loses-99"));
    assert.match(text, /\*\*\d+ more\*\* are too much for a comment/u);
  });

  it("has the JSON that docs/change.md describes", () => {
    const page = readFileSync("docs/change.md", "utf8");
    const { items, durations, ...top } = JSON.parse(changeJson(some)) as { items: object[]; durations: object[] };
    for (const key of [
      ...[...Object.keys(top), "items", "durations"],
      ...[...Object.keys(items[0]!), ...Object.keys(durations[0]!), "sign"],
    ]) {
      assert.ok(page.includes(`\`${key}\``), `${key} is missing from docs/change.md`);
    }
    assert.equal((JSON.parse(changeJson(refused)) as { invalid: string }).invalid, "head");
  });
});

describe("a change of access in which a name", () => {
  const benign = comparisonWith("benign").map((one) => withoutCode(changeMarkdown(one)));
  for (const { name, how } of hostileNames) {
    it(`${how} does nothing of the sort`, () => {
      for (const [at, one] of comparisonWith(name).entries()) {
        for (const format of Object.values(changeFormats)) {
          const lines = format(one, 80).split("\n");
          assert.deepEqual(
            lines.filter((line) => steering.test(line)),
            [],
          );
        }
        assert.equal(withoutCode(changeMarkdown(one)), benign[at]);
        assert.ok(JSON.stringify(JSON.parse(changeJson(one))).includes(JSON.stringify(name).slice(1, -1)));
      }
    });
  }
});
