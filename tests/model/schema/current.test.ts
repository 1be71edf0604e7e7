import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { schemaFiles } from "../../../model/schema/schema-files.ts";
import { directory, objections, schemaOf } from "./validator.ts";

const config = dirname(directory);
const { files } = schemaFiles(config);
const yaml = readdirSync(config, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));

describe("config/schema", () => {
  const isCurrent = (name: string): boolean => {
    const written = JSON.parse(readFileSync(join(directory, name), "utf8")) as unknown;
    return isDeepStrictEqual(written, JSON.parse(JSON.stringify(files[name])));
  };

  it("holds what the code and the files say, and nothing else", () => {
    assert.deepEqual(readdirSync(directory).sort(), Object.keys(files).sort());
    for (const name of Object.keys(files)) assert.ok(isCurrent(name), `${name} is old: run \`npm run update-schema\``);
  });

  it("offers every account, group and permission set, with what it is", () => {
    const { definitions } = files["names.json"] as { definitions: Record<string, { enum: string[] }> };
    for (const [kind, name] of [
      ["accounts", "Production"],
      ["groups", "SecurityTeam"],
      ["permission-sets", "ReadOnly"],
      ["selectors", "accounts under Workloads"],
      ["selectors", "accounts tagged environment=production"],
      ["guardrail-targets", "ou Workloads/Production"],
      ["parties", "pipeline access"],
      ["files", "base.yaml"],
    ] as const) {
      assert.ok(definitions[kind]?.enum.includes(name), `${kind}: ${name}`);
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
