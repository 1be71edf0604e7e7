import type { PolicyDocument, Statement } from "../../../iam/document.ts";
import type { TrailPlaces } from "./trail.ts";

/**
 * The key of the log files: CloudTrail encrypts with it for this trail alone; who reads is up to the account's own
 * policies; nobody puts it out of use, since the log files are lost without it.
 * Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html
 */
export function logFilesKeyPolicy(places: TrailPlaces, accountId: string): PolicyDocument {
  const { partition, trailArn, managementId } = places;
  const trail = trailArn.slice(trailArn.lastIndexOf("/") + 1);
  const cloudTrail = { Effect: "Allow", Principal: { Service: "cloudtrail.amazonaws.com" }, Resource: "*" } as const;
  return keyPolicy(places, accountId, [
    {
      Sid: "CloudTrailEncrypts",
      ...cloudTrail,
      Action: "kms:GenerateDataKey*",
      Condition: {
        StringEquals: { "aws:SourceArn": trailArn },
        StringLike: {
          "kms:EncryptionContext:aws:cloudtrail:arn": `arn:${partition}:cloudtrail:*:${managementId}:trail/${trail}`,
        },
      },
    },
    {
      Sid: "CloudTrailLooks",
      ...cloudTrail,
      Action: "kms:DescribeKey",
      Condition: { StringEquals: { "aws:SourceArn": trailArn } },
    },
    {
      Sid: "NobodyPutsItOutOfUse",
      Effect: "Deny",
      Principal: "*",
      Action: ["kms:DisableKey", "kms:ScheduleKeyDeletion"],
      Resource: "*",
    },
  ]);
}

/**
 * The key of the events and of the alarms: CloudWatch Logs uses it for the trail's log group alone, CloudWatch for the
 * alarms of the account.
 * Sources: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html and
 * https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export function eventsKeyPolicy(places: TrailPlaces): PolicyDocument {
  const { partition, region, managementId, logGroupArn } = places;
  const suffix = partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
  return keyPolicy(places, managementId, [
    {
      Sid: "LogGroupEncrypts",
      Effect: "Allow",
      Principal: { Service: `logs.${region}.${suffix}` },
      Action: ["kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
      Resource: "*",
      Condition: { ArnEquals: { "kms:EncryptionContext:aws:logs:arn": logGroupArn } },
    },
    {
      Sid: "AlarmsEncrypt",
      Effect: "Allow",
      Principal: { Service: "cloudwatch.amazonaws.com" },
      Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
      Resource: "*",
      Condition: {
        ArnLike: { "aws:SourceArn": `arn:${partition}:cloudwatch:${region}:${managementId}:alarm:*` },
        StringEquals: { "aws:SourceAccount": managementId },
      },
    },
  ]);
}

/** Without the account's own statement nobody could manage the key again. */
function keyPolicy({ partition }: TrailPlaces, accountId: string, statements: Statement[]): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "PoliciesOfTheAccount",
        Effect: "Allow",
        Principal: { AWS: `arn:${partition}:iam::${accountId}:root` },
        Action: "kms:*",
        Resource: "*",
      },
      ...statements,
    ],
  };
}
