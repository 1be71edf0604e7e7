import type { PolicyDocument, Statement } from "../../../iam/document.ts";
import type { TrailPlaces } from "./trail.ts";

/**
 * CloudTrail writes log files, for this trail alone; no person and no role writes any, and nobody deletes one. S3's own
 * lifecycle rules are no request, and stay.
 * Sources: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export function logBucketPolicy(places: TrailPlaces, bucketName: string): PolicyDocument {
  const { partition, trailArn, managementId, organizationId } = places;
  const bucket = `arn:${partition}:s3:::${bucketName}`;
  const all = [bucket, `${bucket}/*`];
  const cloudTrail = { Principal: { Service: "cloudtrail.amazonaws.com" } };
  const deny = (Sid: string, own: Partial<Statement>): Statement => ({
    Sid,
    Effect: "Deny",
    Principal: "*",
    Resource: `${bucket}/*`,
    ...own,
  });
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "CloudTrailLooks",
        Effect: "Allow",
        ...cloudTrail,
        Action: "s3:GetBucketAcl",
        Resource: bucket,
        Condition: { StringEquals: { "aws:SourceArn": trailArn } },
      },
      {
        Sid: "CloudTrailWrites",
        Effect: "Allow",
        ...cloudTrail,
        Action: "s3:PutObject",
        Resource: [`${bucket}/AWSLogs/${managementId}/*`, `${bucket}/AWSLogs/${organizationId}/*`],
        Condition: { StringEquals: { "aws:SourceArn": trailArn, "s3:x-amz-acl": "bucket-owner-full-control" } },
      },
      deny("NobodyElseWrites", {
        Action: "s3:PutObject",
        Condition: { BoolIfExists: { "aws:PrincipalIsAWSService": "false" } },
      }),
      deny("NobodyDeletes", { Action: ["s3:DeleteObject", "s3:DeleteObjectVersion"] }),
      deny("ServicesForThisOrganizationOnly", {
        Action: "s3:*",
        Resource: all,
        Condition: {
          Bool: { "aws:PrincipalIsAWSService": "true" },
          Null: { "aws:SourceAccount": "false" },
          StringNotEqualsIfExists: { "aws:SourceOrgID": organizationId },
        },
      }),
      deny("EncryptedConnectionsOnly", {
        Action: "s3:*",
        Resource: all,
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    ],
  };
}
