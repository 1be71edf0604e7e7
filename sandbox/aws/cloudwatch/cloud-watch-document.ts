import type { Tag } from "../iam/iam-document.ts";

/** What the store keeps of CloudWatch in one account. */
export interface CloudWatchDocument {
  /** ARN → alarm, as AWS describes it. */
  alarms: Record<string, MetricAlarm>;
}

export interface MetricAlarm extends Record<string, unknown> {
  AlarmName: string;
  AlarmArn: string;
  Tags: Tag[];
}
