import type { Given } from "../judge.ts";
import type { Row } from "./row.ts";
import { documentOf } from "./row.ts";
import { account } from "./statements.ts";

const org = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } };
type Held = [type: string, property: string, arn: string, action: string];
const held: Record<string, Held> = {
  bucket: ["aws:s3/bucketPolicy:BucketPolicy", "policy", "arn:aws:s3:::shop/*", "s3:GetObject"],
  queue: ["aws:sqs/queuePolicy:QueuePolicy", "policy", `arn:aws:sqs:eu-central-1:${account}:orders`, "sqs:SendMessage"],
  queueItself: ["aws:sqs/queue:Queue", "policy", `arn:aws:sqs:eu-central-1:${account}:orders`, "sqs:*"],
  topic: ["aws:sns/topicPolicy:TopicPolicy", "policy", `arn:aws:sns:eu-central-1:${account}:orders`, "sns:Publish"],
  topicItself: ["aws:sns/topic:Topic", "policy", `arn:aws:sns:eu-central-1:${account}:orders`, "SNS:Subscribe"],
  secret: ["aws:secretsmanager/secretPolicy:SecretPolicy", "policy", "*", "secretsmanager:GetSecretValue"],
  secretItself: ["aws:secretsmanager/secret:Secret", "policy", "*", "secretsmanager:GetSecretValue"],
  repository: ["aws:ecr/repositoryPolicy:RepositoryPolicy", "policy", "", "ecr:BatchGetImage"],
  bus: [
    "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
    "policy",
    `arn:aws:events:eu-central-1:${account}:event-bus/shop`,
    "events:PutEvents",
  ],
  vault: ["aws:backup/vaultPolicy:VaultPolicy", "policy", "*", "backup:CopyIntoBackupVault"],
  table: [
    "aws:dynamodb/resourcePolicy:ResourcePolicy",
    "policy",
    `arn:aws:dynamodb:eu-central-1:${account}:table/orders`,
    "dynamodb:GetItem",
  ],
  stream: [
    "aws:kinesis/resourcePolicy:ResourcePolicy",
    "policy",
    `arn:aws:kinesis:eu-central-1:${account}:stream/orders`,
    "kinesis:GetRecords",
  ],
  search: [
    "aws:opensearch/domainPolicy:DomainPolicy",
    "accessPolicies",
    `arn:aws:es:eu-central-1:${account}:domain/shop/*`,
    "es:*",
  ],
  searchItself: ["aws:opensearch/domain:Domain", "accessPolicies", "*", "es:ESHttp*"],
  elastic: ["aws:elasticsearch/domain:Domain", "accessPolicies", "*", "es:*"],
  api: ["aws:apigateway/restApiPolicy:RestApiPolicy", "policy", "execute-api:/*", "execute-api:Invoke"],
  files: ["aws:efs/fileSystemPolicy:FileSystemPolicy", "policy", "*", "elasticfilesystem:ClientMount"],
  archive: [
    "aws:glacier/vault:Vault",
    "accessPolicy",
    `arn:aws:glacier:eu-central-1:${account}:vaults/shop`,
    "glacier:InitiateJob",
  ],
  accessPoint: [
    "aws:s3control/accessPointPolicy:AccessPointPolicy",
    "policy",
    `arn:aws:s3:eu-central-1:${account}:accesspoint/shop/object/*`,
    "s3:GetObject",
  ],
  artifacts: [
    "aws:codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy",
    "policyDocument",
    "*",
    "codeartifact:ReadFromRepository",
  ],
  artifactsDomain: [
    "aws:codeartifact/domainPermissions:DomainPermissions",
    "policyDocument",
    "*",
    "codeartifact:GetAuthorizationToken",
  ],
  mail: [
    "aws:ses/identityPolicy:IdentityPolicy",
    "policy",
    `arn:aws:ses:eu-central-1:${account}:identity/example.com`,
    "ses:SendEmail",
  ],
  catalog: [
    "aws:glue/resourcePolicy:ResourcePolicy",
    "policy",
    `arn:aws:glue:eu-central-1:${account}:*`,
    "glue:GetTable",
  ],
  bucketV2: ["aws:s3/bucketV2:BucketV2", "policy", "arn:aws:s3:::shop/*", "s3:GetObject"],
  tables: ["aws:s3tables/tableBucketPolicy:TableBucketPolicy", "resourcePolicy", "*", "s3tables:GetTable"],
  store: ["aws:mediastore/containerPolicy:ContainerPolicy", "policy", "*", "mediastore:GetObject"],
  schema: ["aws:schemas/registryPolicy:RegistryPolicy", "policy", "*", "schemas:DescribeSchema"],
  firewall: ["aws:networkfirewall/resourcePolicy:ResourcePolicy", "policy", "*", "network-firewall:ListFirewalls"],
  multi: ["aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy", "details", "*", "s3:GetObject"],
  object: [
    "aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy",
    "policy",
    "*",
    "s3-object-lambda:GetObject",
  ],
  msk: ["aws:msk/clusterPolicy:ClusterPolicy", "policy", "*", "kafka:CreateVpcConnection"],
  redshift: ["aws:redshift/resourcePolicy:ResourcePolicy", "policy", "*", "redshift:AuthorizeInboundIntegration"],
  serverless: [
    "aws:redshiftserverless/resourcePolicy:ResourcePolicy",
    "policy",
    "*",
    "redshift-serverless:RestoreFromSnapshot",
  ],
  logs: ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "policyDocument", "*", "logs:PutLogEvents"],
  logDestination: [
    "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy",
    "accessPolicy",
    "*",
    "logs:PutSubscriptionFilter",
  ],
};

const holding = ([type, property, arn, action]: Held, over: object): Given[] => {
  const statement = { Effect: "Allow", Action: action, ...(arn !== "" && { Resource: arn }), ...over };
  const document = documentOf([statement]);
  const value = property === "details" ? { name: "shop", policy: document } : document;
  return [{ type, name: "held", props: { [property]: value } }];
};
const everywhere = (over: object): Given[][] => Object.values(held).map((one) => holding(one, over));
const at = (place: string, over: object): Given[] => holding(held[place]!, over);
const everybody = { Principal: "*" };
const service = (name: string, Condition?: object) => ({
  Principal: { Service: name },
  ...(Condition && { Condition }),
});
const source = { StringEquals: { "aws:SourceAccount": account } };
const key = (...statements: object[]): Given[] => [
  { type: "aws:kms/key:Key", name: "held", props: { policy: documentOf(statements) } },
];
const root = { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*", Resource: "*" };

/** Policies of resources. */
export const resources: Record<string, Row<Given[]>> = {
  "public-resource": {
    bad: [
      ...everywhere(everybody),
      ...everywhere({ Principal: { AWS: "*" } }),
      ...everywhere({
        Principal: { AWS: [`arn:aws:iam::${account}:root`, "*"] },
        Condition: { Bool: { "aws:SecureTransport": "true" } },
      }),
      at("bucket", { ...everybody, Action: "*" }),
      at("bucket", { ...everybody, Action: "s3:?et*" }),
      at("bucket", { NotPrincipal: { AWS: `arn:aws:iam::${account}:root` } }),
      at("bucket", { ...everybody, Condition: { StringLike: { "aws:Referer": "https://example.com/*" } } }),
      at("bucket", { ...everybody, Condition: { StringLike: { "aws:UserAgent": "x" } } }),
      at("bucket", { ...everybody, Condition: { IpAddress: { "aws:SourceIp": ["10.0.0.0/8", "0.0.0.0/0"] } } }),
      at("bucket", { ...everybody, Condition: { IpAddress: { "aws:SourceIp": "0.0.0.0/1" } } }),
      at("bucket", { ...everybody, Condition: { NotIpAddress: { "aws:SourceIp": "203.0.113.7/32" } } }),
      at("bucket", { ...everybody, Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }),
      at("bucket", { ...everybody, Condition: { StringEqualsIfExists: { "aws:SourceVpce": "vpce-1" } } }),
      at("bucket", { ...everybody, Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" } } }),
      at("bucket", { ...everybody, Condition: { StringLike: { "aws:PrincipalOrgID": "*" } } }),
      at("bucket", {
        ...everybody,
        Condition: { "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
      }),
      at("bucket", { ...everybody, Condition: { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } } }),
      at("bucket", { ...everybody, Condition: { StringLike: { "aws:SourceArn": "*" } } }),
      at("topic", { ...everybody, Condition: { ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:*" } } }),
      at("topic", { ...everybody, Condition: { StringEquals: { "sns:Protocol": "https" } } }),
      at("queue", { ...everybody, Condition: { StringLike: { "aws:SourceAccount": "*" } } }),
      at("queue", { ...everybody, Condition: { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:*" } } }),
      at("secret", { ...everybody, Condition: { StringEquals: { "secretsmanager:VersionStage": "AWSCURRENT" } } }),
      at("search", { ...everybody, Condition: { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } } }),
      key(root, { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" }),
      key(root, { Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:Decrypt", Resource: "*" }),
      key(root, {
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } },
      }),
      key(root, {
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: { StringLike: { "kms:CallerAccount": "*" } },
      }),
      [
        {
          type: "aws:kms/keyPolicy:KeyPolicy",
          name: "held",
          props: { keyId: "k", policy: documentOf([root, { ...root, Principal: { AWS: "*" } }]) },
        },
      ],
      [{ type: "aws:s3/bucket:Bucket", name: "held", props: { acl: "public-read" } }],
      [{ type: "aws:s3/bucket:Bucket", name: "held", props: { acl: "public-read-write" } }],
      [{ type: "aws:s3/bucketV2:BucketV2", name: "held", props: { acl: "public-read" } }],
      [{ type: "aws:s3/bucketAcl:BucketAcl", name: "held", props: { bucket: "b", acl: "public-read" } }],
      [{ type: "aws:s3/bucketAclV2:BucketAclV2", name: "held", props: { bucket: "b", acl: "authenticated-read" } }],
      at("bucket", { NotAction: "s3:DeleteBucket", Principal: { AWS: `arn:aws:iam::${account}:root` } }),
    ],
    good: [
      ...everywhere({ ...everybody, Condition: org }),
      ...everywhere({ Principal: { AWS: `arn:aws:iam::${account}:role/shop` } }),
      ...everywhere({ Effect: "Deny", ...everybody, Condition: { Bool: { "aws:SecureTransport": "false" } } }),
      at("bucket", { ...everybody, Condition: { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } } }),
      at("bucket", { ...everybody, Condition: { StringEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } } }),
      at("bucket", { ...everybody, Condition: { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } } }),
      at("bucket", {
        ...service("cloudfront.amazonaws.com", {
          StringEquals: { "AWS:SourceArn": `arn:aws:cloudfront::${account}:distribution/E2EXAMPLE` },
        }),
      }),
      at("bucket", { Principal: { AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E2EXAMPLE" } }),
      at("bucket", {
        Principal: { CanonicalUser: "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" },
      }),
      at("bucket", {
        Action: "s3:PutObject",
        ...service("cloudtrail.amazonaws.com", {
          StringEquals: {
            "s3:x-amz-acl": "bucket-owner-full-control",
            "aws:SourceArn": `arn:aws:cloudtrail:eu-central-1:${account}:trail/main`,
          },
        }),
      }),
      at("bucket", {
        Action: "s3:PutObject",
        Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
      }),
      at("bucket", {
        Action: "s3:PutObject",
        ...service("delivery.logs.amazonaws.com", {
          ...source,
          ArnLike: { "aws:SourceArn": `arn:aws:logs:eu-central-1:${account}:*` },
        }),
      }),
      at("bucket", { Action: "s3:PutObject", ...service("logging.s3.amazonaws.com", source) }),
      at("topic", {
        ...everybody,
        Action: ["SNS:GetTopicAttributes", "SNS:Publish"],
        Condition: { StringEquals: { "AWS:SourceOwner": account } },
      }),
      at("topic", service("events.amazonaws.com")),
      at("topic", service("cloudwatch.amazonaws.com", source)),
      at("topic", service("s3.amazonaws.com", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::shop" }, ...source })),
      at(
        "queue",
        service("sns.amazonaws.com", { ArnEquals: { "aws:SourceArn": `arn:aws:sns:eu-central-1:${account}:orders` } }),
      ),
      at("queue", {
        ...everybody,
        Condition: { ArnEquals: { "aws:SourceArn": `arn:aws:sns:eu-central-1:${account}:orders` } },
      }),
      at(
        "queue",
        service("events.amazonaws.com", {
          ArnEquals: { "aws:SourceArn": `arn:aws:events:eu-central-1:${account}:rule/orders` },
        }),
      ),
      at("api", { ...everybody, Condition: { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } } }),
      at("search", { Principal: { AWS: [`arn:aws:iam::${account}:root`] } }),
      at("logs", { ...service("route53.amazonaws.com", source) }),
      at("files", {
        Principal: { AWS: `arn:aws:iam::${account}:role/task` },
        Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
      }),
      key(root),
      key(root, {
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: {
          StringEquals: { "kms:CallerAccount": account, "kms:ViaService": "s3.eu-central-1.amazonaws.com" },
        },
      }),
      key(root, {
        Effect: "Allow",
        Principal: { Service: "logs.eu-central-1.amazonaws.com" },
        Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
        Resource: "*",
        Condition: {
          ArnEquals: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:eu-central-1:${account}:log-group:shop` },
        },
      }),
      key(root, {
        Effect: "Allow",
        Principal: { Service: "cloudtrail.amazonaws.com" },
        Action: "kms:GenerateDataKey*",
        Resource: "*",
        Condition: {
          StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${account}:trail/*` },
        },
      }),
      key(root, {
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${account}:role/admin` },
        Action: ["kms:Create*", "kms:Put*", "kms:ScheduleKeyDeletion"],
        Resource: "*",
      }),
      key(root, {
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${account}:role/shop` },
        Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
        Resource: "*",
        Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
      }),
      [{ type: "aws:s3/bucket:Bucket", name: "held", props: { acl: "private" } }],
      [{ type: "aws:s3/bucketAcl:BucketAcl", name: "held", props: { bucket: "b", acl: "log-delivery-write" } }],
    ],
  },
  "kms-lockout": {
    bad: [
      key({
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: "kms:Decrypt",
        Resource: "*",
      }),
      key({
        Effect: "Allow",
        Principal: { Service: "logs.amazonaws.com" },
        Action: "kms:*",
        Resource: "*",
        Condition: source,
      }),
      key(root, { Effect: "Deny", Principal: "*", Action: "kms:PutKeyPolicy", Resource: "*" }),
      key(root, { Effect: "Deny", Principal: { AWS: "*" }, Action: "kms:*", Resource: "*" }),
      key({ ...root, Action: ["kms:Encrypt", "kms:Decrypt", "kms:Describe*"] }),
      [
        {
          type: "aws:kms/key:Key",
          name: "held",
          props: { policy: documentOf([root]), bypassPolicyLockoutSafetyCheck: true },
        },
      ],
      [
        {
          type: "aws:kms/keyPolicy:KeyPolicy",
          name: "held",
          props: { keyId: "k", policy: documentOf([root]), bypassPolicyLockoutSafetyCheck: true },
        },
      ],
      [
        {
          type: "aws:kms/externalKey:ExternalKey",
          name: "held",
          props: { policy: documentOf([root]), bypassPolicyLockoutSafetyCheck: true },
        },
      ],
      [
        {
          type: "aws:kms/replicaKey:ReplicaKey",
          name: "held",
          props: { primaryKeyArn: "p", policy: documentOf([{ ...root, Action: "kms:Decrypt" }]) },
        },
      ],
    ],
    good: [
      key({ ...root, Action: "kms:*" }),
      key({ ...root, Principal: { AWS: account } }),
      key({ ...root, Principal: { AWS: `arn:aws:iam::${account}:role/admin` }, Action: "kms:Put*" }),
      [{ type: "aws:kms/key:Key", name: "held", props: { description: "the default policy" } }],
      [
        {
          type: "aws:kms/key:Key",
          name: "held",
          props: { policy: documentOf([root]), bypassPolicyLockoutSafetyCheck: false },
        },
      ],
    ],
  },
  "trust-deputy": {
    bad: [
      at("queue", service("sns.amazonaws.com")),
      at("topic", service("s3.amazonaws.com")),
      at("queue", service("s3.amazonaws.com", { ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:*" } })),
      at("bucket", service("cloudfront.amazonaws.com")),
      at("bucket", {
        Action: "s3:PutObject",
        ...service("cloudtrail.amazonaws.com", { StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" } }),
      }),
      at("bucket", { Action: "s3:PutObject", ...service("config.amazonaws.com") }),
      at("bucket", service("cloudfront.amazonaws.com", { StringLike: { "aws:SourceArn": "*" } })),
      at("bucket", service("cloudfront.amazonaws.com", { StringEqualsIfExists: { "aws:SourceAccount": account } })),
      at("bucket", { Action: "s3:PutObject", ...service("logging.s3.amazonaws.com") }),
      at("bucket", { Action: "s3:PutObject", ...service("serverlessrepo.amazonaws.com") }),
      at("topic", service("cloudwatch.amazonaws.com")),
      at("topic", service("budgets.amazonaws.com")),
      at("queue", { Action: "sqs:*", ...service("events.amazonaws.com") }),
    ],
    good: [],
  },
};
