import { equivalent, normalised } from "./policy-json.ts";
import { textOf } from "./property-values.ts";
import type { Properties, Value } from "./property-values.ts";

/** The parts of an id, the last of which may hold the separator itself. Throws where the official plugin refuses it. */
export function idParts(id: string, separator: string, count: number, expected: string): string[] {
  const parts = id.split(separator);
  const rest = parts.splice(count - 1).join(separator);
  parts.push(rest);
  if (parts.length !== count || parts.some((part) => part === "")) {
    throw new Error(`unexpected format for ID ("${id}"), expected ${expected}`);
  }
  return parts;
}

/** The time as the official plugin writes it: RFC 3339, whole seconds. */
export function timestamp(time: unknown): string {
  const date = time instanceof Date ? time : new Date(typeof time === "number" ? time * 1000 : String(time));
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}

/** The values that AWS gave; what it did not give is left out. */
export function present(values: Record<string, unknown>): Properties {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return Object.fromEntries(given) as Properties;
}

/** The name, or one that begins with the prefix. */
export function nameFor(inputs: Properties): string {
  const { name, namePrefix } = inputs;
  if (typeof name === "string") return name;
  const stamp = new Date().toISOString().replace(/\D/g, "");
  return `${textOf(namePrefix)}${stamp}${Math.random().toString(16).slice(2, 10)}`;
}

/** What the program wrote, as long as AWS holds the same. */
export function keptDocument(known: Value | undefined, answered: string): string {
  return normalised(known !== undefined && equivalent(known, answered) ? known : answered);
}

/** The order that the program wrote, as long as AWS holds the same items. */
export function keptOrder(known: Value | undefined, answered: Value[]): Value[] {
  const texts = (items: Value[]): string => JSON.stringify(items.map((item) => JSON.stringify(item)).sort());
  return Array.isArray(known) && texts(known) === texts(answered) ? known : answered;
}

export function textsIn(value: Value | undefined): string[] {
  return Array.isArray(value) ? value.map(textOf) : [];
}
