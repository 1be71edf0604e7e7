import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { Denial, Grant } from "../../../model/sections/permissions.ts";
import { documentFor } from "./holder.ts";

const cases = parse(readFileSync(new URL("wrong.yaml", import.meta.url), "utf8")) as {
  allow?: Grant;
  deny?: Denial;
  finds: Record<string, string>;
}[];

describe("a short grant that cannot be understood", () => {
  for (const { allow, deny, finds } of cases) {
    it(`is reported where it stands: ${JSON.stringify(allow ?? deny).replaceAll(/["{}]/g, "")}`, () => {
      const { diagnostics } = documentFor(allow ? [allow] : [], deny === undefined ? [] : [deny]);
      const found = Object.fromEntries(diagnostics.map(({ path, code }) => [path.replace("workloads.web.", ""), code]));
      assert.deepEqual(found, finds);
      assert.equal(diagnostics.length, Object.keys(finds).length);
      for (const { fix, severity } of diagnostics) {
        assert.equal(severity, "error");
        assert.ok(fix !== undefined && fix !== "", "says how to mend it");
      }
    });
  }

  it("says what was meant, where that is near", () => {
    const [verb] = documentFor([{ "raed objects": "images/*" }]).diagnostics;
    assert.match(verb!.message, /did you mean "read objects"/);
    const [parameter] = documentFor([{ "read items": "products", "kms-kye": "alias/tables" }]).diagnostics;
    assert.match(parameter!.message, /did you mean "kms-key"\?$/);
    const [far] = documentFor([{ region: "eu-west-1", "look around": "products" }]).diagnostics;
    assert.equal(far!.message, '"look around" is not a short grant.');
  });

  it("does not keep the others from being understood", () => {
    const { document, diagnostics } = documentFor([{ "raed objects": "x/*" }, { "read objects": "images/*" }]);
    assert.equal(diagnostics.length, 1);
    assert.deepEqual(
      document!.Statement.map(({ Resource }) => Resource),
      ["arn:aws:s3:::images/*"],
    );
  });
});
