import { isResourcePolicy } from "../resource-policy.ts";
import type { World } from "../world.ts";
import { bucket, sse, type InBucket } from "./bucket.ts";
import type { Bucket, Setting } from "./s3-document.ts";
import { s3Error } from "./s3-error.ts";

type Put = InBucket & Partial<Record<Setting, unknown>>;

/** The operation that sets one thing about a bucket, replacing what was set before. */
export const put =
  (setting: Setting) =>
  (input: Put, world: World): object => {
    const found = bucket(world, input.Bucket);
    check(setting, found, input[setting]);
    found.settings[setting] = input[setting];
    return {};
  };

function check(setting: Setting, { settings, objectLock }: Bucket, value: unknown): void {
  const versioning = settings.VersioningConfiguration as { Status?: string } | undefined;
  if (setting === "ObjectLockConfiguration" && versioning?.Status !== "Enabled") {
    throw s3Error(
      "InvalidBucketState",
      "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration",
      409,
    );
  }
  if (setting === "VersioningConfiguration" && objectLock && (value as { Status?: string }).Status !== "Enabled") {
    const message =
      "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.";
    throw s3Error("InvalidBucketState", message, 409);
  }
  if (setting === "Policy" && !isResourcePolicy(value as string)) {
    throw s3Error("MalformedPolicy", "Policies must be valid JSON, and name the principals of each statement.");
  }
}

/** The operation that tells what is set; `missing` is AWS's code where nothing is. */
export const get =
  (setting: Setting, answer: (value: unknown) => object, missing: string) =>
  ({ Bucket: name }: InBucket, world: World): object => {
    const value = bucket(world, name).settings[setting];
    if (value === undefined) throw s3Error(missing, `The bucket ${name} has no such configuration.`, 404);
    return answer(value);
  };

/** The operation that takes it back: to nothing, or to what every bucket has. */
export const remove =
  (setting: Setting) =>
  ({ Bucket: name }: InBucket, world: World): object => {
    const { settings } = bucket(world, name);
    if (setting === "ServerSideEncryptionConfiguration") settings[setting] = sse;
    else Reflect.deleteProperty(settings, setting);
    return {};
  };

export function getBucketVersioning({ Bucket: name }: InBucket, world: World): object {
  return bucket(world, name).settings.VersioningConfiguration ?? {};
}
