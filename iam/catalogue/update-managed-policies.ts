import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ManagedPoliciesHeader, ManagedPolicyData } from "./managed-policies.ts";
import type { LineFile } from "./line-file.ts";
import { readJson, type NpmPackage } from "./npm-package.ts";
import type { PolicyDocument } from "../document.ts";

interface PublishedPolicy {
  arn: string;
  latestVersionId: string;
  lastUpdatedDate: string;
  versions: Record<string, { document: PolicyDocument } | undefined>;
}

/** Keeps the latest document of each policy. */
export function readManagedPolicies(
  source: NpmPackage,
  folder: string,
): LineFile<ManagedPoliciesHeader, ManagedPolicyData> {
  const published = Object.entries(
    readJson(folder, "dist", "managedPolicies.json") as Record<string, PublishedPolicy>,
  ).sort(([a], [b]) => (a < b ? -1 : 1));
  const entries = published.map(([name, policy]): [string, ManagedPolicyData] => {
    const path = policy.arn.slice(policy.arn.indexOf("/"), policy.arn.lastIndexOf("/") + 1);
    const document = policy.versions[policy.latestVersionId]?.document;
    if (document === undefined) throw new Error(`${name} has no document ${policy.latestVersionId}.`);
    return [name, [path, policy.latestVersionId, document]];
  });
  return {
    header: {
      source: `https://www.npmjs.com/package/${source.name}`,
      version: source.version,
      date: published
        .map(([, policy]) => policy.lastUpdatedDate)
        .reduce((a, b) => (a > b ? a : b))
        .slice(0, 10),
      licence: readFileSync(join(folder, "LICENSE"), "utf8"),
      names: entries.map(([name, [path]]) => path + name),
    },
    entries: Object.fromEntries(entries),
  };
}
