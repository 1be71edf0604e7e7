import { AwsError } from "./call.ts";

/** Service of an operation → prefix of its actions, where the two differ. */
const prefixes: Record<string, string | undefined> = {
  accessanalyzer: "access-analyzer",
  s3control: "s3",
  "sso-admin": "sso",
};

/** Operation → name of its action, where the two differ. */
const names: Record<string, string | undefined> = {
  "s3 HeadBucket": "ListBucket",
  "s3 PutObjectLockConfiguration": "PutBucketObjectLockConfiguration",
  "s3 GetObjectLockConfiguration": "GetBucketObjectLockConfiguration",
  "s3 PutBucketLifecycleConfiguration": "PutLifecycleConfiguration",
  "s3 GetBucketLifecycleConfiguration": "GetLifecycleConfiguration",
  "s3 DeleteBucketLifecycle": "PutLifecycleConfiguration",
  "s3 PutPublicAccessBlock": "PutBucketPublicAccessBlock",
  "s3 GetPublicAccessBlock": "GetBucketPublicAccessBlock",
  "s3 DeletePublicAccessBlock": "PutBucketPublicAccessBlock",
  "s3 DeleteBucketOwnershipControls": "PutBucketOwnershipControls",
  "s3 PutBucketEncryption": "PutEncryptionConfiguration",
  "s3 GetBucketEncryption": "GetEncryptionConfiguration",
  "s3 DeleteBucketEncryption": "PutEncryptionConfiguration",
  "s3 DeleteBucketTagging": "PutBucketTagging",
  "s3control PutPublicAccessBlock": "PutAccountPublicAccessBlock",
  "s3control GetPublicAccessBlock": "GetAccountPublicAccessBlock",
  "s3control DeletePublicAccessBlock": "PutAccountPublicAccessBlock",
};

/**
 * The action that an operation needs, such as `sso:CreatePermissionSet`.
 * Sources: https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html and, for S3,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export function actionOf({ service, operation }: { service: string; operation: string }): string {
  return `${prefixes[service] ?? service}:${names[`${service} ${operation}`] ?? operation}`;
}

/** Services whose errors come as XML: they write their codes without "Exception". */
const xml: ReadonlySet<string> = new Set(["iam", "sts", "sns", "cloudwatch", "s3", "s3control"]);

/** What a service answers to a call of something that the caller may not do. */
export function accessDenied(service: string, message: string): AwsError {
  return xml.has(service)
    ? new AwsError("AccessDenied", message, 403)
    : new AwsError("AccessDeniedException", message, service === "accessanalyzer" ? 403 : 400);
}
