import { isObject } from "../property-values.ts";
import type { Value } from "../property-values.ts";

/** Where S3's name is not the property's with a capital. */
const special: Record<string, string> = { id: "ID", sseAlgorithm: "SSEAlgorithm", kmsMasterKeyId: "KMSMasterKeyID" };
const specialBack = Object.fromEntries(Object.entries(special).map(([ours, theirs]) => [theirs, ours]));

/** A value of Pulumi's with the names that S3's operations have for its properties, at any depth. */
export function toS3(value: Value): Value {
  return renamed(value, (name) => special[name] ?? name.charAt(0).toUpperCase() + name.slice(1));
}

/** The opposite of {@link toS3}. */
export function fromS3(value: unknown): Value {
  return renamed(value as Value, (name) => specialBack[name] ?? name.charAt(0).toLowerCase() + name.slice(1));
}

function renamed(value: Value, rename: (name: string) => string): Value {
  if (Array.isArray(value)) return value.map((item) => renamed(item, rename));
  if (!isObject(value)) return value;
  const own = Object.entries(value).filter(([name]) => name !== "__defaults");
  return Object.fromEntries(own.map(([name, inner]) => [rename(name), renamed(inner, rename)]));
}
