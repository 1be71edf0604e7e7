import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import * as s3 from "@pulumi/aws/s3/index.js";
import { canonicalJson } from "../iam/canonical.ts";
import type * as model from "../model/audit.ts";
import { aliases } from "./alias.ts";
import { EncryptionKey } from "./encryption-key.ts";

/**
 * The bucket of the trail's log files: encrypted, never public, its objects locked from the moment they are written and
 * deleted by S3 itself in the end. A destroy forgets it and leaves it in AWS as it is, key and all: what it holds is
 * locked, and would be readable by more people, or by none, without what guards it.
 */
export class LogBucket extends ComponentResource {
  readonly keyArn: EncryptionKey["arn"];

  constructor(args: model.LogBucket, opts: ComponentResourceOptions) {
    super("securecart:s3:LogBucket", args.name, { configPath: args.configPath }, { ...opts, ...aliases(args) });
    const { region, protect } = args;
    const key = new EncryptionKey(args.key, { parent: this });
    this.keyArn = key.arn;

    const child = { parent: this, retainOnDelete: true };
    const made = new s3.Bucket(
      args.name,
      { region, bucket: args.bucketName, objectLockEnabled: true, tags: args.tags },
      { ...child, protect },
    );
    const ofBucket = { region, bucket: made.bucket };
    const versioning = new s3.BucketVersioning(
      `${args.name}/versioning`,
      { ...ofBucket, versioningConfiguration: { status: "Enabled" } },
      child,
    );
    // In compliance mode nobody shortens a lock or goes round it, administrators and root users included.
    new s3.BucketObjectLockConfiguration(
      `${args.name}/object-lock`,
      { ...ofBucket, rule: { defaultRetention: { mode: "COMPLIANCE", days: args.lockedForDays } } },
      { ...child, dependsOn: [versioning] },
    );
    new s3.BucketLifecycleConfiguration(
      `${args.name}/lifecycle`,
      {
        ...ofBucket,
        rules: [
          {
            id: "delete-log-files",
            status: "Enabled",
            filter: { prefix: "" },
            expiration: { days: args.deletedAfterDays },
            noncurrentVersionExpiration: { noncurrentDays: 1 },
            abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
          },
        ],
      },
      { ...child, dependsOn: [versioning] },
    );
    const publicAccess = new s3.BucketPublicAccessBlock(
      `${args.name}/block-public-access`,
      {
        ...ofBucket,
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      },
      child,
    );
    new s3.BucketOwnershipControls(
      `${args.name}/ownership`,
      { ...ofBucket, rule: { objectOwnership: "BucketOwnerEnforced" } },
      { ...child, dependsOn: [publicAccess] },
    );
    new s3.BucketServerSideEncryptionConfiguration(
      `${args.name}/encryption`,
      {
        ...ofBucket,
        rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: key.arn } }],
      },
      child,
    );
    new s3.BucketPolicy(
      `${args.name}/policy`,
      { ...ofBucket, policy: canonicalJson(args.policy) },
      { ...child, dependsOn: [publicAccess] },
    );
    this.registerOutputs({ configPath: args.configPath, keyArn: this.keyArn });
  }
}
