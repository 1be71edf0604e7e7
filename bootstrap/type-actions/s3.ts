import { type ActionsByType, type TypeActions, of } from "./type-actions.ts";

const s3 = (names: string) => of("s3", names);

/** A setting of a bucket is put, and taken back, by the right to put it. */
const setting = (put: string, get: string, remove = put): TypeActions => ({
  create: s3(put),
  read: s3(get),
  update: s3(put),
  delete: s3(remove),
});

/** Upstream looks at all of a bucket, whatever the program gives. */
const looks =
  "GetAccelerateConfiguration GetBucketAcl GetBucketCORS GetBucketLocation GetBucketLogging GetBucketObjectLockConfiguration GetBucketPolicy GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite GetEncryptionConfiguration GetLifecycleConfiguration GetReplicationConfiguration ListBucket ListTagsForResource";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html */
export const s3Types: ActionsByType = {
  "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock": setting(
    "PutAccountPublicAccessBlock",
    "GetAccountPublicAccessBlock",
  ),
  "aws:s3/bucket:Bucket": {
    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html
    create: s3("CreateBucket PutBucketObjectLockConfiguration PutBucketTagging PutBucketVersioning TagResource"),
    read: s3(looks),
    // Upstream tags a bucket by one way or the other, as AWS lets it.
    update: s3("PutBucketTagging TagResource UntagResource"),
    delete: s3("DeleteBucket"),
  },
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": setting(
    "PutLifecycleConfiguration",
    "GetLifecycleConfiguration",
  ),
  "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": setting(
    "PutBucketObjectLockConfiguration",
    "GetBucketObjectLockConfiguration",
  ),
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": setting(
    "PutBucketOwnershipControls",
    "GetBucketOwnershipControls",
  ),
  "aws:s3/bucketPolicy:BucketPolicy": setting("PutBucketPolicy", "GetBucketPolicy", "DeleteBucketPolicy"),
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": setting(
    "PutBucketPublicAccessBlock",
    "GetBucketPublicAccessBlock",
  ),
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": setting(
    "PutEncryptionConfiguration",
    "GetEncryptionConfiguration",
  ),
  "aws:s3/bucketVersioning:BucketVersioning": setting("PutBucketVersioning", "GetBucketVersioning"),
};

/** What keeps the trail's log files: a bucket and its settings. */
export const logFileTypes = Object.keys(s3Types).filter((type) => !type.startsWith("aws:s3/account"));
