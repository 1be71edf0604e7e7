import { randomUUID } from "node:crypto";
import { AwsError } from "../call.ts";
import { isResourcePolicy } from "../resource-policy.ts";
import type { World } from "../world.ts";
import type { Key, KmsDocument } from "./kms-document.ts";

export interface OfKey {
  KeyId: string;
}

export const kmsError = (code: string, message: string) => new AwsError(code, message);

/** The key by its id, its ARN, its alias or its alias's ARN, in the region and account of an ARN. */
export function keyIn(kms: KmsDocument, region: string, id: string): Key | undefined {
  const alias = Object.values(kms.aliases).find(
    ({ AliasArn, AliasName }) => AliasArn === id || (AliasName === id && AliasArn.split(":")[3] === region),
  );
  const wanted = alias?.TargetKeyId ?? id;
  return (
    kms.keys[wanted] ??
    Object.values(kms.keys).find(({ KeyId, Arn }) => KeyId === wanted && Arn.split(":")[3] === region)
  );
}

/** The key, if it is the caller's. */
export function key({ services, region }: World, id: string): Key {
  const found = keyIn(services.kms, region, id);
  if (found === undefined) throw kmsError("NotFoundException", `Key '${id}' does not exist`);
  return found;
}

/** The key, if it is in use: one that waits to be deleted can only be looked at. */
export function usableKey(world: World, id: string): Key {
  const found = key(world, id);
  if (found.DeletionDate !== undefined) throw kmsError("KMSInvalidStateException", `${found.Arn} is pending deletion.`);
  return found;
}

function metadata({ KeyId, Arn, Description, CreationDate, DeletionDate }: Key) {
  return {
    AWSAccountId: Arn.split(":")[4],
    KeyId,
    Arn,
    CreationDate,
    Enabled: DeletionDate === undefined,
    Description,
    KeyUsage: "ENCRYPT_DECRYPT",
    KeyState: DeletionDate === undefined ? "Enabled" : "PendingDeletion",
    DeletionDate,
    Origin: "AWS_KMS",
    KeyManager: "CUSTOMER",
    CustomerMasterKeySpec: "SYMMETRIC_DEFAULT",
    KeySpec: "SYMMETRIC_DEFAULT",
    EncryptionAlgorithms: ["SYMMETRIC_DEFAULT"],
    MultiRegion: false,
  };
}

interface CreateKey {
  Description?: string;
  Policy?: string;
  Tags?: Key["Tags"];
}

export function createKey({ Description = "", Policy, Tags = [] }: CreateKey, world: World) {
  const { services, partition, region, caller, now } = world;
  const root = `arn:${partition}:iam::${caller.accountId}:root`;
  const policy =
    Policy ??
    JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { AWS: root }, Action: "kms:*", Resource: "*" }],
    });
  checkPolicy(policy, world);
  const KeyId = randomUUID();
  const Arn = `arn:${partition}:kms:${region}:${caller.accountId}:key/${KeyId}`;
  const made = { KeyId, Arn, Description, CreationDate: now, policy, rotates: false, Tags };
  services.kms.keys[Arn] = made;
  return { KeyMetadata: metadata(made) };
}

/**
 * Refuses a policy by which nobody of the account could change it again.
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function checkPolicy(policy: string, { partition, caller }: World): void {
  const malformed = (why: string) => kmsError("MalformedPolicyDocumentException", why);
  if (!isResourcePolicy(policy)) throw malformed("The policy is malformed.");
  const { Statement } = JSON.parse(policy) as { Statement: Record<string, unknown>[] };
  const root = `arn:${partition}:iam::${caller.accountId}:root`;
  const isOpen = Statement.some(
    ({ Effect, Principal, Action }) =>
      Effect === "Allow" &&
      JSON.stringify(Principal).includes(root) &&
      ["kms:*", "kms:PutKeyPolicy"].some((action) => [Action].flat().includes(action)),
  );
  if (!isOpen) throw malformed("The new key policy will not allow you to update the key policy in the future.");
}

export function describeKey({ KeyId }: OfKey, world: World) {
  return { KeyMetadata: metadata(key(world, KeyId)) };
}

/** 7 to 30 days, 30 unless asked otherwise; the aliases go when the key does. */
export function scheduleKeyDeletion(input: OfKey & { PendingWindowInDays?: number }, world: World) {
  const { PendingWindowInDays = 30 } = input;
  if (PendingWindowInDays < 7 || PendingWindowInDays > 30) {
    throw kmsError("ValidationException", "PendingWindowInDays must be between 7 and 30");
  }
  const found = usableKey(world, input.KeyId);
  found.DeletionDate = new Date(Date.parse(world.now) + PendingWindowInDays * 86_400_000).toISOString();
  return { KeyId: found.Arn, DeletionDate: found.DeletionDate, KeyState: "PendingDeletion", PendingWindowInDays };
}

export function getKeyPolicy({ KeyId }: OfKey, world: World) {
  return { Policy: key(world, KeyId).policy, PolicyName: "default" };
}

export function putKeyPolicy({ KeyId, Policy }: OfKey & { Policy: string }, world: World) {
  checkPolicy(Policy, world);
  usableKey(world, KeyId).policy = Policy;
  return {};
}

export function updateKeyDescription({ KeyId, Description }: OfKey & { Description: string }, world: World) {
  usableKey(world, KeyId).Description = Description;
  return {};
}

export const rotate =
  (rotates: boolean) =>
  ({ KeyId }: OfKey, world: World): object => {
    usableKey(world, KeyId).rotates = rotates;
    return {};
  };

export function getKeyRotationStatus({ KeyId }: OfKey, world: World) {
  const { rotates, Arn } = key(world, KeyId);
  return { KeyRotationEnabled: rotates, KeyId: Arn, ...(rotates && { RotationPeriodInDays: 365 }) };
}

export function tagResource({ KeyId, Tags }: OfKey & { Tags: Key["Tags"] }, world: World) {
  const found = usableKey(world, KeyId);
  const set = Tags.map(({ TagKey }) => TagKey);
  found.Tags = [...found.Tags.filter(({ TagKey }) => !set.includes(TagKey)), ...Tags];
  return {};
}

export function untagResource({ KeyId, TagKeys }: OfKey & { TagKeys: string[] }, world: World) {
  const found = usableKey(world, KeyId);
  found.Tags = found.Tags.filter(({ TagKey }) => !TagKeys.includes(TagKey));
  return {};
}

export function listResourceTags({ KeyId }: OfKey, world: World) {
  return { Tags: key(world, KeyId).Tags, Truncated: false };
}
