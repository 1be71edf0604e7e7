import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lineFile, LineFileReader } from "../../../iam/catalogue/line-file.ts";

describe("a file of one entry a line", () => {
  const content = { header: { version: "1" }, entries: { a: ["line\nbreak"], b: { x: "é" } } };

  it("is JSON as a whole, with every entry on a line of its own", () => {
    const text = lineFile(content);
    const lines = { header: 0, a: 26, b: 47 };
    assert.deepEqual(JSON.parse(text), { lines, header: content.header, ...content.entries });
    assert.deepEqual(
      text.split("\n").map((line) => line.slice(0, 4)),
      ["{", '"lin', '"hea', '"a":', '"b":', "}", ""],
    );
  });

  it("gives each entry as the whole file has it", () => {
    const folder = join(import.meta.dirname, "../../../iam/catalogue/data");
    for (const name of ["actions.json", "managed-policies.json"]) {
      const content = JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, unknown>;
      const { lines, header, ...entries } = content;
      const reader = new LineFileReader<unknown, unknown>(name);
      assert.deepEqual(reader.header(), header);
      for (const other of ["header", "lines", "constructor", ""]) assert.equal(reader.entry(other), undefined);
      assert.deepEqual(Object.keys(lines as object), ["header", ...Object.keys(entries)]);
      for (const [key, value] of Object.entries(entries)) assert.deepEqual(reader.entry(key), value);
    }
  });
});
