import { readdirSync } from "node:fs";
import { documents } from "../../../sandbox/aws/world.ts";
import type { IamDocument } from "../../../sandbox/aws/iam/iam-document.ts";
import type { IdentityStoreDocument } from "../../../sandbox/aws/identitystore/identity-store-document.ts";
import type { OrganizationDocument } from "../../../sandbox/aws/organizations/organization-document.ts";
import type { IdentityCenterDocument } from "../../../sandbox/aws/sso-admin/identity-center-document.ts";
import { openStore } from "../../../sandbox/aws/store/store.ts";

/**
 * All that a virtual AWS holds, as lines that can be compared with those of another: what chance or the clock has chosen
 * is left out, as are orders that mean nothing, and what is over.
 */
export function awsContents(directory: string): string[] {
  const store = openStore(directory);
  const names = readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json") && !file.startsWith("faults"))
    .map((file) => file.replace(/\.json$/, ""));
  const read = new Map(names.map((name) => [name, structuredClone(store.read(name))]));
  const center = read.get(documents.identityCenter) as IdentityCenterDocument;
  forgetRequests(center);
  const chosen = new Map<string, string>();
  for (const { PermissionSetArn, Name } of Object.values(center.permissionSets)) chosen.set(PermissionSetArn, Name);
  const people = read.get(documents.identityStore) as IdentityStoreDocument;
  for (const { GroupId, DisplayName } of Object.values(people.groups)) chosen.set(GroupId, DisplayName ?? "");
  for (const { UserId, attributes } of Object.values(people.users)) chosen.set(UserId, String(attributes.UserName));
  const { policies } = read.get(documents.organization) as OrganizationDocument;
  for (const { id, name } of Object.values(policies)) chosen.set(id, name);
  for (const name of names.filter((one) => one.startsWith("accounts/"))) {
    const iam = read.get(name) as IamDocument;
    forgetFormerVersions(iam);
    const { roles, users } = iam;
    for (const { RoleId, Arn } of Object.values(roles)) chosen.set(RoleId, `the id of ${Arn}`);
    for (const { UserId, Arn } of Object.values(users)) chosen.set(UserId, `the id of ${Arn}`);
  }
  return names.sort().flatMap((name) => {
    return lines(read.get(name))
      .map((line) => `${name}${withoutChance(line, chosen)}`)
      .sort();
  });
}

/** Requests are answers that nobody asks for any more. How often a set was changed is of no account, whether all have the latest is. */
function forgetRequests(center: IdentityCenterDocument): void {
  center.requests = {};
  for (const set of Object.values(center.permissionSets)) {
    for (const there of Object.values(set.provisioned)) there.revision -= set.revision;
    set.revision = 0;
  }
}

/** A policy keeps up to five versions that are not in force; which number the one in force has says how often it was changed. */
function forgetFormerVersions({ policies }: IamDocument): void {
  for (const policy of Object.values(policies)) {
    policy.versions = policy.versions.filter(({ VersionId }) => VersionId === policy.DefaultVersionId);
    for (const version of policy.versions) version.VersionId = "in force";
    policy.DefaultVersionId = "in force";
    policy.nextVersion = 0;
  }
}

/** A line for each value of a document, with the names that lead to it; the order within a list is left out. */
function lines(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [` ${JSON.stringify(value)}`];
  const entries = Object.entries(value).flatMap(([key, member]) => {
    if (Array.isArray(value))
      return typeof member === "object" ? [` - ${lines(member).sort().join("")}`] : lines(member);
    return lines(member).map((line) => ` ${key}${line}`);
  });
  return entries.length === 0 ? [" nothing"] : entries;
}

function withoutChance(line: string, chosen: ReadonlyMap<string, string>): string {
  let text = line;
  for (const [id, name] of chosen) text = text.replaceAll(id, name);
  return text
    .replaceAll(/(?<=AWSReservedSSO_\w+_)[0-9a-f]{16}/g, "CHANCE")
    .replaceAll(/\bA[A-Z]{3}[A-Z2-7]{17}\b/g, "ID")
    .replaceAll(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "ID")
    .replaceAll(/\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "TIME");
}
