/** What the store keeps of KMS in one account. Times are ISO 8601. */
export interface KmsDocument {
  /** ARN → key. */
  keys: Record<string, Key>;
  /** ARN → alias. */
  aliases: Record<string, Alias>;
}

export interface Key {
  KeyId: string;
  Arn: string;
  Description: string;
  CreationDate: string;
  policy: string;
  rotates: boolean;
  Tags: { TagKey: string; TagValue: string }[];
  /** Set while the key waits to be deleted. */
  DeletionDate?: string;
}

export interface Alias {
  AliasName: string;
  AliasArn: string;
  TargetKeyId: string;
  CreationDate: string;
}
