import type { PolicyDocument } from "../../../iam/document.ts";
import type { TrailPlaces } from "./trail.ts";

/** CloudTrail alone, and for this trail alone, takes the role on. */
export function deliveryTrust({ trailArn, managementId }: TrailPlaces): PolicyDocument {
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "CloudTrailForThisTrail",
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": managementId, "aws:SourceArn": trailArn } },
      },
    ],
  };
}

/**
 * The log streams of the management account and of the organization's other accounts.
 * Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html
 */
export function deliveryPolicy(places: TrailPlaces): PolicyDocument {
  const { logGroupArn, managementId, organizationId, region } = places;
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "WriteEvents",
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: [
          `${logGroupArn}:log-stream:${managementId}_CloudTrail_${region}*`,
          `${logGroupArn}:log-stream:${organizationId}_*`,
        ],
      },
    ],
  };
}
