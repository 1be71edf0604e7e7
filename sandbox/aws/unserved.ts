import { AwsError } from "./call.ts";

/**
 * Members of inputs that AWS's models have and the virtual AWS does not act on. Whoever sends one is told, instead of
 * believing that it did something.
 */
const unserved: Record<string, string[] | undefined> = {
  "accessanalyzer CreateAnalyzer": ["archiveRules", "clientToken"],
  "cloudtrail CreateTrail": ["S3KeyPrefix", "SnsTopicName", "RecursiveLogging"],
  "cloudtrail UpdateTrail": ["S3KeyPrefix", "SnsTopicName", "RecursiveLogging"],
  "kms CreateKey": ["CustomKeyStoreId", "MultiRegion", "Origin", "XksKeyId"],
  "logs CreateLogGroup": ["logGroupClass", "deletionProtectionEnabled"],
  "s3 CreateBucket": ["ACL", "ObjectOwnership", "BucketNamespace"],
  "sns CreateTopic": ["DataProtectionPolicy"],
  "iam CreateOpenIDConnectProvider": ["ContextProvider", "IdentityCenterInstanceArn"],
  "iam CreateRole": ["MaxSigninSessionDuration"],
  "iam UpdateRole": ["MaxSigninSessionDuration", "ResetMaxSigninSessionDuration"],
  "sts AssumeRole": [
    "Policy",
    "PolicyArns",
    "SerialNumber",
    "TokenCode",
    "ProvidedContexts",
    "MinimumSessionTokenSize",
  ],
  "sso-admin ListInstances": ["RegionScope"],
  "identitystore DescribeUser": ["Extensions"],
  "identitystore ListUsers": ["Extensions"],
};

/** Refuses an input with a member that is not served, with NotImplemented. */
export function checkServed(service: string, operation: string, input: Record<string, unknown>): void {
  const found = unserved[`${service} ${operation}`]?.find((member) => input[member] !== undefined);
  if (found === undefined) return;
  throw new AwsError("NotImplemented", `The virtual AWS does not serve ${found} of ${service}:${operation}.`, 501);
}
