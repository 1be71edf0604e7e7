import * as z from "zod";
import type { Path } from "./path.ts";
import type { Tree, TreeMap } from "./tree.ts";
import { isMap } from "./tree.ts";

/** The schema that wrappers such as `exactOptional` hold. */
export function unwrapped(schema: z.ZodType): z.ZodType {
  return isOptional(schema) ? unwrapped(schema.unwrap() as z.ZodType) : schema;
}

/** Whether a map may do without the key. */
function isOptional(schema: z.ZodType): schema is z.ZodExactOptional | z.ZodDefault {
  return schema instanceof z.ZodExactOptional || schema instanceof z.ZodDefault;
}

/** The keys of a map with fixed keys; of a union, of the option that is such a map. */
export function shapeOf(schema: z.ZodType): Record<string, z.ZodType> | undefined {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodUnion)
    return (inner.options as z.ZodType[]).map(shapeOf).find((shape) => shape !== undefined);
  return inner instanceof z.ZodObject ? inner.shape : undefined;
}

/** The schema of the node at a path; of a union, the option of the node's kind. */
export function schemaAt(schema: z.ZodType, tree: Tree | undefined, path: Path): z.ZodType {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodUnion) {
    const options = inner.options as z.ZodType[];
    const meant = options.find((option) => path.length > 0 && kindOfSchema(option) === kindOf(tree));
    return meant === undefined ? inner : schemaAt(meant, tree, path);
  }
  const [part, ...rest] = path;
  if (part === undefined) return inner;
  const child = childOf(inner, part);
  return child === undefined ? z.unknown() : schemaAt(child, valueAt(tree, [part]), rest);
}

function childOf(schema: z.ZodType, part: string | number): z.ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  return ownKey(shapeOf(schema), part);
}

/** What a map has under a key, and not what every object has, such as `constructor`. */
function ownKey(shape: Record<string, z.ZodType> | undefined, key: string | number): z.ZodType | undefined {
  return shape !== undefined && Object.hasOwn(shape, key) ? shape[key] : undefined;
}

function kindOfSchema(schema: z.ZodType): string {
  const inner = unwrapped(schema);
  return inner instanceof z.ZodArray
    ? "list"
    : inner instanceof z.ZodObject || inner instanceof z.ZodRecord
      ? "map"
      : "text";
}

export function kindOf(tree: Tree | undefined): "text" | "list" | "map" | "nothing" {
  if (tree === undefined) return "nothing";
  return typeof tree === "string" ? "text" : Array.isArray(tree) ? "list" : "map";
}

export function valueAt(tree: Tree | undefined, path: Path): Tree | undefined {
  let node = tree;
  for (const part of path) {
    node = Array.isArray(node) ? node[Number(part)] : isMap(node) && Object.hasOwn(node, part) ? node[part] : undefined;
  }
  return node;
}

/** Whether the map that holds the node cannot do without it. */
export function isRequired(tree: TreeMap, schema: z.ZodType, path: Path): boolean {
  const key = path.at(-1);
  const own = key === undefined ? undefined : ownKey(shapeOf(schemaAt(schema, tree, path.slice(0, -1))), key);
  return own !== undefined && !isOptional(own);
}

/** The example of the schema at a path. */
export function exampleAt(tree: TreeMap, schema: z.ZodType, path: Path): Tree {
  const [example] = (schemaAt(schema, tree, path).meta()?.examples ?? []) as Tree[];
  return example ?? "";
}

/** Puts a value at a path of which the map exists. */
export function restore(tree: TreeMap, path: Path, value: Tree): void {
  const parent = valueAt(tree, path.slice(0, -1));
  const key = path.at(-1);
  if (isMap(parent) && typeof key === "string") parent[key] = value;
}

/**
 * Takes the node at a path out of the tree. Where its map cannot do without it, the map goes too, up to an entry of a
 * section; what a section itself requires is replaced by its example, so that the rest can still be judged.
 */
export function prune(tree: TreeMap, schema: z.ZodType, path: Path): void {
  const parent = valueAt(tree, path.slice(0, -1));
  const key = path.at(-1);
  if (parent === undefined || key === undefined) return;
  if (Array.isArray(parent)) {
    prune(tree, schema, path.slice(0, -1));
    return;
  }
  if (!isMap(parent)) return;
  if (!isRequired(tree, schema, path)) Reflect.deleteProperty(parent, key);
  else if (path.length === 2) parent[key] = exampleAt(tree, schema, path);
  else if (path.length > 2) prune(tree, schema, path.slice(0, -1));
}
