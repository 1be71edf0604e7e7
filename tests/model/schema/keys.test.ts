import assert from "node:assert/strict";
import * as z from "zod";
import { sections } from "../../../model/configuration.ts";
import { grantKeys } from "../../../model/schema/grants.ts";
import type { JsonSchema } from "../../../model/schema/json-schema.ts";
import { statementKeys } from "../../../model/schema/statement.ts";
import { unwrapped } from "../../../model/structure-tree.ts";
import { type Key, keysOf, resolved } from "./keys.ts";
import { takes } from "./validator.ts";

const all = ["stack.json", "security.json"].flatMap((file) => keysOf(file).map((key) => ({ file, ...key })));
const paths = (keys: Key[]): string[] => keys.map(({ path }) => path);
/** Names that people give to what has no shape of its own: a tag, a condition's operator and key. */
const free = /(?:\.tags|\.attributes|\.Condition|\.Condition\.NAME|raised-quotas)\.NAME$/u;

describe("every key of the schema", () => {
  it("is there", () => {
    assert.ok(all.length > 300, String(all.length));
    for (const path of ["stack", "access.NAME.NAME[].until", "permission-sets.NAME.allow[].read objects"]) {
      assert.ok(paths(all).includes(path), path);
    }
  });

  it("is explained in sentences", () => {
    const silent = all.filter(
      ({ path, schema }) => !free.test(path) && !/^[A-Z`].+\.$/su.test(schema.description ?? ""),
    );
    assert.deepEqual(paths(silent), []);
  });

  it("has an example", () => {
    const without = all.filter(({ file, path, schema }) => !free.test(path) && examplesOf(file, schema).length === 0);
    assert.deepEqual(paths(without), []);
  });

  it("has examples that the schema takes", () => {
    const leaves = all.filter(({ schema }) => schema.type !== "object" && schema.items === undefined);
    const distinct = new Map(leaves.map((key) => [JSON.stringify(key.schema), key]));
    const wrong = [...distinct.values()].flatMap(({ file, path, schema }) =>
      examplesOf(file, schema).flatMap((example) =>
        takes(file, schema, example) ? [] : [`${path}: ${JSON.stringify(example)}`],
      ),
    );
    assert.deepEqual(wrong, []);
  });

  it("has examples that the loader takes", () => {
    const wrong = [
      ...zodKeys(z.strictObject({ ...sections.shape, statement: statementKeys, grant: grantKeys }), ""),
    ].flatMap(({ path, zod }) =>
      ((unwrapped(zod).meta()?.examples ?? []) as unknown[]).flatMap((example) =>
        zod.safeParse(example).success ? [] : [`${path}: ${JSON.stringify(example)}`],
      ),
    );
    assert.deepEqual(wrong, []);
  });

  it("says in its description what holds where it is absent", () => {
    const silent = all.filter(
      ({ schema }) => schema.default !== undefined && !schema.description?.includes(`Default: \`${schema.default}\`.`),
    );
    assert.deepEqual(paths(silent), []);
  });
});

/** Of a name that the files define, the example is one of these names. */
function examplesOf(file: string, { examples, anyOf = [] }: JsonSchema): unknown[] {
  return [...(examples ?? []), ...anyOf.flatMap((one) => (one === true ? [] : (resolved(file, one).examples ?? [])))];
}

function* zodKeys(zod: z.ZodType, path: string): Generator<{ path: string; zod: z.ZodType }> {
  const inner = unwrapped(zod);
  yield { path, zod: inner };
  const children: [string, unknown][] =
    inner instanceof z.ZodObject
      ? Object.entries(inner.shape).map(([key, child]) => [`${path}.${key}`, child])
      : inner instanceof z.ZodRecord
        ? [[`${path}.NAME`, inner.valueType]]
        : inner instanceof z.ZodArray
          ? [[`${path}[]`, inner.element]]
          : inner instanceof z.ZodUnion
            ? inner.options.map((option) => [path, option])
            : [];
  for (const [own, child] of children) yield* zodKeys(child as z.ZodType, own);
}
