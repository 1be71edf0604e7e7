/**
 * `npm run update-schema`: writes what editors need to complete and explain the files of `config/`: the schemas, and
 * the names that these files define; and the reference of every key, `docs/config-reference.md`.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { referencePage } from "./reference.ts";
import { schemaFiles } from "./schema-files.ts";

const root = join(import.meta.dirname, "..", "..");
const directory = join(root, "config");
const options = await resolveConfig(join(directory, "schema", "stack.json"));
mkdirSync(join(directory, "schema"), { recursive: true });
const { files, readable } = schemaFiles(directory);
for (const [name, schema] of Object.entries(files)) {
  writeFileSync(join(directory, "schema", name), await format(JSON.stringify(schema), { ...options, parser: "json" }));
}
const page = await format(referencePage(), { ...options, parser: "markdown" });
writeFileSync(join(root, "docs", "config-reference.md"), page);
if (!readable) process.stdout.write("The configuration has errors (`npm run check`): names may be missing.\n");
