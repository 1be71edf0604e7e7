import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Landed } from "./landed.ts";
import { type Pulumi, succeed } from "./pulumi.ts";

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
  try {
    const file = join(folder, "import.json");
    writeFileSync(file, JSON.stringify(importFile(landed)));
    const how = ["--yes", "--skip-preview", "--generate-code=false", "--protect=false"];
    await succeed(pulumi, ["import", "--file", file, "--stack", stack, ...how]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

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
