import type { AccessAnalyzerDocument } from "./accessanalyzer/access-analyzer-document.ts";
import type { CloudTrailDocument } from "./cloudtrail/cloud-trail-document.ts";
import type { CloudWatchDocument } from "./cloudwatch/cloud-watch-document.ts";
import type { KmsDocument } from "./kms/kms-document.ts";
import type { LogsDocument } from "./logs/logs-document.ts";
import type { S3Document } from "./s3/s3-document.ts";
import type { SnsDocument } from "./sns/sns-document.ts";

/** What the store keeps of one account beside IAM: what records and watches. */
export interface ServicesDocument {
  accessanalyzer: AccessAnalyzerDocument;
  cloudtrail: CloudTrailDocument;
  cloudwatch: CloudWatchDocument;
  kms: KmsDocument;
  logs: LogsDocument;
  s3: S3Document;
  sns: SnsDocument;
}

export function emptyServices(): ServicesDocument {
  return {
    accessanalyzer: { analyzers: {} },
    cloudtrail: { trails: {} },
    cloudwatch: { alarms: {} },
    kms: { keys: {}, aliases: {} },
    logs: { logGroups: {} },
    s3: { buckets: {} },
    sns: { topics: {}, subscriptions: {} },
  };
}
