import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { diagnostics, domains } from "../../model/diagnostics.ts";
import type { Definition } from "../../model/diagnostics/definition.ts";
import { diagnosticsPage } from "../../model/diagnostics-page.ts";

describe("the list of diagnostics", () => {
  it("is what docs/diagnostics.md says", () => {
    const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "diagnostics.md"), "utf8");
    assert.equal(page, diagnosticsPage(), "run `node model/update-diagnostics-page.ts`");
  });

  it("has every domain, and no code twice", () => {
    const codes = Object.values(domains).flatMap((domain) => Object.keys(domain));
    assert.deepEqual(codes.sort(), Object.keys(diagnostics).sort());
  });

  it("names sections that the guide has", () => {
    const guide = readFileSync(join(import.meta.dirname, "..", "..", "docs", "editing-access.md"), "utf8");
    const anchors = [...guide.matchAll(/^#+ (.+)$/gmu)].map(([, title = ""]) =>
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    );
    const named = Object.values<Definition>(diagnostics).flatMap((one) => one.guide ?? []);
    assert.ok(named.length > 0);
    for (const anchor of named) assert.ok(anchors.includes(anchor), anchor);
  });

  for (const [code, one] of Object.entries<Definition>(diagnostics)) {
    it(`explains ${code} in sentences`, () => {
      assert.match(code, /^[a-z]+(-[a-z]+)*$/u);
      assert.match(one.title, /^[A-Z#`].*[^.]$/u);
      assert.match(one.explanation, /^[A-Z`].+\.$/su);
      assert.notEqual(one.example, "");
    });
  }
});
