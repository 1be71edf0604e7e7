import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import type { Configuration } from "../configuration.ts";
import { load } from "../load.ts";
import { hasErrors } from "../report.ts";
import { securityFileSchema, stackFileSchema } from "./file-schemas.ts";
import { namesSchema } from "./names.ts";
import { namesFile } from "./offers.ts";

/** Every file of `config/schema/` by its name, as plain data, for the configuration of a directory. */
export function schemaFiles(directory: string): { files: Record<string, unknown>; readable: boolean } {
  const yaml = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  const begins = yaml.filter((name) => /^stack:/mu.test(readFileSync(join(directory, name), "utf8")));
  const stacks = new Map<string, Configuration>();
  let readable = true;
  const [first] = begins;
  if (first !== undefined) {
    const loaded = load(join(directory, first));
    readable = !hasErrors(loaded.diagnostics);
    for (const [name, stack] of loaded.stacks) {
      stacks.set(name, { ...stack, file: relative(directory, stack.file) });
    }
  }
  const included = yaml.filter((name) => !begins.includes(name));
  return {
    files: {
      "stack.json": stackFileSchema(),
      "security.json": securityFileSchema(),
      [namesFile]: namesSchema([...stacks.values()], included.sort()),
    },
    readable,
  };
}
