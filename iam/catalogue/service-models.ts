import { readFileSync } from "node:fs";
import { join } from "node:path";

/** What AWS's published models demand of a value. Lengths of text are in characters, of lists in members. */
export interface Limits {
  min?: number;
  max?: number;
  /** Anchored at both ends, as AWS matches it. */
  pattern?: RegExp;
  enum?: string[];
}

export interface Shape extends Limits {
  type: "structure" | "list" | "map" | "string" | "integer" | "long" | "boolean" | "timestamp" | "blob" | "double";
  /** Of a structure: the members that have to be there. */
  required?: string[];
  /** Of a structure: member → name of its shape. */
  members?: Record<string, string>;
  /** Of a list: name of the shape of each. */
  member?: string;
  /** Of a map: names of the shapes. */
  key?: string;
  value?: string;
}

export interface Operation {
  /** Names of shapes; absent where the operation takes or gives nothing. */
  input?: string;
  output?: string;
  /** The error codes that the model names; AWS's common errors come on top. */
  errors: string[];
}

interface Model {
  apiVersion: string;
  /** Error code → HTTP status. */
  errors: Record<string, number | undefined>;
  operations: Record<string, Operation | undefined>;
  shapes: Record<string, (Omit<Shape, "pattern"> & { pattern?: string }) | undefined>;
}

interface Models {
  source: string;
  version: string;
  date: string;
  services: Record<string, Model | undefined>;
}

let parsed: Models | undefined;
const shapes = new Map<string, Shape>();

function models(): Models {
  parsed ??= JSON.parse(readFileSync(join(import.meta.dirname, "data", "service-models.json"), "utf8")) as Models;
  return parsed;
}

function model(service: string): Model {
  const found = models().services[service];
  if (found === undefined) throw new Error(`The catalogue has no model of the service "${service}".`);
  return found;
}

/** The operation as AWS's model has it, or undefined where the catalogue has no such service or operation. */
export function operation(service: string, name: string): Operation | undefined {
  return models().services[service]?.operations[name];
}

/** Names of a service's operations. */
export function operations(service: string): string[] {
  return Object.keys(model(service).operations);
}

/** The shape of an operation's input. Throws where there is no such operation. */
export function operationInput(service: string, name: string): Shape {
  const found = operation(service, name);
  if (found === undefined) throw new Error(`The catalogue has no operation ${service}:${name}.`);
  return found.input === undefined ? { type: "structure", members: {} } : shape(service, found.input);
}

/** The shape by its name in AWS's model, such as `shape("iam", "roleNameType")`. Throws where there is none. */
export function shape(service: string, name: string): Shape {
  const key = `${service} ${name}`;
  const known = shapes.get(key);
  if (known !== undefined) return known;
  const found = model(service).shapes[name];
  if (found === undefined) throw new Error(`The catalogue's model of ${service} has no shape "${name}".`);
  const { pattern, ...rest } = found;
  const made: Shape = pattern === undefined ? rest : { ...rest, pattern: new RegExp(`^(?:${pattern})$`, "u") };
  shapes.set(key, made);
  return made;
}

/** HTTP status of an error code of a service, where its model names one. */
export function errorStatus(service: string, code: string): number | undefined {
  return models().services[service]?.errors[code];
}
