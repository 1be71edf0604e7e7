import { matches, matchesIgnoringCase } from "../match.ts";
import { nearest } from "../nearest.ts";
import { LineFileReader } from "./line-file.ts";

export interface ActionInfo {
  /** As AWS spells it, such as `s3:GetObject`. */
  name: string;
  accessLevel: AccessLevel;
  /** What it acts on; empty where it accepts no resource but `*`. */
  resourceTypes: ResourceType[];
  /** The service's own and AWS's global keys that the action or its resource types carry, as AWS spells them. */
  conditionKeys: string[];
}

export type AccessLevel = "List" | "Read" | "Write" | "Tagging" | "Permissions management";

export interface ResourceType {
  /** Such as `bucket`. */
  name: string;
  /** With AWS's placeholders, such as `arn:${Partition}:s3:::${BucketName}`. */
  arn: string;
}

export interface ActionsHeader {
  source: string;
  version: string;
  date: string;
  licence: string;
  services: string[];
  /** Services whose resources resource control policies reach. */
  rcpServices: string[];
  /** Global condition key → its type. */
  globalKeys: Record<string, string>;
}

/** One service, by position: resource types are [name, ARN, keys], actions [level, resource types, keys]. */
export interface ServiceData {
  resourceTypes: [string, string, number[]][];
  keys: [string, string][];
  actions: Record<string, [string, number[], number[]]>;
}

const levels: Record<string, AccessLevel> = {
  L: "List",
  R: "Read",
  W: "Write",
  T: "Tagging",
  P: "Permissions management",
};

const file = new LineFileReader<ActionsHeader, ServiceData>("actions.json");
const spellings = new Map<string, Map<string, string>>();
const resourceArns = new Map<string, string[]>();
const expanded = new Map<string, readonly string[]>();

/** Lower case → AWS's spelling, of all actions of a service. */
function spellingsOf(service: string): Map<string, string> | undefined {
  const known = spellings.get(service);
  if (known !== undefined) return known;
  const data = file.entry(service);
  if (data === undefined) return undefined;
  const made = new Map(Object.keys(data.actions).map((name) => [name.toLowerCase(), name]));
  spellings.set(service, made);
  return made;
}

/** AWS's spelling of an action of a service; undefined where there is none. */
function spellingOf(service: string, name: string): string | undefined {
  const data = file.entry(service);
  return data !== undefined && Object.hasOwn(data.actions, name) ? name : spellingsOf(service)?.get(name.toLowerCase());
}

function split(name: string): [string, string] {
  const colon = name.indexOf(":");
  return colon < 0
    ? [name.toLowerCase(), ""]
    : [name.slice(0, colon).toLowerCase(), name.slice(colon + 1).toLowerCase()];
}

/** What AWS publishes of an action, `service:Action` in any case; undefined where there is no such action. */
export function action(name: string): ActionInfo | undefined {
  const colon = name.indexOf(":");
  const service = name.slice(0, colon < 0 ? name.length : colon).toLowerCase();
  const spelling = colon < 0 ? undefined : spellingOf(service, name.slice(colon + 1));
  const data = file.entry(service);
  const entry = spelling === undefined ? undefined : data?.actions[spelling];
  if (spelling === undefined || data === undefined || entry === undefined) return undefined;
  const [level, typeIndexes, keyIndexes] = entry;
  const types = typeIndexes.map((at) => data.resourceTypes[at]).filter((type) => type !== undefined);
  const keys = new Set([...keyIndexes, ...types.flatMap(([, , ofType]) => ofType)]);
  return {
    name: `${service}:${spelling}`,
    accessLevel: levels[level] ?? "Write",
    resourceTypes: types.map(([typeName, arn]) => ({ name: typeName, arn })),
    conditionKeys: [...keys].map((at) => data.keys[at]?.[0]).filter((key) => key !== undefined),
  };
}

/** All service prefixes, sorted. */
export function services(): string[] {
  return file.header().services;
}

/** All actions of a service, without its prefix, sorted; empty for an unknown service. */
export function actionsOf(service: string): string[] {
  return Object.keys(file.entry(service.toLowerCase())?.actions ?? {});
}

/** All actions that exist and that a pattern with `*` and `?` matches, sorted; a name without them gives itself or nothing. */
export function expand(pattern: string): readonly string[] {
  let names = expanded.get(pattern);
  if (names === undefined) expanded.set(pattern, (names = matched(pattern)));
  return names;
}

function matched(pattern: string): string[] {
  const colon = pattern.indexOf(":");
  const [ofService, ofAction] = colon < 0 ? [pattern, pattern] : [pattern.slice(0, colon), pattern.slice(colon + 1)];
  if (colon < 0 && !/^\*+$/.test(pattern)) return [];
  if (!/[*?]/.test(pattern)) {
    const spelling = spellingOf(ofService.toLowerCase(), ofAction);
    return spelling === undefined ? [] : [`${ofService.toLowerCase()}:${spelling}`];
  }
  const reached = /[*?]/.test(ofService)
    ? services().filter((service) => matchesIgnoringCase(ofService, service))
    : [ofService.toLowerCase()];
  const wanted = ofAction.toLowerCase();
  // Most patterns are the beginning of a name.
  const beginning = /^[^*?]*\*$/.test(wanted) ? wanted.slice(0, -1) : undefined;
  const found: string[] = [];
  for (const service of reached)
    for (const name of actionsOf(service)) {
      const lower = name.toLowerCase();
      if (beginning === undefined ? matches(wanted, lower) : lower.startsWith(beginning))
        found.push(`${service}:${name}`);
    }
  return found;
}

/**
 * The ARN formats that an action accepts, or any of those that a pattern matches, with AWS's placeholders; empty where
 * it accepts `*` alone, undefined where there is no such action.
 */
export function resourceArnsOf(pattern: string): string[] | undefined {
  const known = resourceArns.get(pattern);
  if (known !== undefined) return known;
  const names = expand(pattern);
  if (names.length === 0) return undefined;
  const arns = names.flatMap((name) => {
    const [service, spelling] = [name.slice(0, name.indexOf(":")), name.slice(name.indexOf(":") + 1)];
    const data = file.entry(service);
    return data?.actions[spelling]?.[1].map((at) => data.resourceTypes[at]?.[1] ?? "*") ?? [];
  });
  const unique = [...new Set(arns)];
  resourceArns.set(pattern, unique);
  return unique;
}

/** The action that somebody most likely meant who wrote one that does not exist: a slip in the service, the name or both. */
export function nearestAction(name: string): string | undefined {
  const [service, lower] = split(name);
  if (spellingsOf(service) !== undefined) {
    const found = nearest(lower, actionsOf(service));
    if (found !== undefined) return `${service}:${found}`;
  }
  const having = services().filter((other) => spellingsOf(other)?.has(lower));
  const other = nearest(service, having) ?? (having.length === 1 ? having[0] : nearest(service, services()));
  if (other === undefined) return undefined;
  const found = spellingsOf(other)?.get(lower) ?? nearest(lower, actionsOf(other));
  return found === undefined ? undefined : `${other}:${found}`;
}

/** Whether AWS publishes the service: the part of an action before the colon, in any case. */
export function isService(service: string): boolean {
  return services().includes(service.toLowerCase());
}

/** Whether resource control policies reach the resources of a service, as of the date of the data. */
export function isRcpService(service: string): boolean {
  return file.header().rcpServices.includes(service.toLowerCase());
}

/** Global condition key (`aws:…`, as AWS spells it; `tag-key` stands for any) → its type. */
export function globalConditionKeys(): Record<string, string> {
  return file.header().globalKeys;
}

/** Where the actions come from. */
export function actionsSource(): { source: string; version: string; date: string } {
  const { source, version, date } = file.header();
  return { source, version, date };
}
