import type { Tag } from "../iam/iam-document.ts";

/** What the store keeps of S3 in one account. Times are ISO 8601. */
export interface S3Document {
  /** Name → bucket. */
  buckets: Record<string, Bucket>;
  /** Of the account as a whole. */
  publicAccessBlock?: object;
}

export interface Bucket {
  Name: string;
  region: string;
  createdDate: string;
  /** Whether it was made with object lock, or got it later. */
  objectLock: boolean;
  Tags: Tag[];
  /** What the operations named Put… have set, by the name of the member that carries it. */
  settings: Partial<Record<Setting, unknown>>;
  objects: { Key: string; lockedUntil?: string }[];
}

export type Setting =
  | "VersioningConfiguration"
  | "ObjectLockConfiguration"
  | "LifecycleConfiguration"
  | "PublicAccessBlockConfiguration"
  | "OwnershipControls"
  | "ServerSideEncryptionConfiguration"
  | "Policy";
