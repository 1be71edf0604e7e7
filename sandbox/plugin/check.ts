import { createHash } from "node:crypto";
import { holdsUnknown, isObject, unknown } from "./property-values.ts";
import type { Properties, Value } from "./property-values.ts";
import { normalised } from "./policy-json.ts";
import type { ResourceType } from "./resource-type.ts";
import { schema } from "./schema.ts";
import type { PropertyType, Shape } from "./schema.ts";
import type { Session } from "./session.ts";
import { allTags } from "./tags.ts";

/** The inputs that the official plugin filled in itself stand in this one, in the state too. */
export const defaultsKey = "__defaults";

export interface CheckRequest {
  /** The resource's logical name. */
  name: string;
  olds: Properties;
  news: Properties;
  seed: Uint8Array;
  /** The name that the engine wants, where the project configures names. */
  proposedName?: string;
}

export interface Checked {
  inputs: Properties;
  failures: string[];
}

/** Fills in what the official plugin fills in, and says in its words what is wrong with the inputs. */
export function check(session: Session, type: ResourceType, request: CheckRequest): Checked {
  const described = schema.resources[type.token];
  if (described === undefined) throw new Error(`the schema does not describe ${type.token}`);
  // Both are always worked out anew; what an import found sends them along.
  const own = Object.entries(request.news).filter(([name]) => name !== defaultsKey && name !== "tagsAll");
  const news = Object.fromEntries(own);
  const failures = [
    ...shapeFailures(described.inputs, news, request.name),
    ...(type.required ?? []).filter((name) => !(name in news)).map((name) => `Missing required property '${name}'`),
    ...("name" in news && "namePrefix" in news
      ? [`"name": conflicts with name_prefix. ${examine(request.name, "name")}`]
      : []),
    ...Object.entries(type.unsupported ?? {})
      .filter(([name]) => name in news)
      .map(([name, reason]) => `The sandbox does not serve this property: ${reason}. ${examine(request.name, name)}`),
  ];
  if (failures.length > 0) return { inputs: news, failures };

  const inputs = complete(session, type, described.inputs, request, news);
  return { inputs, failures: ruleFailures(type, inputs, request.name) };
}

function complete(
  session: Session,
  type: ResourceType,
  shape: Shape,
  request: CheckRequest,
  news: Properties,
): Properties {
  const inputs: Properties = { ...news };
  const filled: string[] = [];
  if (type.namedAutomatically && inputs["name"] === undefined && inputs["namePrefix"] === undefined) {
    const before = request.olds[defaultsKey];
    const kept = Array.isArray(before) && before.includes("name") ? request.olds["name"] : undefined;
    inputs["name"] = kept ?? request.proposedName ?? automaticName(request);
    filled.push("name");
  }
  for (const [name, value] of Object.entries(type.defaults ?? {})) {
    if (inputs[name] !== undefined) continue;
    inputs[name] = value;
    filled.push(name);
  }
  for (const [name, { type: kind }] of Object.entries(shape)) {
    if (kind === "document" && isObject(inputs[name])) {
      inputs[name] = holdsUnknown(inputs[name]) ? unknown : normalised(inputs[name]);
    }
  }
  if ("region" in shape) inputs["region"] ??= session.region;
  if ("tags" in shape) inputs["tagsAll"] = allTags(session, inputs["tags"]);
  return { ...(type.complete?.(inputs) ?? inputs), [defaultsKey]: filled.sort() };
}

function automaticName(request: CheckRequest): string {
  const suffix = createHash("sha256").update(request.seed).update(request.name).digest("hex").slice(0, 7);
  return `${request.name}-${suffix}`;
}

function ruleFailures(type: ResourceType, inputs: Properties, resource: string): string[] {
  return Object.entries(type.rules ?? {}).flatMap(([name, rules]) => {
    const value = inputs[name];
    if (value === undefined || holdsUnknown(value)) return [];
    const reasons = rules.map((rule) => rule(value, name)).filter((reason) => reason !== undefined);
    return reasons.map((reason) => `${reason}. ${examine(resource, name)}`);
  });
}

/** What is missing, unknown or of another type, at any depth. */
export function shapeFailures(shape: Shape, values: Properties, resource: string, path = ""): string[] {
  const failures: string[] = [];
  for (const [name, { required }] of Object.entries(shape)) {
    if (required && values[name] === undefined) failures.push(`Missing required property '${path}${name}'`);
  }
  for (const [name, value] of Object.entries(values)) {
    const property = shape[name];
    if (property) failures.push(...typeFailures(property.type, value, resource, `${path}${name}`));
    else failures.push(`Invalid or unknown key. ${examine(resource, path + name)}`);
  }
  return failures;
}

function typeFailures(type: PropertyType, value: Value, resource: string, path: string): string[] {
  if (value === unknown) return [];
  const wrong = (wanted: string): string[] => [
    `Unexpected type at field "${path}": expected ${wanted} type, got ${kindOf(value)} type`,
  ];
  if (type === "document") return typeof value === "string" || isObject(value) ? [] : wrong("string");
  if (typeof type === "string") return typeof value === type ? [] : wrong(type);
  if ("list" in type) {
    if (!Array.isArray(value)) return wrong("[]");
    return value.flatMap((item, index) => typeFailures(type.list, item, resource, `${path}[${index}]`));
  }
  if (!isObject(value)) return wrong("object");
  if ("object" in type) return shapeFailures(type.object, value, resource, `${path}.`);
  return Object.entries(value).flatMap(([key, item]) => typeFailures(type.map, item, resource, `${path}.${key}`));
}

function kindOf(value: Value): string {
  return Array.isArray(value) ? "[]" : typeof value;
}

function examine(resource: string, path: string): string {
  return `Examine values at '${resource}.${path}'.`;
}
