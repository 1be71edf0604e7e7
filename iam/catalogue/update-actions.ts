import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ActionsHeader, ServiceData } from "./actions.ts";
import type { LineFile } from "./line-file.ts";
import { readJson, type NpmPackage } from "./npm-package.ts";

interface PublishedAction {
  name: string;
  accessLevel: string;
  resourceTypes: { name: string; conditionKeys: string[] }[];
  conditionKeys: string[];
}
type PublishedResourceTypes = Record<string, { key: string; arn: string; conditionKeys?: string[] }>;
type PublishedKeys = Record<string, { key: string; type: string }>;

const letters: Record<string, string> = {
  List: "L",
  Read: "R",
  Write: "W",
  "Tagging, Write": "T",
  "Permissions management, Write": "P",
};

function byName<T>([a]: [string, T], [b]: [string, T]): number {
  return a < b ? -1 : 1;
}

function reduceService(folder: string, service: string): ServiceData {
  const file = (kind: string): unknown => readJson(folder, "data", kind, `${service}.json`);
  const keys: string[] = [];
  const index = (key: string): number => {
    if (!keys.includes(key)) keys.push(key);
    return keys.indexOf(key);
  };
  const types = Object.values(file("resourceTypes") as PublishedResourceTypes);
  const typeIndex = new Map(types.map(({ key }, at) => [key.toLowerCase(), at]));
  const resourceTypes = types.map(({ key, arn, conditionKeys = [] }): ServiceData["resourceTypes"][number] => [
    key,
    arn,
    conditionKeys.map(index),
  ]);
  const actions = Object.values(file("actions") as Record<string, PublishedAction>).map(
    ({ name, accessLevel, ...action }): [string, ServiceData["actions"][string]] => {
      const level = letters[accessLevel];
      if (level === undefined) throw new Error(`${service}:${name} has the unknown access level ${accessLevel}.`);
      const accepted = action.resourceTypes.map((type) => {
        const at = typeIndex.get(type.name.toLowerCase());
        if (at === undefined) throw new Error(`${service}:${name} names the unknown resource type ${type.name}.`);
        return at;
      });
      const own = [...action.conditionKeys, ...action.resourceTypes.flatMap((type) => type.conditionKeys)];
      return [name, [level, accepted, [...new Set(own)].map(index)]];
    },
  );
  const types_ = file("conditionKeys") as PublishedKeys;
  return {
    resourceTypes,
    keys: keys.map((key) => [key, types_[key.toLowerCase()]?.type ?? "String"]),
    actions: Object.fromEntries(actions.sort(byName)),
  };
}

async function globalKeys(folder: string): Promise<Record<string, string>> {
  const module = (await import(pathToFileURL(join(folder, "dist/esm/globalConditionKeys.js")).href)) as {
    globalConditionKeys: { key: string; type: string }[];
  };
  const keys = module.globalConditionKeys.map(({ key, type }): [string, string] => [key, type]);
  return Object.fromEntries(keys.sort(byName));
}

/** Reduces the package to what the catalogue tells of a service: its actions, resource types and condition keys. */
export async function readActions(source: NpmPackage, folder: string): Promise<LineFile<ActionsHeader, ServiceData>> {
  const { updatedAt } = readJson(folder, "package.json") as { updatedAt: string };
  const services = (readJson(folder, "data", "services.json") as string[]).sort();
  return {
    header: {
      source: `https://www.npmjs.com/package/${source.name}`,
      version: source.version,
      date: updatedAt.slice(0, 10),
      licence: readFileSync(join(folder, "LICENSE.txt"), "utf8"),
      services,
      rcpServices: readJson(folder, "data", "rcpSupportedServices.json") as string[],
      globalKeys: await globalKeys(folder),
    },
    entries: Object.fromEntries(services.map((service) => [service, reduceService(folder, service)])),
  };
}
