import struct from "google-protobuf/google/protobuf/struct_pb.js";

/** The properties of a resource, by their names in Pulumi. A value that is not known yet is {@link unknown}. */
export type Properties = Record<string, Value>;
export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

/** Properties as they travel: the values, and which of the properties hold a secret anywhere inside. */
export interface Received {
  values: Properties;
  secrets: Set<string>;
}

/** What stands in a preview where a value will only be known later. Source: Pulumi SDK, `plugin.UnknownStringValue`. */
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

export function isObject(value: Value | undefined): value is { [key: string]: Value } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A property as text; empty where it is none. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

/** Whether a value, or anything inside it, is not known yet. */
export function holdsUnknown(value: Value | undefined): boolean {
  if (value === unknown) return true;
  if (Array.isArray(value)) return value.some(holdsUnknown);
  return isObject(value) && Object.values(value).some(holdsUnknown);
}

export function received(message: struct.Struct | undefined): Received {
  const values: Properties = {};
  const secrets = new Set<string>();
  for (const [name, value] of Object.entries(message?.toJavaScript() ?? {})) {
    const opened = open(value, () => secrets.add(name));
    if (opened !== null) values[name] = opened;
  }
  return { values, secrets };
}

function open(value: Value, onSecret: () => void): Value {
  if (Array.isArray(value)) return value.map((item) => open(item, onSecret));
  if (!isObject(value)) return value;
  if (value[signatureKey] === secretSignature) {
    onSecret();
    return open(value["value"] ?? null, onSecret);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, open(inner, onSecret)]));
}

/** Properties on their way to the engine; those named in `secrets` travel as secrets. */
export function sent(values: Properties, secrets: ReadonlySet<string>): struct.Struct {
  const entries = Object.entries(values).map(([name, value]): [string, Value] => [
    name,
    secrets.has(name) ? { [signatureKey]: secretSignature, value } : value,
  ]);
  return struct.Struct.fromJavaScript(Object.fromEntries(entries));
}
