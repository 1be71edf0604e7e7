import { writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { readmeOf, readmeText } from "./documentation.ts";
import { rules } from "./rules.ts";

/** Writes the part of the README about the rules anew. */
const file = new URL("README.md", import.meta.url);
const options = await resolveConfig(file);
writeFileSync(file, await format(readmeOf(readmeText(), rules), { ...options, parser: "markdown" }));
