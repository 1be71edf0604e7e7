import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { JsonSchema } from "../../../model/schema/json-schema.ts";
import { directory } from "./validator.ts";

/** A key that YAML can have: its path, in which NAME stands for names that people give, and what the schema says of it. */
export interface Key {
  path: string;
  schema: JsonSchema;
}

const files = new Map(
  ["stack.json", "security.json", "names.json"].map((name) => [
    name,
    JSON.parse(readFileSync(join(directory, name), "utf8")) as JsonSchema,
  ]),
);

/** Every key of a schema file, those of maps in lists too. */
export function keysOf(file: string): Key[] {
  return [...keys(file, files.get(file) ?? {}, "")];
}

/** What a reference of a schema file leads to. */
export function resolved(file: string, schema: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const [other = "", pointer = ""] = schema.$ref.split("#/definitions/");
  return files.get(other === "" ? file : other)?.definitions?.[pointer] ?? {};
}

function* keys(file: string, written: JsonSchema, path: string): Generator<Key> {
  const schema = resolved(file, written);
  const { properties = {}, additionalProperties, items, anyOf = [] } = schema;
  for (const [key, child] of Object.entries(properties)) {
    const own = path === "" ? key : `${path}.${key}`;
    yield { path: own, schema: child };
    yield* keys(file, child, own);
  }
  if (typeof additionalProperties === "object") {
    const own = `${path}.NAME`;
    yield { path: own, schema: additionalProperties };
    yield* keys(file, additionalProperties, own);
  }
  if (items !== undefined) yield* keys(file, items, `${path}[]`);
  for (const option of anyOf) if (option !== true) yield* keys(file, option, path);
}
