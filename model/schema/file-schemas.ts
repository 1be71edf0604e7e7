import type * as z from "zod";
import { sections } from "../configuration.ts";
import { securitySections } from "../security-file.ts";
import { headKeys } from "../stack-head.ts";
import type { JsonSchema } from "./json-schema.ts";
import { wordDefinitions } from "./offers.ts";
import { partDefinitions, schemaOf } from "./schema-of.ts";
import { textDefinitions } from "./text-schema.ts";

/** Of the sections that are one thing each: several files may hold parts of one, so that no key is missing in a file. */
const divisible = ["organization", "identity-center", "account-baseline", "audit"];

/** The schema of every file but the security file: a stack file, and a file that others include. */
export function stackFileSchema(): JsonSchema {
  const own = shapeWhere((section) => !securitySections.includes(section));
  for (const section of divisible) delete own[section]?.required;
  return fileSchema(
    "What every stack shares, or one stack: see config/README.md.",
    { ...shape(headKeys), ...own },
    { dependencies: { stack: ["version"] } },
  );
}

/** The schema of the security file. */
export function securityFileSchema(): JsonSchema {
  const own = shapeWhere((section) => securitySections.includes(section));
  return fileSchema("What can weaken the rest: Security owns it.", { ...shape({ version: headKeys.version }), ...own });
}

function fileSchema(description: string, properties: Record<string, JsonSchema>, more: JsonSchema = {}): JsonSchema {
  const all = { ...textDefinitions, ...wordDefinitions(), ...partDefinitions() };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    description,
    type: "object",
    minProperties: 1,
    properties,
    additionalProperties: false,
    ...more,
    definitions: referred(properties, all),
  };
}

/** Those of the definitions to which the schemas refer, be it through others. */
function referred(from: unknown, all: Record<string, JsonSchema>): Record<string, JsonSchema> {
  const found = new Set<string>();
  const follow = (schema: unknown): void => {
    for (const [, name = ""] of JSON.stringify(schema).matchAll(/"#\/definitions\/([^"]+)"/gu)) {
      if (found.has(name)) continue;
      found.add(name);
      follow(all[name]);
    }
  };
  follow(from);
  return Object.fromEntries(Object.entries(all).filter(([name]) => found.has(name)));
}

function shapeWhere(wanted: (section: string) => boolean): Record<string, JsonSchema> {
  return shape(Object.fromEntries(Object.entries(sections.shape).filter(([section]) => wanted(section))));
}

function shape(keys: Record<string, z.ZodType>): Record<string, JsonSchema> {
  return Object.fromEntries(Object.entries(keys).map(([key, schema]) => [key, schemaOf(schema)]));
}
