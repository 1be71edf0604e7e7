import type { Tag } from "../iam/iam-document.ts";

/** What the store keeps of CloudTrail in one account. */
export interface CloudTrailDocument {
  /** ARN → trail. */
  trails: Record<string, Trail>;
}

export interface Trail extends TrailSettings {
  Name: string;
  TrailARN: string;
  isLogging: boolean;
  Tags: Tag[];
}

/** As CreateTrail and UpdateTrail take them. */
export interface TrailSettings {
  S3BucketName: string;
  IncludeGlobalServiceEvents?: boolean;
  IsMultiRegionTrail?: boolean;
  EnableLogFileValidation?: boolean;
  CloudWatchLogsLogGroupArn?: string;
  CloudWatchLogsRoleArn?: string;
  KmsKeyId?: string;
  IsOrganizationTrail?: boolean;
}
