import type { Tag } from "../iam/iam-document.ts";
import type { World } from "../world.ts";
import type { Bucket } from "./s3-document.ts";
import { s3Error } from "./s3-error.ts";

export interface InBucket {
  Bucket: string;
}

/** The bucket, if it is the caller's. */
export function bucket({ services }: World, name: string): Bucket {
  const found = services.s3.buckets[name];
  if (found === undefined) throw s3Error("NoSuchBucket", "The specified bucket does not exist", 404);
  return found;
}

/** Names of buckets are unique in all accounts. */
export function bucketAnywhere(world: World, name: string): { bucket: Bucket; accountId: string } | undefined {
  for (const { id } of world.organization.accounts) {
    const found = world.servicesOf(id)?.s3.buckets[name];
    if (found !== undefined) return { bucket: found, accountId: id };
  }
  return undefined;
}

interface CreateBucket extends InBucket {
  ObjectLockEnabledForBucket?: boolean;
  CreateBucketConfiguration?: { LocationConstraint?: string; Tags?: Tag[] };
}

export function createBucket(input: CreateBucket, world: World) {
  const { Bucket: Name, ObjectLockEnabledForBucket: objectLock = false, CreateBucketConfiguration } = input;
  const taken = bucketAnywhere(world, Name);
  if (taken !== undefined) {
    throw taken.accountId === world.caller.accountId
      ? s3Error("BucketAlreadyOwnedByYou", "Your previous request to create the named bucket succeeded.", 409)
      : s3Error("BucketAlreadyExists", "The requested bucket name is not available.", 409);
  }
  const region = CreateBucketConfiguration?.LocationConstraint ?? "us-east-1";
  if (region !== world.region) {
    throw s3Error(
      "IllegalLocationConstraintException",
      `The ${region} location constraint is incompatible for the region specific endpoint this request was sent to.`,
    );
  }
  world.services.s3.buckets[Name] = {
    Name,
    region,
    createdDate: world.now,
    objectLock,
    Tags: CreateBucketConfiguration?.Tags ?? [],
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
    settings: {
      ...(objectLock && {
        VersioningConfiguration: { Status: "Enabled" },
        ObjectLockConfiguration: { ObjectLockEnabled: "Enabled" },
      }),
      ServerSideEncryptionConfiguration: sse,
      OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        IgnorePublicAcls: true,
        BlockPublicPolicy: true,
        RestrictPublicBuckets: true,
      },
    },
    objects: [],
  };
  return { Location: `/${Name}`, BucketArn: `arn:${world.partition}:s3:::${Name}` };
}

/** What every bucket has unless it is told otherwise. */
export const sse = { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }] };

export function headBucket({ Bucket: name }: InBucket, world: World) {
  return { BucketRegion: bucket(world, name).region };
}

export function deleteBucket({ Bucket: name }: InBucket, world: World) {
  if (bucket(world, name).objects.length > 0) {
    const message = "The bucket you tried to delete is not empty. You must delete all versions in the bucket.";
    throw s3Error("BucketNotEmpty", message, 409);
  }
  Reflect.deleteProperty(world.services.s3.buckets, name);
  return {};
}

export function putBucketTagging(input: InBucket & { Tagging: { TagSet: Tag[] } }, world: World) {
  bucket(world, input.Bucket).Tags = input.Tagging.TagSet;
  return {};
}

export function getBucketTagging({ Bucket: name }: InBucket, world: World) {
  const { Tags: TagSet } = bucket(world, name);
  if (TagSet.length === 0) throw s3Error("NoSuchTagSet", "The TagSet does not exist", 404);
  return { TagSet };
}

export function deleteBucketTagging({ Bucket: name }: InBucket, world: World) {
  bucket(world, name).Tags = [];
  return {};
}
