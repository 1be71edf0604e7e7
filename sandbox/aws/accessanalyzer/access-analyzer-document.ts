/** What the store keeps of IAM Access Analyzer in one account. Times are ISO 8601. */
export interface AccessAnalyzerDocument {
  /** ARN → analyzer. */
  analyzers: Record<string, Analyzer>;
}

export interface Analyzer {
  arn: string;
  name: string;
  type: string;
  createdAt: string;
  configuration?: object;
  tags: Record<string, string>;
  /** Name → rule. */
  archiveRules: Record<string, { ruleName: string; filter: object; createdAt: string; updatedAt: string }>;
}
