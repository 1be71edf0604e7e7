import { accountOf } from "./account.ts";
import type { Creation } from "./creation.ts";
import type { Existing } from "./throw-away-stack.ts";

/**
 * What AWS allows no tags on, and which of its properties have to be as the program gives them; none where the id says
 * all that the thing is. Whatever is not listed has to carry the stack's tags.
 */
const untagged: Record<string, string[]> = {
  "aws:accessanalyzer/archiveRule:ArchiveRule": ["filters"],
  "aws:iam/group:Group": ["path"],
  "aws:iam/userLoginProfile:UserLoginProfile": [],
  "aws:identitystore/group:Group": ["displayName", "description"],
  "aws:identitystore/groupMembership:GroupMembership": [],
  "aws:identitystore/user:User": ["userName", "displayName"],
  "aws:kms/alias:Alias": ["targetKeyId"],
  "aws:organizations/delegatedAdministrator:DelegatedAdministrator": [],
  "aws:organizations/policyAttachment:PolicyAttachment": [],
  "aws:ssoadmin/accountAssignment:AccountAssignment": [],
  "aws:ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes": ["attributes"],
};

/**
 * Why a thing that exists cannot be what the interrupted update made, or nothing. The update puts its tags on whatever
 * takes tags, in the call that makes it. What takes none has to be just as the program would make it, and must not come
 * from an identity provider.
 */
export function foreign({ type, inputs, provider }: Creation, { outputs }: Existing): string | undefined {
  const issuers = (outputs["externalIds"] ?? []) as { issuer: string }[];
  if (issuers[0] !== undefined) return `it comes from the identity provider ${issuers[0].issuer}`;
  const alike = untagged[type];
  if (alike !== undefined) {
    const differs = alike.find((name) => !same(outputs[name], inputs[name]));
    return differs && `its ${differs} is ${text(outputs[differs])}, not ${text(inputs[differs])}`;
  }

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
