/** What the store keeps of CloudWatch Logs in one account. Times are ISO 8601. */
export interface LogsDocument {
  /** ARN → log group. */
  logGroups: Record<string, LogGroup>;
}

export interface LogGroup {
  logGroupName: string;
  /** Without `:*` at its end. */
  arn: string;
  createdDate: string;
  retentionInDays?: number;
  kmsKeyId?: string;
  tags: Record<string, string>;
  /** Name → metric filter. */
  metricFilters: Record<string, MetricFilter>;
}

export interface MetricFilter {
  filterName: string;
  filterPattern: string;
  metricTransformations: object[];
  createdDate: string;
}
