import { accountOf } from "./account.ts";
import type { Creation } from "./creation.ts";
import type { Existing } from "./throw-away-stack.ts";

/** What AWS allows no tags on, and what has to be on it as the program gives it. */
const alike: Record<string, string[]> = {
  "aws:identitystore/group:Group": ["displayName", "description"],
  "aws:identitystore/user:User": ["userName", "displayName"],
  "aws:ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes": ["attributes"],
  "aws:kms/alias:Alias": ["targetKeyId"],
  "aws:accessanalyzer/archiveRule:ArchiveRule": ["filters"],
};

const tagged = new Set([
  "aws:iam/role:Role",
  "aws:iam/policy:Policy",
  "aws:iam/instanceProfile:InstanceProfile",
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
  "aws:ssoadmin/permissionSet:PermissionSet",
  "aws:s3/bucket:Bucket",
  "aws:cloudwatch/logGroup:LogGroup",
  "aws:accessanalyzer/analyzer:Analyzer",
  "aws:cloudtrail/trail:Trail",
  "aws:organizations/policy:Policy",
]);

/**
 * Why a thing that exists cannot be what the interrupted update made, or nothing. The update puts its tags on whatever
 * takes tags, in the call that makes it. What takes none has to be just as the program would make it, and must not come
 * from an identity provider. Of an assignment and of a membership the id says all that they are.
 */
export function foreign({ type, inputs, provider }: Creation, { outputs }: Existing): string | undefined {
  const issuers = (outputs["externalIds"] ?? []) as { issuer: string }[];
  if (issuers[0] !== undefined) return `it comes from the identity provider ${issuers[0].issuer}`;
  const differs = (alike[type] ?? []).find((name) => !same(outputs[name], inputs[name]));
  if (differs !== undefined) return `its ${differs} is ${text(outputs[differs])}, not ${text(inputs[differs])}`;
  if (!tagged.has(type)) return undefined;

  // The plugin leaves out what is empty.
  const tags = (outputs["tagsAll"] ?? {}) as Record<string, string>;
  const expected = { ...accountOf(provider).defaultTags, ...(inputs["tags"] as Record<string, string> | undefined) };
  for (const [key, value] of Object.entries(expected)) {
    if (tags[key] === undefined) return `it lacks the tag ${key}: ${value}`;
    if (tags[key] !== value) return `its tag ${key} is ${tags[key]}, not ${value}`;
  }
  return undefined;
}

function same(found: unknown, given: unknown): boolean {
  return JSON.stringify(sorted(found ?? "")) === JSON.stringify(sorted(given ?? ""));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, sorted(part)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function text(value: unknown): string {
  return typeof value === "string" ? `"${value}"` : JSON.stringify(value);
}
