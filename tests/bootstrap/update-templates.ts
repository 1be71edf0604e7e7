/** Writes what the templates of the shipped configuration are, to be reviewed: `node tests/bootstrap/update-templates.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { files } from "./shipped.ts";

mkdirSync("tests/bootstrap/templates", { recursive: true });
for (const { name, text } of files) writeFileSync(`tests/bootstrap/templates/${name}`, text);
