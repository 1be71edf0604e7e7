import assert from "node:assert/strict";
import { z } from "zod";
import { sections } from "../../model/configuration.ts";
import { shapeOf, unwrapped } from "../../model/structure-tree.ts";

interface Key {
  path: string;
  schema: z.ZodType;
}

/** Every key that the YAML can have, with its schema. */
function* keys(schema: z.ZodType, path: string): Generator<Key> {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) {
    for (const [key, value] of Object.entries(shapeOf(inner) ?? {})) {
      yield { path: `${path}.${key}`, schema: unwrapped(value) };
      yield* keys(value, `${path}.${key}`);
    }
  } else if (inner instanceof z.ZodRecord) yield* keys(inner.valueType as z.ZodType, `${path}.*`);
  else if (inner instanceof z.ZodArray) yield* keys(inner.element as z.ZodType, `${path}[]`);
  else if (inner instanceof z.ZodUnion) {
    for (const option of inner.options as z.ZodType[]) yield* keys(option, path);
  }
}

const all = [...keys(sections, "")].filter(({ path }) => path.includes("."));

describe("the schema", () => {
  it("explains every key in a sentence", () => {
    const silent = all.filter(({ schema }) => !/^[A-Z].+\.$/su.test(schema.meta()?.description ?? ""));
    assert.deepEqual(
      silent.map(({ path }) => path),
      [],
    );
    assert.ok(all.length > 100);
  });

  it("gives an example of every text that is valid itself", () => {
    const wrong = all
      .filter(({ schema }) => schema instanceof z.ZodString || schema instanceof z.ZodEnum)
      .filter(({ schema }) => {
        const [example] = (schema.meta()?.examples ?? []) as unknown[];
        return !schema.safeParse(example).success;
      });
    assert.deepEqual(
      wrong.map(({ path }) => path),
      [],
    );
  });

  it("becomes a JSON Schema that refuses unknown keys and keeps the explanations", () => {
    const schema = z.toJSONSchema(sections, { io: "input" }) as {
      additionalProperties: boolean;
      required: string[];
      properties: Record<string, { description?: string; additionalProperties: { properties: object } }>;
    };
    assert.equal(schema.additionalProperties, false);
    assert.deepEqual(schema.required, ["organization", "accounts"]);
    assert.match(schema.properties["accounts"]?.description ?? "", /account/u);
    assert.ok("session-duration" in (schema.properties["permission-sets"]?.additionalProperties.properties ?? {}));
  });
});
