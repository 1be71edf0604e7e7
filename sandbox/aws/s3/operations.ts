import type { serviceOperations } from "../../../iam/catalogue/service-operations.ts";
import { changesServices as changes, reads } from "../operation.ts";
import type { Operation } from "../world.ts";
import { get, getBucketVersioning, put, remove } from "./bucket-setting.ts";
import * as bucket from "./bucket.ts";

const whole = (name: string) => (value: unknown) => ({ [name]: value });

/** S3 acts on the buckets of the caller's account; those of others let nobody in. */
export const s3 = {
  CreateBucket: changes(bucket.createBucket),
  HeadBucket: reads(bucket.headBucket),
  DeleteBucket: changes(bucket.deleteBucket),
  PutBucketTagging: changes(bucket.putBucketTagging),
  GetBucketTagging: reads(bucket.getBucketTagging),
  DeleteBucketTagging: changes(bucket.deleteBucketTagging),

  PutBucketVersioning: changes(put("VersioningConfiguration")),
  GetBucketVersioning: reads(getBucketVersioning),
  PutObjectLockConfiguration: changes(put("ObjectLockConfiguration")),
  GetObjectLockConfiguration: reads(
    get("ObjectLockConfiguration", whole("ObjectLockConfiguration"), "ObjectLockConfigurationNotFoundError"),
  ),
  PutBucketLifecycleConfiguration: changes(put("LifecycleConfiguration")),
  GetBucketLifecycleConfiguration: reads(
    get("LifecycleConfiguration", (value) => value as object, "NoSuchLifecycleConfiguration"),
  ),
  DeleteBucketLifecycle: changes(remove("LifecycleConfiguration")),
  PutPublicAccessBlock: changes(put("PublicAccessBlockConfiguration")),
  GetPublicAccessBlock: reads(
    get(
      "PublicAccessBlockConfiguration",
      whole("PublicAccessBlockConfiguration"),
      "NoSuchPublicAccessBlockConfiguration",
    ),
  ),
  DeletePublicAccessBlock: changes(remove("PublicAccessBlockConfiguration")),
  PutBucketOwnershipControls: changes(put("OwnershipControls")),
  GetBucketOwnershipControls: reads(
    get("OwnershipControls", whole("OwnershipControls"), "OwnershipControlsNotFoundError"),
  ),
  DeleteBucketOwnershipControls: changes(remove("OwnershipControls")),
  PutBucketEncryption: changes(put("ServerSideEncryptionConfiguration")),
  GetBucketEncryption: reads(
    get(
      "ServerSideEncryptionConfiguration",
      whole("ServerSideEncryptionConfiguration"),
      "ServerSideEncryptionConfigurationNotFoundError",
    ),
  ),
  DeleteBucketEncryption: changes(remove("ServerSideEncryptionConfiguration")),
  PutBucketPolicy: changes(put("Policy")),
  GetBucketPolicy: reads(get("Policy", whole("Policy"), "NoSuchBucketPolicy")),
  DeleteBucketPolicy: changes(remove("Policy")),
} satisfies Record<(typeof serviceOperations)["s3"][number], Operation>;
