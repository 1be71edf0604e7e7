import { account, all, allow, deny, role, words } from "./statements.ts";

const here = (service: string, rest: string) => `arn:aws:${service}:eu-central-1:${account}:${rest}`;
const key = here("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab");
const passing = (name: string, service: string) =>
  allow("iam:PassRole", role(name), { StringEquals: { "iam:PassedToService": service } });

/** What vendors and AWS's services ask for, narrowed as a careful engineer narrows it. */
export const integrations: Record<string, unknown> = {
  "Vault, sealed by a key": allow(words("kms", "Encrypt Decrypt DescribeKey"), key),
  "Vault, AWS auth": allow(["ec2:DescribeInstances", "iam:GetInstanceProfile", "iam:GetRole", "iam:GetUser"]),
  "Loki and Thanos": allow(words("s3", "ListBucket GetObject PutObject DeleteObject"), [
    "arn:aws:s3:::shop-loki",
    "arn:aws:s3:::shop-loki/*",
  ]),
  "Mountpoint for S3": [
    allow("s3:ListBucket", "arn:aws:s3:::shop-data"),
    allow(words("s3", "GetObject PutObject AbortMultipartUpload DeleteObject"), "arn:aws:s3:::shop-data/*"),
  ],
  "Session Manager for one's own team": [
    allow("ssm:StartSession", "arn:aws:ec2:*:*:instance/*", { StringEquals: { "ssm:resourceTag/team": "shop" } }),
    allow("ssm:StartSession", "arn:aws:ssm:*:*:document/SSM-SessionManagerRunShell", {
      BoolIfExists: { "ssm:SessionDocumentAccessCheck": "true" },
    }),
    allow(words("ssm", "TerminateSession ResumeSession"), "arn:aws:ssm:*:*:session/${aws:userid}-*"),
    allow(words("ssm", "DescribeSessions GetConnectionStatus DescribeInstanceProperties")),
  ],
  "Cognito's signed-in customers": [
    allow(
      words("s3", "GetObject PutObject DeleteObject"),
      "arn:aws:s3:::shop-avatars/${cognito-identity.amazonaws.com:sub}/*",
    ),
    allow(["mobileanalytics:PutEvents", "cognito-identity:GetCredentialsForIdentity"]),
    allow("dynamodb:Query", here("dynamodb", "table/carts"), {
      "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["${cognito-identity.amazonaws.com:sub}"] },
    }),
  ],
  "AppSync's data source": allow(words("dynamodb", "DeleteItem GetItem PutItem Query Scan UpdateItem"), [
    here("dynamodb", "table/carts"),
    here("dynamodb", "table/carts/*"),
  ]),
  "Scheduler and Pipes": [
    allow("lambda:InvokeFunction", [
      here("lambda", "function:shop-nightly"),
      here("lambda", "function:shop-nightly:*"),
    ]),
    allow(words("sqs", "ReceiveMessage DeleteMessage GetQueueAttributes"), here("sqs", "shop-orders")),
    allow("states:StartExecution", here("states", "stateMachine:shop-orders")),
    allow("events:PutEvents", here("events", "event-bus/shop")),
  ],
  "Step Functions running a task and waiting": [
    allow("ecs:RunTask", here("ecs", "task-definition/shop-report:*")),
    allow(words("ecs", "StopTask DescribeTasks"), all, { ArnEquals: { "ecs:cluster": here("ecs", "cluster/shop") } }),
    allow(
      words("events", "PutTargets PutRule DescribeRule"),
      here("events", "rule/StepFunctionsGetEventsForECSTaskRule"),
    ),
    passing("shop-report", "ecs-tasks.amazonaws.com"),
  ],
  "MSK client": [
    allow(
      words("kafka-cluster", "Connect DescribeCluster"),
      here("kafka", "cluster/shop/1234abcd-12ab-34cd-56ef-1234567890ab-1"),
    ),
    allow(words("kafka-cluster", "ReadData WriteData DescribeTopic"), here("kafka", "topic/shop/*/orders")),
    allow(words("kafka-cluster", "AlterGroup DescribeGroup"), here("kafka", "group/shop/*/*")),
  ],
  "Lambda reading MSK": [
    allow(words("kafka", "DescribeCluster DescribeClusterV2 GetBootstrapBrokers")),
    allow(
      words(
        "ec2",
        "CreateNetworkInterface DescribeNetworkInterfaces DescribeVpcs DeleteNetworkInterface DescribeSubnets DescribeSecurityGroups",
      ),
    ),
    allow(words("logs", "CreateLogGroup CreateLogStream PutLogEvents")),
  ],
  "Glue job": [
    allow(words("glue", "GetDatabase GetTable GetPartitions CreatePartition BatchCreatePartition"), [
      here("glue", "catalog"),
      here("glue", "database/shop"),
      here("glue", "table/shop/*"),
    ]),
    allow(words("s3", "GetObject PutObject"), "arn:aws:s3:::shop-lake/*"),
    allow(words("logs", "CreateLogGroup CreateLogStream PutLogEvents"), "arn:aws:logs:*:*:log-group:/aws-glue/*"),
    allow("cloudwatch:PutMetricData", all, { StringEquals: { "cloudwatch:namespace": "Glue" } }),
  ],
  "SageMaker's endpoint": [
    allow("sagemaker:InvokeEndpoint", here("sagemaker", "endpoint/recommendations")),
    allow(words("ecr", "GetAuthorizationToken BatchCheckLayerAvailability GetDownloadUrlForLayer BatchGetImage")),
    allow("s3:GetObject", "arn:aws:s3:::shop-models/*"),
  ],
  "Bedrock with a guardrail": [
    allow(words("bedrock", "InvokeModel InvokeModelWithResponseStream"), [
      "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0",
      here("bedrock", "inference-profile/eu.anthropic.*"),
    ]),
    allow("bedrock:ApplyGuardrail", here("bedrock", "guardrail/abcdefgh1234")),
  ],
  AppConfig: allow(
    words("appconfig", "StartConfigurationSession GetLatestConfiguration"),
    here("appconfig", "application/shop/environment/prod/configuration/flags"),
  ),
  "Snowflake's stage": [
    allow(words("s3", "GetObject GetObjectVersion"), "arn:aws:s3:::shop-lake/snowflake/*"),
    allow(words("s3", "ListBucket GetBucketLocation"), "arn:aws:s3:::shop-lake", {
      StringLike: { "s3:prefix": ["snowflake/*"] },
    }),
  ],
  "A key, by way of services only": allow(
    words("kms", "Decrypt GenerateDataKey"),
    `arn:aws:kms:eu-central-1:${account}:key/*`,
    {
      StringEquals: { "kms:ViaService": "secretsmanager.eu-central-1.amazonaws.com", "kms:CallerAccount": account },
      StringLike: { "kms:EncryptionContext:SecretARN": here("secretsmanager", "secret:shop/*") },
    },
  ),
  "Mail under conditions": allow(words("ses", "SendEmail SendRawEmail"), here("ses", "identity/example.com"), {
    StringLike: { "ses:FromAddress": "*@example.com" },
  }),
  "Alarms of one's own": [
    allow(words("cloudwatch", "PutMetricAlarm DeleteAlarms"), here("cloudwatch", "alarm:shop-*")),
    allow("cloudwatch:DescribeAlarms"),
  ],
  "Lifecycle hook": allow(
    words("autoscaling", "CompleteLifecycleAction RecordLifecycleActionHeartbeat"),
    here("autoscaling", "autoScalingGroup:*:autoScalingGroupName/shop-web"),
  ),
  "Elastic IP of one's own": [
    allow("ec2:DescribeAddresses"),
    allow(
      words("ec2", "AssociateAddress DisassociateAddress"),
      [here("ec2", "elastic-ip/eipalloc-0123456789abcdef0"), here("ec2", "instance/*")],
      { StringEquals: { "aws:ResourceTag/app": "shop" } },
    ),
  ],
  "Cost and support for Finance": allow([
    "ce:Get*",
    "ce:List*",
    "cur:DescribeReportDefinitions",
    "budgets:ViewBudget",
    "billing:Get*",
    "billing:List*",
    "consolidatedbilling:Get*",
    "invoicing:Get*",
    "invoicing:List*",
    "tax:GetTaxRegistration",
    "payments:GetPaymentInstrument",
    "freetier:Get*",
  ]),
  "Wiz-like reader, a part": allow([
    "iam:GenerateCredentialReport",
    "iam:GetAccountAuthorizationDetails",
    "ec2:Describe*",
    "eks:Describe*",
    "eks:List*",
    "s3:GetBucket*",
    "s3:GetAccountPublicAccessBlock",
    "s3:ListAllMyBuckets",
    "kms:ListKeys",
    "kms:GetKeyPolicy",
    "cloudtrail:GetTrailStatus",
    "organizations:Describe*",
    "organizations:List*",
  ]),
  "CloudWatch to Grafana with logs of one group": [
    allow(["cloudwatch:ListMetrics", "cloudwatch:GetMetricData", "cloudwatch:DescribeAlarms", "tag:GetResources"]),
    allow(
      words("logs", "StartQuery GetLogGroupFields GetLogEvents FilterLogEvents"),
      here("logs", "log-group:/shop/*"),
    ),
    allow(words("logs", "StopQuery GetQueryResults DescribeLogGroups")),
  ],
  "ElastiCache and RDS by IAM": [
    allow("elasticache:Connect", [here("elasticache", "replicationgroup:shop"), here("elasticache", "user:app")]),
    allow("rds-db:connect", here("rds-db", "dbuser:cluster-ABCDEFGHIJKL01234/app")),
    allow("dsql:DbConnect", here("dsql", "cluster/abcdefghijklmnopqrstuvwxyz")),
  ],
  "Database operator": [
    allow(["rds:Describe*", "rds:ListTagsForResource", "pi:GetResourceMetrics"]),
    allow(words("rds", "RebootDBInstance ModifyDBInstance CreateDBSnapshot"), [
      here("rds", "db:shop-*"),
      here("rds", "snapshot:shop-*"),
    ]),
    allow("rds:StartDBCluster", here("rds", "cluster:shop-*")),
  ],
  "Break-glass of databases denied": deny(["rds:Delete*", "dynamodb:DeleteTable", "elasticache:Delete*"]),
  "Deny what is not encrypted": deny("s3:PutObject", "arn:aws:s3:::shop-assets/*", {
    StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" },
  }),
  "Own profile in Identity Center's portal": allow([
    "sso:ListProfilesForApplication",
    "sso:GetProfile",
    "identitystore:DescribeUser",
  ]),
  "Transcribe and Translate": allow([
    ...words("transcribe", "StartStreamTranscription"),
    "translate:TranslateText",
    "comprehend:DetectDominantLanguage",
  ]),
  "Global Accelerator and Route 53 health": allow([
    "globalaccelerator:Describe*",
    "globalaccelerator:List*",
    "route53:GetHealthCheckStatus",
    "route53:ListHealthChecks",
  ]),
  "Amplify hosting": [
    allow(words("logs", "CreateLogStream PutLogEvents"), here("logs", "log-group:/aws/amplify/*:log-stream:*")),
    allow("logs:CreateLogGroup", here("logs", "log-group:/aws/amplify/*")),
    allow("logs:DescribeLogGroups", here("logs", "log-group:*")),
  ],
  "Replication into another account": [
    allow(words("s3", "GetReplicationConfiguration ListBucket"), "arn:aws:s3:::shop-source"),
    allow(
      words(
        "s3",
        "GetObjectVersionForReplication GetObjectVersionAcl GetObjectVersionTagging GetObjectRetention GetObjectLegalHold",
      ),
      "arn:aws:s3:::shop-source/*",
    ),
    allow(
      words("s3", "ReplicateObject ReplicateDelete ReplicateTags ObjectOwnerOverrideToBucketOwner"),
      "arn:aws:s3:::shop-target/*",
    ),
    allow("kms:Decrypt", key, { StringLike: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } }),
  ],
  "Config rule's function": [
    allow("config:PutEvaluations"),
    allow(words("logs", "CreateLogGroup CreateLogStream PutLogEvents"), "arn:aws:logs:*:*:*"),
  ],
  "Custom resource of ACM validation": [
    allow(words("acm", "RequestCertificate DescribeCertificate")),
    allow("route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z1"),
  ],
  "Spot interruption reader": allow([
    "ec2:DescribeSpotInstanceRequests",
    "ec2:DescribeSpotPriceHistory",
    "autoscaling:DescribeAutoScalingInstances",
  ]),
  "GovCloud uploader": allow("s3:PutObject", "arn:aws-us-gov:s3:::shop-uploads/*"),
  "Prometheus, Object Lambda and the pull-through cache, as AWS's guides have them": [
    allow(words("aps", "RemoteWrite GetSeries GetLabels GetMetricMetadata")),
    allow("s3-object-lambda:WriteGetObjectResponse"),
    allow(words("ecr", "GetAuthorizationToken BatchImportUpstreamImage BatchGetImage GetDownloadUrlForLayer")),
  ],
};
