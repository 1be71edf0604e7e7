import { AwsError } from "../call.ts";
import { keyIn } from "../kms/key.ts";
import { letsService } from "../resource-policy.ts";
import { bucketAnywhere } from "../s3/bucket.ts";
import type { World } from "../world.ts";
import type { TrailSettings } from "./cloud-trail-document.ts";

const service = "cloudtrail.amazonaws.com";

/**
 * What CloudTrail tries before it makes or changes a trail: the organization, the bucket, the key, the log group.
 * https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html
 */
export function checkDependencies(arn: string, settings: TrailSettings, world: World): void {
  if (settings.IsOrganizationTrail === true) checkOrganization(world);
  checkBucket(arn, settings, world);
  checkKey(arn, settings, world);
  checkLogGroup(settings, world);
}

function checkOrganization({ organization, caller }: World): void {
  const { trustedServices = [], managementAccountId, delegatedAdministrators } = organization;
  if (!trustedServices.includes(service)) {
    throw new AwsError("CloudTrailAccessNotEnabledException", "CloudTrail is no trusted service of the organization.");
  }
  if (![managementAccountId, delegatedAdministrators[service]].includes(caller.accountId)) {
    const message = "The account is neither the organization's management account nor its delegated administrator.";
    throw new AwsError("NotOrganizationMasterAccountException", message);
  }
}

function checkBucket(arn: string, settings: TrailSettings, world: World): void {
  const { S3BucketName, IsOrganizationTrail } = settings;
  const found = bucketAnywhere(world, S3BucketName);
  if (found === undefined) {
    throw new AwsError("S3BucketDoesNotExistException", `S3 bucket ${S3BucketName} does not exist!`, 404);
  }
  const { accountId } = found;
  const bucket = `arn:${world.partition}:s3:::${S3BucketName}`;
  const context = {
    "aws:SourceArn": arn,
    "aws:SourceAccount": world.caller.accountId,
    "aws:SourceOrgID": world.organization.id,
    "aws:PrincipalIsAWSService": "true",
    "aws:SecureTransport": "true",
    "s3:x-amz-acl": "bucket-owner-full-control",
  };
  const policy = found.bucket.settings.Policy as string | undefined;
  const written = [world.caller.accountId, ...(IsOrganizationTrail === true ? [world.organization.id] : [])];
  const requests = [
    { action: "s3:GetBucketAcl", resource: bucket },
    ...written.map((prefix) => ({ action: "s3:PutObject", resource: `${bucket}/AWSLogs/${prefix}/CloudTrail/` })),
  ];
  if (requests.every((request) => letsService(policy, { service, accountId, context, ...request }))) return;
  const message = `Incorrect S3 bucket policy is detected for bucket: ${S3BucketName}`;
  throw new AwsError("InsufficientS3BucketPolicyException", message, 403);
}

function checkKey(arn: string, { KmsKeyId: resource }: TrailSettings, world: World): void {
  if (resource === undefined) return;
  const [, , , region = "", accountId = ""] = resource.split(":");
  const kms = world.servicesOf(accountId)?.kms;
  const found = kms && keyIn(kms, region, resource);
  if (found === undefined) throw new AwsError("KmsKeyNotFoundException", `${resource} does not exist.`);
  const context = {
    "aws:SourceArn": arn,
    "aws:SourceAccount": world.caller.accountId,
    "kms:EncryptionContext:aws:cloudtrail:arn": arn,
  };
  const requests = ["kms:GenerateDataKey", "kms:DescribeKey"].map((action) => ({ action, resource }));
  if (requests.every((request) => letsService(found.policy, { service, accountId, context, ...request }))) return;
  const message = `Insufficient permissions to access S3 bucket or KMS key ${resource}`;
  throw new AwsError("InsufficientEncryptionPolicyException", message);
}

function checkLogGroup({ CloudWatchLogsLogGroupArn, CloudWatchLogsRoleArn }: TrailSettings, world: World): void {
  if (CloudWatchLogsLogGroupArn === undefined) return;
  const arn = CloudWatchLogsLogGroupArn.replace(/:\*$/, "");
  if (!CloudWatchLogsLogGroupArn.endsWith(":*") || world.services.logs.logGroups[arn] === undefined) {
    throw new AwsError("InvalidCloudWatchLogsLogGroupArnException", `CloudTrail cannot validate the log group ${arn}.`);
  }
  const name = CloudWatchLogsRoleArn?.slice(CloudWatchLogsRoleArn.lastIndexOf("/") + 1) ?? "";
  const role = world.iam.roles[name];
  if (role?.Arn !== CloudWatchLogsRoleArn || Object.keys(role?.inlinePolicies ?? {}).length === 0) {
    throw new AwsError("InvalidCloudWatchLogsRoleArnException", `Access denied. Check the permissions for your role.`);
  }
}
