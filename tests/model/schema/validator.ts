import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv, type ValidateFunction } from "ajv";
import { parse } from "yaml";

export const directory = join(import.meta.dirname, "..", "..", "..", "config", "schema");

/** What an editor knows beside the words of JSON Schema. */
const editorWords = ["enumDescriptions", "errorMessage", "patternErrorMessage"];

const ajv = new Ajv({
  allErrors: true,
  strict: true,
  strictTypes: false,
  strictRequired: false,
  allowUnionTypes: true,
});
for (const word of editorWords) ajv.addKeyword(word);
for (const name of ["names.json", "stack.json", "security.json"]) {
  ajv.addSchema(JSON.parse(readFileSync(join(directory, name), "utf8")) as object, name);
}

/** What the schema says against a file, read as an editor reads it: YAML's core schema. Empty where it fits. */
export function objections(file: string, text: string): string[] {
  const validate = ajv.getSchema(schemaOf(file)) as ValidateFunction;
  if (validate(parse(text, { schema: "core" }))) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    return `${instancePath || "/"} ${message ?? ""} ${JSON.stringify(params)}`;
  });
}

/** Whether a part of a schema file takes a value. */
export function takes(file: string, part: object, value: unknown): boolean {
  const absolute = JSON.stringify(part).replaceAll('"#/definitions/', `"${file}#/definitions/`);
  return ajv.validate(JSON.parse(absolute) as object, value);
}

/** The name of the schema that goes with a file. */
export function schemaOf(file: string): string {
  return file.endsWith("security.yaml") ? "security.json" : "stack.json";
}
