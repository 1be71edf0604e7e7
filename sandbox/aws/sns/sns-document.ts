import type { Tag } from "../iam/iam-document.ts";

/** What the store keeps of SNS in one account. */
export interface SnsDocument {
  /** ARN → topic. */
  topics: Record<string, Topic>;
  /** ARN → subscription. */
  subscriptions: Record<string, Subscription>;
}

export interface Topic {
  TopicArn: string;
  attributes: Record<string, string>;
  Tags: Tag[];
}

export interface Subscription {
  SubscriptionArn: string;
  TopicArn: string;
  Protocol: string;
  Endpoint: string;
}
