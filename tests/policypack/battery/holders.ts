import type { Given } from "../judge.ts";
import { documentOf } from "./row.ts";
import { account } from "./statements.ts";

export const one = (type: string, props: Record<string, unknown>): Given[] => [{ type, name: "held", props }];

const region = "eu-central-1";
const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${account}:${rest}`;

/** A resource with a policy: type, property, what is meant by it, something that is done with it. */
type Holder = [type: string, property: string, arn: string, action: string];

/** One resource of every kind that AWS documents examples for. */
export const holder = {
  bucket: ["aws:s3/bucketPolicy:BucketPolicy", "policy", "arn:aws:s3:::shop/*", "s3:GetObject"],
  bucketItself: ["aws:s3/bucket:Bucket", "policy", "arn:aws:s3:::shop/*", "s3:GetObject"],
  queue: ["aws:sqs/queuePolicy:QueuePolicy", "policy", arn("sqs", "orders"), "sqs:SendMessage"],
  topic: ["aws:sns/topicPolicy:TopicPolicy", "policy", arn("sns", "orders"), "sns:Publish"],
  secret: ["aws:secretsmanager/secretPolicy:SecretPolicy", "policy", "*", "secretsmanager:GetSecretValue"],
  repository: ["aws:ecr/repositoryPolicy:RepositoryPolicy", "policy", "", "ecr:BatchGetImage"],
  bus: ["aws:cloudwatch/eventBusPolicy:EventBusPolicy", "policy", arn("events", "event-bus/shop"), "events:PutEvents"],
  vault: ["aws:backup/vaultPolicy:VaultPolicy", "policy", "*", "backup:CopyIntoBackupVault"],
  search: ["aws:opensearch/domainPolicy:DomainPolicy", "accessPolicies", arn("es", "domain/shop/*"), "es:ESHttpGet"],
  api: ["aws:apigateway/restApiPolicy:RestApiPolicy", "policy", "execute-api:/*", "execute-api:Invoke"],
  files: [
    "aws:efs/fileSystemPolicy:FileSystemPolicy",
    "policy",
    arn("elasticfilesystem", "file-system/fs-0123456789abcdef0"),
    "elasticfilesystem:ClientMount",
  ],
  table: ["aws:dynamodb/resourcePolicy:ResourcePolicy", "policy", arn("dynamodb", "table/orders"), "dynamodb:GetItem"],
  key: ["aws:kms/keyPolicy:KeyPolicy", "policy", "*", "kms:Decrypt"],
  logs: ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy", "policyDocument", "*", "logs:PutLogEvents"],
  registry: ["aws:ecr/registryPolicy:RegistryPolicy", "policy", arn("ecr", "repository/*"), "ecr:ReplicateImage"],
  mail: ["aws:ses/identityPolicy:IdentityPolicy", "policy", arn("ses", "identity/example.com"), "ses:SendEmail"],
  sink: ["aws:oam/sinkPolicy:SinkPolicy", "policy", "*", "oam:CreateLink"],
  organization: [
    "aws:organizations/resourcePolicy:ResourcePolicy",
    "content",
    "*",
    "organizations:DescribeOrganization",
  ],
  catalog: ["aws:glue/resourcePolicy:ResourcePolicy", "policy", arn("glue", "*"), "glue:GetTable"],
  function: [
    "aws:lambda/resourcePolicy:ResourcePolicy",
    "policy",
    arn("lambda", "function:shop"),
    "lambda:InvokeFunction",
  ],
} as const satisfies Record<string, Holder>;

/** Every other kind of resource with a policy. */
export const otherHolders: readonly Holder[] = [
  ["aws:acmpca/policy:Policy", "policy", arn("acm-pca", "certificate-authority/1"), "acm-pca:IssueCertificate"],
  ["aws:amp/resourcePolicy:ResourcePolicy", "policyDocument", arn("aps", "workspace/ws-1"), "aps:QueryMetrics"],
  ["aws:apigateway/restApi:RestApi", "policy", "execute-api:/*", "execute-api:Invoke"],
  ["aws:apigateway/domainName:DomainName", "policy", "execute-api:/*", "execute-api:Invoke"],
  [
    "aws:bedrock/agentcoreResourcePolicy:AgentcoreResourcePolicy",
    "policy",
    "*",
    "bedrock-agentcore:InvokeAgentRuntime",
  ],
  [
    "aws:cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy",
    "deliveryDestinationPolicy",
    "*",
    "logs:CreateDelivery",
  ],
  [
    "aws:codebuild/resourcePolicy:ResourcePolicy",
    "policy",
    arn("codebuild", "project/shop"),
    "codebuild:BatchGetProjects",
  ],
  ["aws:dsql/clusterPolicy:ClusterPolicy", "policy", "*", "dsql:DbConnect"],
  ["aws:ecrpublic/repositoryPolicy:RepositoryPolicy", "policy", "", "ecr-public:PutImage"],
  ["aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate", "repositoryPolicy", "", "ecr:BatchGetImage"],
  ["aws:elasticsearch/domainPolicy:DomainPolicy", "accessPolicies", "*", "es:*"],
  ["aws:glacier/vaultLock:VaultLock", "policy", arn("glacier", "vaults/shop"), "glacier:InitiateJob"],
  ["aws:kms/key:Key", "policy", "*", "kms:Decrypt"],
  ["aws:kms/externalKey:ExternalKey", "policy", "*", "kms:Decrypt"],
  ["aws:kms/replicaKey:ReplicaKey", "policy", "*", "kms:Decrypt"],
  ["aws:kms/replicaExternalKey:ReplicaExternalKey", "policy", "*", "kms:Decrypt"],
  [
    "aws:opensearchingest/resourcePolicy:ResourcePolicy",
    "policy",
    arn("osis", "pipeline/shop"),
    "osis:CreatePipelineEndpoint",
  ],
  ["aws:pinpoint/smsvoicev2ResourcePolicy:Smsvoicev2ResourcePolicy", "policy", "*", "sms-voice:SendTextMessage"],
  ["aws:s3/accessPoint:AccessPoint", "policy", arn("s3", "accesspoint/shop/object/*"), "s3:GetObject"],
  ["aws:s3/filesFileSystemPolicy:FilesFileSystemPolicy", "policy", "*", "s3files:ClientMount"],
  ["aws:s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy", "policy", "*", "s3vectors:GetVectors"],
  [
    "aws:s3control/accessGrantsInstanceResourcePolicy:AccessGrantsInstanceResourcePolicy",
    "policy",
    "*",
    "s3:GetDataAccess",
  ],
  [
    "aws:s3control/bucketPolicy:BucketPolicy",
    "policy",
    arn("s3-outposts", "outpost/op-1/bucket/shop/object/*"),
    "s3-outposts:GetObject",
  ],
  ["aws:s3tables/tablePolicy:TablePolicy", "resourcePolicy", "*", "s3tables:GetTableData"],
  [
    "aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy",
    "resourcePolicy",
    arn("sagemaker", "model-package-group/shop"),
    "sagemaker:DescribeModelPackageGroup",
  ],
  ["aws:sesv2/emailIdentityPolicy:EmailIdentityPolicy", "policy", arn("ses", "identity/example.com"), "ses:SendEmail"],
  ["aws:sns/topic:Topic", "policy", arn("sns", "orders"), "sns:Publish"],
  [
    "aws:vpclattice/resourcePolicy:ResourcePolicy",
    "policy",
    arn("vpc-lattice", "service/svc-1"),
    "vpc-lattice:CreateServiceNetworkServiceAssociation",
  ],
  ["aws:xray/resourcePolicy:ResourcePolicy", "policyDocument", "*", "xray:PutTraceSegments"],
];

/** A resource whose policy has one Allow, for its own action and itself where nothing else is said. */
export function holding([type, property, resource, action]: Holder, over: object): Given[] {
  const statement = { Effect: "Allow", Action: action, ...(resource !== "" && { Resource: resource }), ...over };
  return one(type, { [property]: documentOf([statement]) });
}
export const at = (place: keyof typeof holder, over: object): Given[] => holding(holder[place], over);
/** A resource whose policy has these statements. */
export const whole = (place: keyof typeof holder, ...statements: object[]): Given[] =>
  one(holder[place][0], { [holder[place][1]]: documentOf(statements) });
export const service = (name: string | string[], Condition?: object) => ({
  Principal: { Service: name },
  ...(Condition && { Condition }),
});
export const fromAccount = { StringEquals: { "aws:SourceAccount": account } };

/** Of the account, in its Region where no other is said. */
export const arnOf = (name: string, rest: string, region = "eu-central-1") =>
  `arn:aws:${name}:${region}:${account}:${rest}`;
export const role = (name: string, id = account) => ({ AWS: `arn:aws:iam::${id}:role/${name}` });
export const root = { AWS: `arn:aws:iam::${account}:root` };
export const organization = "o-a1b2c3d4e5";
export const inOrganization = { StringEquals: { "aws:PrincipalOrgID": organization } };
export const admit = (Principal: unknown, Action: unknown, Resource: unknown, Condition?: object) => ({
  Effect: "Allow",
  Principal,
  Action,
  Resource,
  ...(Condition && { Condition }),
});
export const refuse = (Principal: unknown, Action: unknown, Resource: unknown, Condition?: object) => ({
  ...admit(Principal, Action, Resource, Condition),
  Effect: "Deny",
});
/** As `whole`, as data. */
export const asData = (place: keyof typeof holder, ...statements: object[]): Given[] =>
  one(holder[place][0], { [holder[place][1]]: { Version: "2012-10-17", Statement: statements } });
