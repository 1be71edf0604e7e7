import {
  type GrantPlace,
  type ReadGrant,
  type Statements,
  type Verb,
  aName,
  aPath,
  arn,
  serviceDomain,
  workloadsPath,
} from "./verb.ts";

const anObject = {
  pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/[^*?\s]*\*?$/,
  expects: "a bucket and a key, such as product-images/products/*; * only at its end",
  example: "product-images/products/*",
};
const aService = {
  pattern: /^[A-Za-z0-9_-]+\/[A-Za-z0-9_-]*\*?$/,
  expects: "a cluster and a service, such as storefront/web or storefront/*",
  example: "storefront/web",
};
const aLogGroup = aPath("a log group", "/securecart/web", "/securecart/*");
const aFunction = aName("a function", "payments-*");
const aTable = aName("a table", "products");
const aRepository = aPath("a repository", "storefront");

/**
 * The verbs of `allow`. Actions and resources follow the Service Authorization Reference:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export const allowVerbs: readonly Verb[] = [
  {
    verb: "read objects",
    means: "Read the contents of S3 objects.",
    target: anObject,
    optional: ["kms-key"],
    statements: (grant, place) => [
      { actions: ["s3:GetObject"], resources: [arn(place, `s3:::${grant.target}`)] },
      ...decryption(grant, place, "s3", ["kms:Decrypt"]),
    ],
  },
  {
    verb: "write objects",
    means: "Create and overwrite S3 objects.",
    target: anObject,
    optional: ["kms-key"],
    statements: (grant, place) => [
      { actions: ["s3:AbortMultipartUpload", "s3:PutObject"], resources: [arn(place, `s3:::${grant.target}`)] },
      ...decryption(grant, place, "s3", ["kms:Decrypt", "kms:GenerateDataKey"]),
    ],
  },
  {
    verb: "delete objects",
    means: "Delete S3 objects.",
    target: anObject,
    statements: ({ target }, place) => [{ actions: ["s3:DeleteObject"], resources: [arn(place, `s3:::${target}`)] }],
  },
  {
    verb: "list objects",
    means: "List the keys of S3 objects under a prefix.",
    target: anObject,
    statements: ({ target }, place) => {
      const slash = target.indexOf("/");
      const prefix = target.slice(slash + 1);
      const bucket = { actions: ["s3:ListBucket"], resources: [arn(place, `s3:::${target.slice(0, slash)}`)] };
      if (prefix === "*") return [bucket];
      return [
        { ...bucket, condition: { [prefix.endsWith("*") ? "StringLike" : "StringEquals"]: { "s3:prefix": prefix } } },
      ];
    },
  },
  {
    verb: "read secrets",
    means: "Read the values of secrets in Secrets Manager.",
    target: aPath("a secret", "payments/stripe-api-key", "payments/*"),
    optional: ["in", "region", "kms-key"],
    statements: (grant, place) => [
      {
        actions: ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
        // Secrets Manager ends every secret's ARN with a hyphen and six characters of its own.
        resources: [arn(place, `secretsmanager:{region}:{account}:secret:${exactOr(grant.target, "-??????")}`)],
      },
      ...decryption(grant, place, "secretsmanager", ["kms:Decrypt"]),
    ],
  },
  {
    verb: "read parameters",
    means: "Read parameters of Systems Manager.",
    target: aPath("a parameter", "/storefront/*", "/storefront/web/color"),
    optional: ["in", "region", "kms-key"],
    statements: (grant, place) => [
      {
        actions: ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
        resources: [arn(place, `ssm:{region}:{account}:parameter/${grant.target.replace(/^\//, "")}`)],
      },
      ...decryption(grant, place, "ssm", ["kms:Decrypt"]),
    ],
  },
  {
    verb: "read items",
    means: "Read items of a DynamoDB table, and query it and its indexes.",
    target: aTable,
    optional: ["in", "region", "kms-key"],
    statements: (grant, place) => {
      const table = arn(place, `dynamodb:{region}:{account}:table/${grant.target}`);
      return [
        { actions: ["dynamodb:BatchGetItem", "dynamodb:GetItem"], resources: [table] },
        { actions: ["dynamodb:Query"], resources: [table, `${table}/index/*`] },
        ...decryption(grant, place, "dynamodb", ["kms:Decrypt"]),
      ];
    },
  },
  {
    verb: "write items",
    means: "Create and change items of a DynamoDB table.",
    target: aTable,
    optional: ["in", "region", "kms-key"],
    statements: (grant, place) => [
      {
        actions: ["dynamodb:PutItem", "dynamodb:UpdateItem"],
        resources: [arn(place, `dynamodb:{region}:{account}:table/${grant.target}`)],
      },
      ...decryption(grant, place, "dynamodb", ["kms:Decrypt"]),
    ],
  },
  {
    verb: "delete items",
    means: "Delete items of a DynamoDB table.",
    target: aTable,
    optional: ["in", "region"],
    statements: ({ target }, place) => [
      { actions: ["dynamodb:DeleteItem"], resources: [arn(place, `dynamodb:{region}:{account}:table/${target}`)] },
    ],
  },
  {
    verb: "receive messages",
    means: "Receive messages from an SQS queue and delete them there.",
    target: aName("a queue", "payments-requests"),
    optional: ["in", "region", "kms-key"],
    statements: (grant, place) => [
      {
        actions: ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"],
        resources: [arn(place, `sqs:{region}:{account}:${grant.target}`)],
      },
      ...decryption(grant, place, "sqs", ["kms:Decrypt"]),
    ],
  },
  {
    verb: "send messages",
    means: "Send messages to an SQS queue.",
    target: aName("a queue", "payments-results"),
    optional: ["in", "region", "kms-key"],
    statements: (grant, place) => [
      {
        actions: ["sqs:GetQueueUrl", "sqs:SendMessage"],
        resources: [arn(place, `sqs:{region}:{account}:${grant.target}`)],
      },
      ...decryption(grant, place, "sqs", ["kms:Decrypt", "kms:GenerateDataKey"]),
    ],
  },
  {
    verb: "publish",
    means: "Publish to an SNS topic.",
    target: aName("a topic", "orders"),
    optional: ["in", "region", "kms-key"],
    statements: (grant, place) => [
      { actions: ["sns:Publish"], resources: [arn(place, `sns:{region}:{account}:${grant.target}`)] },
      ...decryption(grant, place, "sns", ["kms:Decrypt", "kms:GenerateDataKey"]),
    ],
  },
  {
    verb: "invoke functions",
    means: "Invoke a Lambda function, any version of it.",
    target: aFunction,
    optional: ["in", "region"],
    statements: ({ target }, place) => {
      const name = arn(place, `lambda:{region}:{account}:function:${target}`);
      return [{ actions: ["lambda:InvokeFunction"], resources: target.endsWith("*") ? [name] : [name, `${name}:*`] }];
    },
  },
  {
    verb: "read logs",
    means: "Read and search what a log group of CloudWatch Logs holds.",
    target: aLogGroup,
    optional: ["in", "region"],
    statements: ({ target }, place) => [
      {
        actions: [
          "logs:DescribeLogStreams",
          "logs:FilterLogEvents",
          "logs:GetLogEvents",
          "logs:GetQueryResults",
          "logs:StartQuery",
        ],
        resources: [logGroup(target, place)],
      },
    ],
  },
  {
    verb: "write logs",
    means: "Write to a log group of CloudWatch Logs that exists.",
    target: aLogGroup,
    optional: ["in", "region"],
    statements: ({ target }, place) => [
      { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], resources: [logGroup(target, place)] },
    ],
  },
  {
    verb: "pull images",
    means: "Pull images from an ECR repository.",
    target: aRepository,
    optional: ["in", "region"],
    statements: ({ target }, place) => [
      {
        actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        resources: [arn(place, `ecr:{region}:{account}:repository/${target}`)],
      },
      { actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
    ],
  },
  {
    verb: "push images",
    means: "Pull and push images of an ECR repository.",
    target: aRepository,
    optional: ["in", "region"],
    statements: ({ target }, place) => [
      {
        actions: [
          "ecr:BatchCheckLayerAvailability",
          "ecr:BatchGetImage",
          "ecr:CompleteLayerUpload",
          "ecr:GetDownloadUrlForLayer",
          "ecr:InitiateLayerUpload",
          "ecr:PutImage",
          "ecr:UploadLayerPart",
        ],
        resources: [arn(place, `ecr:{region}:{account}:repository/${target}`)],
      },
      { actions: ["ecr:GetAuthorizationToken"], resources: ["*"] },
    ],
  },
  {
    verb: "watch ecs services",
    means: "See how an ECS service is doing.",
    target: aService,
    optional: ["in", "region"],
    statements: ({ target }, place) => [
      { actions: ["ecs:DescribeServices"], resources: [arn(place, `ecs:{region}:{account}:service/${target}`)] },
    ],
  },
  {
    verb: "deploy ecs services",
    means: "Bring a new version of an ECS service into service.",
    target: aService,
    optional: ["in", "region"],
    statements: ({ target }, place) => [
      {
        actions: ["ecs:DescribeServices", "ecs:UpdateService"],
        resources: [arn(place, `ecs:{region}:{account}:service/${target}`)],
      },
      { actions: ["ecs:RegisterTaskDefinition"], resources: [arn(place, "ecs:{region}:{account}:task-definition/*")] },
      { actions: ["ecs:DescribeTaskDefinition"], resources: ["*"] },
    ],
  },
  {
    verb: "deploy functions",
    means: "Bring a new version of a Lambda function into service.",
    target: aFunction,
    optional: ["in", "region"],
    statements: ({ target }, place) => [
      {
        actions: ["lambda:GetFunction", "lambda:PublishVersion", "lambda:UpdateAlias", "lambda:UpdateFunctionCode"],
        resources: [arn(place, `lambda:{region}:{account}:function:${target}`)],
      },
    ],
  },
  {
    verb: "operate databases",
    means: "Start, stop, restart, resize and snapshot an RDS database; delete none.",
    target: aName("a database", "orders-*"),
    optional: ["in", "region"],
    statements: ({ target }, place) => {
      const database = arn(place, `rds:{region}:{account}:db:${target}`);
      const snapshot = arn(place, `rds:{region}:{account}:snapshot:${target.replace(/\*$/, "")}*`);
      return [
        {
          actions: ["rds:ModifyDBInstance", "rds:RebootDBInstance", "rds:StartDBInstance", "rds:StopDBInstance"],
          resources: [database],
        },
        { actions: ["rds:CreateDBSnapshot"], resources: [database, snapshot] },
      ];
    },
  },
  {
    verb: "pass roles",
    means: "Hand an application's role to one AWS service.",
    target: aName("a workload's role", "storefront-*"),
    required: ["to-service"],
    optional: ["in"],
    statements: ({ target, toService }, place) => [
      {
        actions: ["iam:PassRole"],
        resources: [workloadRole(target, place)],
        condition: { StringEquals: { "iam:PassedToService": toService ?? "" } },
      },
    ],
  },
  {
    verb: "create roles",
    means: "Create an application's role and give it permissions, only under the permissions boundary.",
    target: aName("a workload's role", "storefront-*"),
    required: ["permissions-boundary"],
    statements: ({ target, permissionsBoundaryArn }, place) => [
      {
        actions: ["iam:AttachRolePolicy", "iam:CreateRole", "iam:PutRolePolicy"],
        resources: [workloadRole(target, place)],
        condition: { StringEquals: { "iam:PermissionsBoundary": permissionsBoundaryArn ?? "" } },
      },
    ],
  },
  {
    verb: "assume roles",
    means: "Take on another role, where that role trusts it too.",
    target: aPath("a role, with its path if it has one", "securecart-deploy", "workloads/storefront-web"),
    optional: ["in"],
    statements: ({ target }, place) => [
      { actions: ["sts:AssumeRole"], resources: [arn(place, `iam::{account}:role/${target.replace(/^\//, "")}`)] },
    ],
  },
];

/** What a customer managed KMS key needs beside the grant: only the key with that alias, only through that service. */
function decryption(grant: ReadGrant, place: GrantPlace, service: string, actions: string[]): Statements {
  if (grant.kmsKey === undefined) return [];
  const condition = {
    StringEquals: { "kms:ViaService": `${service}.${place.region}.${serviceDomain(place.partition)}` },
    "ForAnyValue:StringEquals": { "kms:ResourceAliases": grant.kmsKey },
  };
  return [{ actions, resources: [arn(place, "kms:{region}:{account}:key/*")], condition }];
}

const exactOr = (target: string, ending: string): string => (target.endsWith("*") ? target : target + ending);

const logGroup = (target: string, place: GrantPlace): string =>
  arn(place, `logs:{region}:{account}:log-group:${exactOr(target, ":*")}`);

const workloadRole = (target: string, place: GrantPlace): string =>
  arn(place, `iam::{account}:role${workloadsPath}${target}`);
