import { classesOf } from "../custom-resource.ts";

export const {
  AccountPublicAccessBlock,
  Bucket,
  BucketLifecycleConfiguration,
  BucketObjectLockConfiguration,
  BucketOwnershipControls,
  BucketPolicy,
  BucketPublicAccessBlock,
  BucketServerSideEncryptionConfiguration,
  BucketVersioning,
} = classesOf("s3");
