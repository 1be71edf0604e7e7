import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { schemaFiles } from "../../../model/schema/schema-files.ts";
import { directory, objections, schemaOf } from "./validator.ts";

const config = dirname(directory);
const { files } = schemaFiles(config);
const yaml = readdirSync(config, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));

describe("config/schema", () => {
  it("holds what the code and the files say, and nothing else", () => {
    assert.deepEqual(readdirSync(directory).sort(), Object.keys(files).sort());
    for (const [name, schema] of Object.entries(files)) {
      const written = JSON.parse(readFileSync(join(directory, name), "utf8")) as unknown;
      assert.deepEqual(written, JSON.parse(JSON.stringify(schema)), `${name} is old: run \`npm run update-schema\``);
    }
  });

  for (const file of yaml) {
    it(`goes with ${file}, which names it in its first line`, () => {
      const text = readFileSync(join(config, file), "utf8");
      const schema = relative(dirname(join(config, file)), join(directory, schemaOf(file)));
      assert.equal(text.split("\n")[0], `# yaml-language-server: $schema=${schema}`);
      assert.deepEqual(objections(file, text), []);
    });
  }
});
