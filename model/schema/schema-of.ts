import * as z from "zod";
import { guardrailDenial } from "../sections/guardrails.ts";
import type { Hints } from "../values/offer.ts";
import { denial, grant, statement } from "../sections/permissions.ts";
import { denialSchema, grantDependencies, grantKeys, guardrailDenialSchema } from "./grants.ts";
import type { JsonSchema } from "./json-schema.ts";
import { statementKeys } from "./statement.ts";
import { type TextMeta, explained, keySchema, textSchema } from "./text-schema.ts";

/**
 * The JSON Schema of what one zod schema validates, as YAML's core schema reads it: where the loader takes any text, a
 * number that is written without quotes is right too. It refers to `partDefinitions` and to those of texts and lists.
 */
export function schemaOf(schema: z.ZodType): JsonSchema {
  const json = z.toJSONSchema(schema, {
    target: "draft-07",
    io: "input",
    override: ({ zodSchema, jsonSchema }) => {
      const translation = translated(zodSchema, jsonSchema as JsonSchema);
      if (translation === undefined) return;
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      Object.assign(jsonSchema, translation);
    },
  });
  Reflect.deleteProperty(json, "$schema");
  return json as JsonSchema;
}

/** Undefined where it stays as it is: what only wraps another has been given that one's translation. */
function translated(zod: unknown, json: JsonSchema): JsonSchema | undefined {
  const part = Object.entries(parts).find(([, { stands }]) => stands === zod)?.[0];
  if (part !== undefined) return { $ref: `#/definitions/${part}` };
  if (zod instanceof z.ZodString) return textSchema(json as TextMeta);
  const own = { ...explained(json.description, json), examples: json.examples };
  if (zod instanceof z.ZodEnum) return { ...own, default: json.default, ...wordsOf(json.enum ?? []) };
  if (zod instanceof z.ZodUnion) return { ...own, anyOf: json.anyOf };
  if (zod instanceof z.ZodArray) {
    // An editor would offer a member's example under the name "[object Object]"; the list has examples of its own.
    const options = [json.items, ...(json.items?.anyOf ?? [])].filter((one) => typeof one === "object");
    for (const option of options) if (option.type === "object") delete option.examples;
    return {
      ...own,
      type: "array",
      minItems: 1,
      items: json.items,
      errorMessage: "Expected is a list: [one, another].",
    };
  }
  if (zod instanceof z.ZodRecord) {
    return {
      ...own,
      type: "object",
      minProperties: 1,
      // None; with them an editor begins the first line below the key instead of writing the example there.
      properties: {},
      propertyNames: keySchema(((zod.keyType as z.ZodType).meta() ?? {}) as Hints),
      additionalProperties: json.additionalProperties,
      errorMessage: "Expected are lines below it, each with a name and a colon.",
    };
  }
  if (zod instanceof z.ZodObject) {
    const { properties, required } = json;
    return { ...own, type: "object", minProperties: 1, properties, required, additionalProperties: false };
  }
  if (zod instanceof z.ZodDefault) Reflect.deleteProperty(json, "default");
  return undefined;
}

/** Words that YAML takes for a truth value or a number are right with and without quotes. */
function wordsOf(words: readonly unknown[]): JsonSchema {
  const plain = words.map(
    (word) => (/^(?:true|false|\d+)$/u.test(String(word)) ? JSON.parse(String(word)) : word) as unknown,
  );
  if (plain.every((value) => typeof value === "string")) return { enum: plain };
  return { anyOf: [{ enum: plain }, { type: "string", pattern: `^(?:${words.join("|")})$` }] };
}

/** What is any map to the loader's structure, and has its parts checked where they are spelt out. */
const parts: Record<string, { stands: z.ZodType; schema: () => JsonSchema }> = {
  grant: { stands: grant, schema: () => ({ ...schemaOf(grantKeys), dependencies: grantDependencies }) },
  denial: { stands: denial, schema: () => denialSchema },
  "guardrail-denial": { stands: guardrailDenial, schema: () => guardrailDenialSchema(schemaOf) },
  statement: { stands: statement, schema: () => schemaOf(statementKeys) },
};

/** The definitions to which grants, denials and statements refer. */
export function partDefinitions(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, { stands, schema }]) => {
      return [name, { description: stands.meta()?.description, ...schema() }];
    }),
  );
}
