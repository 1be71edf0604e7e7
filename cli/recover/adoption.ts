import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Landed } from "./landed.ts";
import { type Pulumi, succeed } from "./pulumi.ts";
import { type RecordedResource, type StackState, exportState, resourcesOf } from "./stack-state.ts";

/** What `pulumi import --file` reads. Source: https://www.pulumi.com/docs/iac/guides/migration/import/ */
interface ImportFile {
  nameTable: Record<string, string>;
  resources: { type: string; name: string; id: string; parent: string; provider: string; version?: string }[];
}

/**
 * Records in the stack what exists, under the names, parents and providers by which the program declares it, and
 * unprotected as everything else of the stack. Changes nothing in AWS.
 */
export async function adopt(pulumi: Pulumi, stack: string, landed: Landed[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "recover-"));
  const write = (name: string, content: unknown) => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  try {
    const fresh = landed.filter(({ creation }) => !creation.replaces);
    if (fresh.length > 0) {
      const how = ["--yes", "--skip-preview", "--generate-code=false", "--protect=false"];
      await succeed(pulumi, ["import", "--file", write("import.json", importFile(fresh)), "--stack", stack, ...how]);
    }
    const replacing = landed.filter(({ creation }) => creation.replaces);
    if (replacing.length > 0) {
      // An import refuses what is recorded with another id. A refresh fills in what the new one is like.
      const state = replaced(await exportState(pulumi, stack), replacing);
      await succeed(pulumi, ["stack", "import", "--file", write("state.json", state), "--stack", stack]);
      const targets = replacing.flatMap(({ creation }) => ["--target", creation.urn]);
      await succeed(pulumi, ["refresh", "--yes", "--skip-preview", "--stack", stack, ...targets]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The state in which the replacements are made. What they replace is left for the next update to delete, unless the
 * interrupted one has deleted it first.
 */
export function replaced(state: StackState, landed: Landed[]): StackState {
  const ids = new Map(landed.map(({ creation, existing }) => [creation.urn, existing.id]));
  const resources = resourcesOf(state);
  const isReplaced = (resource: RecordedResource) => ids.has(resource.urn) && resource.delete !== true;
  const made = resources.map((resource) => {
    const id = ids.get(resource.urn);
    if (id === undefined || resource.delete === true) return resource;
    return { ...resource, id, inputs: {}, outputs: {}, pendingReplacement: false };
  });
  const left = resources
    .filter((resource) => isReplaced(resource) && resource.pendingReplacement !== true)
    .map((resource) => ({ ...resource, delete: true }));
  return { ...state, deployment: { ...state.deployment, resources: [...made, ...left] } };
}

/** What `pulumi import` reads, for what the stack has not recorded at all. */
export function importFile(landed: Landed[]): ImportFile {
  const urns = new Set(landed.flatMap(({ creation }) => [creation.parent, creation.provider.urn]));
  const names = new Map([...urns].map((urn, index) => [urn, `known${index}`]));
  return {
    nameTable: Object.fromEntries([...names].map(([urn, name]) => [name, urn])),
    resources: landed.map(({ creation: { type, name, parent, provider }, existing: { id } }) => {
      const version = provider.inputs?.["version"];
      return {
        ...{ type, name, id },
        parent: names.get(parent) ?? "",
        provider: names.get(provider.urn) ?? "",
        ...(typeof version === "string" ? { version } : {}),
      };
    }),
  };
}
