import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { referencePage } from "../../../model/schema/reference.ts";
import { keysOf } from "./keys.ts";

const file = join(import.meta.dirname, "..", "..", "..", "docs", "config-reference.md");
const page = readFileSync(file, "utf8");

/** What the page has under a heading: the names with which its lines begin. */
const under = new Map<string, Map<string, string>>();
let heading = new Map<string, string>();
for (const line of page.split("\n")) {
  const title = /^#+ (.+)$/u.exec(line)?.[1];
  if (title !== undefined) under.set(title, (heading = under.get(title) ?? new Map<string, string>()));
  const [, key, text] = /^- `(.+?)`(?: \(\*\*needed\*\*\))?: (.+)$/u.exec(line) ?? [];
  if (key !== undefined) heading.set(key, text ?? "");
}

/** Where the page explains what several sections have. */
function headingOf(parent: string): string {
  if (parent === "") return "The file itself";
  return parent
    .replace(/^.*\.allow\[\]/u, "Short grants")
    .replace(/^guardrails\.NAME\.deny\[\]/u, "Words of guardrails")
    .replace(/^.*\.(?:statements|trust)\[\]/u, "Statements");
}

/** Names that people give to what has nothing below: a tag, a condition's key. */
const free = /(?:\.tags|\.attributes|\.Condition|\.Condition\.NAME)\.NAME$/u;

describe("docs/config-reference.md", () => {
  it("is what the schema says", async () => {
    const options = await resolveConfig(file);
    const current = await format(referencePage(), { ...options, parser: "markdown" });
    assert.equal(page, current, "run `npm run update-schema`");
  });

  for (const schema of ["stack.json", "security.json"]) {
    it(`explains every key of ${schema}, each with an example`, () => {
      const missing = keysOf(schema).flatMap(({ path }) => {
        const [, parent = "", key = ""] = /^(?:(.*)\.)?([^.]+)$/u.exec(path) ?? [];
        if (free.test(path) || (parent === "" && under.has(key))) return [];
        const said = under.get(headingOf(parent))?.get(key) ?? "";
        return said.includes("Example:") || (key === "NAME" && said !== "") ? [] : [`${path}: ${said}`];
      });
      assert.deepEqual(missing, []);
    });
  }
});
