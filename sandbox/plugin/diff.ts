import { defaultsKey } from "./check.ts";
import { equivalent } from "./policy-json.ts";
import { isObject, unknown } from "./property-values.ts";
import type { Properties, Value } from "./property-values.ts";
import type { Change, ResourceType } from "./resource-type.ts";
import { schema } from "./schema.ts";

export type Kind = "add" | "delete" | "update";

export interface Difference {
  /** By its path in Pulumi, such as `tags.owner` or `policyNames[0]`. */
  kinds: Map<string, Kind>;
  /** The inputs that cannot be changed in place. */
  replaces: string[];
  deleteBeforeReplace: boolean;
}

/** What has to change for the state to become what the inputs ask for. */
export function diff(type: ResourceType, state: Properties, inputs: Properties, ignored: string[] = []): Difference {
  const kinds = new Map<string, Kind>();
  const replaces: string[] = [];
  for (const name of inputNames(type)) {
    if (sameProperty(type, name, state[name], inputs[name])) continue;
    const found = pathKinds(name, state[name], inputs[name], type.sets?.includes(name) ?? false);
    const wanted = found.filter(([path]) => !ignored.some((ignore) => path === ignore || isInside(path, ignore)));
    if (wanted.length === 0) continue;
    for (const [path, kind] of wanted) kinds.set(path, kind);
    if (type.replaceOnChange === "everything" || type.replaceOnChange.includes(name)) replaces.push(name);
  }
  const filled = inputs[defaultsKey];
  const named = type.namedAutomatically === true && !(Array.isArray(filled) && filled.includes("name"));
  // A name that the program chose cannot be taken twice at once.
  return { kinds, replaces, deleteBeforeReplace: replaces.length > 0 && (type.deleteBeforeReplace ?? named) };
}

/** The change that an update has to make. */
export function changeBetween(type: ResourceType, olds: Properties, news: Properties): Change {
  const changes = (...names: string[]): boolean =>
    names.some((name) => !sameProperty(type, name, olds[name], news[name]));
  return { olds, news, changes };
}

/** Everything that Check can answer with, besides the list of what it filled in. */
export function inputNames(type: ResourceType): string[] {
  const described = schema.resources[type.token];
  if (described === undefined) throw new Error(`the schema does not describe ${type.token}`);
  return [...Object.keys(described.inputs), ...(described.outputs.includes("tagsAll") ? ["tagsAll"] : [])];
}

/** Whether an input asks for what the state already holds. */
export function sameProperty(
  type: ResourceType,
  name: string,
  state: Value | undefined,
  input: Value | undefined,
): boolean {
  if (input === undefined && type.computed?.includes(name)) return true;
  if (isEmpty(state) || isEmpty(input)) return isEmpty(state) && isEmpty(input);
  if (state === undefined || input === undefined || input === unknown) return false;
  if (type.documents?.includes(name)) return equivalent(state, input);
  const same = type.same?.[name];
  if (same) return same(state, input);
  return canonical(state, type.sets?.includes(name) ?? false) === canonical(input, type.sets?.includes(name) ?? false);
}

function isEmpty(value: Value | undefined): boolean {
  if (value === undefined || value === null || value === "" || value === false || value === 0) return true;
  return Array.isArray(value) ? value.length === 0 : isObject(value) && Object.keys(value).length === 0;
}

function canonical(value: Value, unordered: boolean): string {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, unordered));
    return `[${(unordered ? items.sort() : items).join()}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).filter((name) => name !== defaultsKey && !isEmpty(value[name]));
  return `{${names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null, unordered)}`)
    .join()}}`;
}

function pathKinds(
  path: string,
  old: Value | undefined,
  next: Value | undefined,
  unordered: boolean,
): [string, Kind][] {
  if (Array.isArray(old) && Array.isArray(next)) return listKinds(path, old, next, unordered);
  if (isEmpty(old) && !isObject(next)) return [[path, "add"]];
  if (isEmpty(next) && !isObject(old)) return [[path, "delete"]];
  if ((isObject(old) || old === undefined) && (isObject(next) || next === undefined)) {
    const names = [...new Set([...Object.keys(old ?? {}), ...Object.keys(next ?? {})])].sort();
    return names
      .filter((name) => canonical(old?.[name] ?? null, unordered) !== canonical(next?.[name] ?? null, unordered))
      .flatMap((name) => pathKinds(`${path}${step(name)}`, old?.[name], next?.[name], unordered));
  }
  return [[path, "update"]];
}

function listKinds(path: string, old: Value[], next: Value[], unordered: boolean): [string, Kind][] {
  if (!unordered) {
    const indexes = [...Array(Math.max(old.length, next.length)).keys()];
    return indexes
      .filter((index) => canonical(old[index] ?? null, false) !== canonical(next[index] ?? null, false))
      .flatMap((index) => pathKinds(`${path}[${index}]`, old[index], next[index], false));
  }
  const texts = (items: Value[]): string[] => items.map((item) => canonical(item, true));
  const [before, after] = [texts(old), texts(next)];
  const added = after.flatMap((text, index): [string, Kind][] =>
    before.includes(text) ? [] : [[`${path}[${index}]`, "add"]],
  );
  const removed = before.flatMap((text, index): [string, Kind][] =>
    after.includes(text) ? [] : [[`${path}[${index}]`, "delete"]],
  );
  const changed = new Map<string, Kind>(removed);
  for (const [at, kind] of added) changed.set(at, changed.has(at) ? "update" : kind);
  return [...changed];
}

function step(name: string): string {
  return /^[A-Za-z_][\w-]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}

function isInside(path: string, outer: string): boolean {
  return path.startsWith(`${outer}.`) || path.startsWith(`${outer}[`);
}
