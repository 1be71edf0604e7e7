import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lineFile, LineFileReader } from "../../../iam/catalogue/line-file.ts";

describe("a file of one entry a line", () => {
  const content = { header: { version: "1" }, entries: { a: ["line\nbreak"], b: { x: 1 } } };

  it("is JSON as a whole, with every entry on a line of its own", () => {
    const text = lineFile(content);
    assert.deepEqual(JSON.parse(text), { header: content.header, ...content.entries });
    assert.deepEqual(
      text.split("\n").map((line) => line.slice(0, 4)),
      ["{", '"hea', '"a":', '"b":', "}", ""],
    );
  });

  it("gives each entry as the whole file has it", () => {
    const folder = join(import.meta.dirname, "../../../iam/catalogue/data");
    for (const name of ["actions.json", "managed-policies.json"]) {
      const { header, ...entries } = JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, unknown>;
      const reader = new LineFileReader<unknown, unknown>(name);
      assert.deepEqual(reader.header(), header);
      assert.equal(reader.entry("header"), undefined);
      for (const [key, value] of Object.entries(entries).slice(-20)) assert.deepEqual(reader.entry(key), value);
    }
  });
});
