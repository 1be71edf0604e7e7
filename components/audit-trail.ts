import { ComponentResource, type ComponentResourceOptions, type Resource, interpolate } from "@pulumi/pulumi";
import { Trail } from "@pulumi/aws/cloudtrail/index.js";
import type * as model from "../model/audit.ts";
import { aliases } from "./alias.ts";
import type { LogBucket } from "./log-bucket.ts";
import type { LogGroup } from "./log-group.ts";

/**
 * The organization's trail: every account, every region, IAM and the other global services among it. CloudTrail tries
 * bucket, key and role when the trail is made, so that they come first, whole.
 */
export class AuditTrail extends ComponentResource {
  constructor(
    args: model.Trail,
    logFiles: LogBucket,
    logGroup: LogGroup,
    services: Resource[],
    opts: ComponentResourceOptions,
  ) {
    super(
      "securecart:cloudtrail:AuditTrail",
      args.name,
      { configPath: args.configPath },
      { ...opts, ...aliases(args) },
    );
    const trail = new Trail(
      args.name,
      {
        region: args.region,
        name: args.trailName,
        isOrganizationTrail: true,
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        enableLogFileValidation: true,
        s3BucketName: args.logFiles.bucketName,
        kmsKeyId: logFiles.keyArn,
        cloudWatchLogsGroupArn: interpolate`${logGroup.arn}:*`,
        cloudWatchLogsRoleArn: logGroup.roleArn,
        tags: args.tags,
      },
      { parent: this, protect: args.protect, dependsOn: [logFiles, logGroup, ...services] },
    );
    this.registerOutputs({ configPath: args.configPath, arn: trail.arn });
  }
}
