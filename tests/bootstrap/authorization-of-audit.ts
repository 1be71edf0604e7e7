import type { Authorization } from "./authorization.ts";
import type { Recorded } from "./recording.ts";

/** Operation → action, where the two are not called alike. */
const names: Record<string, string> = {
  "s3 HeadBucket": "ListBucket",
  "s3 PutObjectLockConfiguration": "PutBucketObjectLockConfiguration",
  "s3 GetObjectLockConfiguration": "GetBucketObjectLockConfiguration",
  "s3 PutBucketLifecycleConfiguration": "PutLifecycleConfiguration",
  "s3 GetBucketLifecycleConfiguration": "GetLifecycleConfiguration",
  "s3 DeleteBucketLifecycle": "PutLifecycleConfiguration",
  "s3 PutPublicAccessBlock": "PutBucketPublicAccessBlock",
  "s3 GetPublicAccessBlock": "GetBucketPublicAccessBlock",
  "s3 DeletePublicAccessBlock": "PutBucketPublicAccessBlock",
  "s3 DeleteBucketOwnershipControls": "PutBucketOwnershipControls",
  "s3 PutBucketEncryption": "PutEncryptionConfiguration",
  "s3 GetBucketEncryption": "GetEncryptionConfiguration",
  "s3 DeleteBucketEncryption": "PutEncryptionConfiguration",
  "s3 DeleteBucketTagging": "PutBucketTagging",
  "s3control PutPublicAccessBlock": "PutAccountPublicAccessBlock",
  "s3control GetPublicAccessBlock": "GetAccountPublicAccessBlock",
  "s3control DeletePublicAccessBlock": "PutAccountPublicAccessBlock",
};

const prefixes: Record<string, string> = { accessanalyzer: "access-analyzer", s3control: "s3" };

/** The action that an operation needs, of a service of the audit. */
export function auditAction({ service, operation }: Recorded): string {
  return `${prefixes[service] ?? service}:${names[`${service} ${operation}`] ?? operation}`;
}

/** What an operation of the audit acts on, by what it names; `*` where AWS knows no resource. */
export function auditAuthorization(call: Recorded, account: string): Authorization[] {
  const { service, input } = call;
  const own = (kind: string) => `arn:aws:${kind}:eu-central-1:${account}`;
  const text = (name: string) => (typeof input[name] === "string" ? input[name] : undefined);
  const of = (resource: string | undefined): Authorization[] => [
    { action: auditAction(call), resource: resource ?? "*" },
  ];
  const alarmIn = (name: string | undefined) => name && `${own("cloudwatch")}:alarm:${name}`;
  switch (service) {
    case "s3":
      return of(`arn:aws:s3:::${text("Bucket") ?? ""}`);
    case "logs":
      return of(text("resourceArn") ?? (text("logGroupName") && `${own("logs")}:log-group:${text("logGroupName")!}`));
    case "cloudtrail":
      return of(text("ResourceId") ?? nameOrArn(text("Name"), `${own("cloudtrail")}:trail/`));
    case "cloudwatch":
      return of(text("ResourceARN") ?? alarmIn(text("AlarmName") ?? (input["AlarmNames"] as string[])[0]));
    case "sns":
      return of(
        text("TopicArn") ??
          text("ResourceArn") ??
          text("SubscriptionArn")?.replace(/:[^:]*$/, "") ??
          nameOrArn(text("Name"), `${own("sns")}:`),
      );
    case "accessanalyzer": {
      const analyzer = text("analyzerName") && `${own("access-analyzer")}:analyzer/${text("analyzerName")!}`;
      return of(
        text("resourceArn") ?? (text("ruleName") ? `${analyzer!}/archive-rule/${text("ruleName")!}` : analyzer),
      );
    }
    case "kms": {
      const key = text("TargetKeyId") ?? text("KeyId");
      const named = [text("AliasName"), key && `key/${key}`].flatMap((name) => name ?? []);
      return named.length === 0 ? of(undefined) : named.flatMap((name) => of(`${own("kms")}:${name}`));
    }
    default:
      return of(undefined);
  }
}

function nameOrArn(name: string | undefined, prefix: string): string | undefined {
  return name === undefined || name.startsWith("arn:") ? name : prefix + name;
}
