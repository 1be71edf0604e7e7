import { account, all, allow, deny, role, words } from "./statements.ts";

const here = (service: string, rest: string) => `arn:aws:${service}:eu-central-1:${account}:${rest}`;

/** What AWS's own guides show as examples, and what projects publish for their users. */
export const guides: Record<string, unknown> = {
  "DynamoDB, a specific table": [
    allow(words("dynamodb", "List* DescribeReservedCapacity* DescribeLimits DescribeTimeToLive")),
    allow(
      words(
        "dynamodb",
        "BatchGet* DescribeStream DescribeTable Get* Query Scan BatchWrite* CreateTable Delete* Update* PutItem",
      ),
      "arn:aws:dynamodb:*:*:table/MyTable",
    ),
  ],
  "DynamoDB, rows of whoever signed in": allow(
    words("dynamodb", "DeleteItem GetItem PutItem Query UpdateItem"),
    "arn:aws:dynamodb:*:*:table/MyTable",
    {
      "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["${cognito-identity.amazonaws.com:sub}"] },
    },
  ),
  "DynamoDB, some columns": allow(
    words("dynamodb", "GetItem BatchGetItem Query PutItem UpdateItem DeleteItem BatchWriteItem"),
    here("dynamodb", "table/Thread"),
    {
      "ForAllValues:StringEquals": { "dynamodb:Attributes": ["column-name-1", "column-name-2"] },
      StringEqualsIfExists: { "dynamodb:Select": "SPECIFIC_ATTRIBUTES" },
    },
  ),
  "EC2, volumes of one's department": [
    allow(words("ec2", "AttachVolume DetachVolume"), "arn:aws:ec2:*:*:instance/*", {
      StringEquals: { "aws:ResourceTag/Department": "Development" },
    }),
    allow(words("ec2", "AttachVolume DetachVolume"), "arn:aws:ec2:*:*:volume/*", {
      StringEquals: { "aws:ResourceTag/VolumeUser": "${aws:username}" },
    }),
  ],
  "EC2, security groups of one network": [
    allow(words("ec2", "DescribeSecurityGroups DescribeSecurityGroupRules DescribeTags")),
    allow(
      words(
        "ec2",
        "AuthorizeSecurityGroupIngress RevokeSecurityGroupIngress AuthorizeSecurityGroupEgress RevokeSecurityGroupEgress ModifySecurityGroupRules",
      ),
      "arn:aws:ec2:eu-central-1:111122223333:security-group/*",
      {
        ArnEquals: { "ec2:Vpc": here("ec2", "vpc/vpc-0123456789abcdef0") },
      },
    ),
  ],
  "EC2, start and stop by tags": [
    allow(words("ec2", "StartInstances StopInstances"), "arn:aws:ec2:*:*:instance/*", {
      StringEquals: { "aws:ResourceTag/Owner": "${aws:username}" },
    }),
    allow("ec2:DescribeInstances"),
  ],
  "EC2, launching into one subnet": [
    allow("ec2:Describe*"),
    allow("ec2:RunInstances", [
      here("ec2", "subnet/subnet-0123456789abcdef0"),
      here("ec2", "network-interface/*"),
      here("ec2", "instance/*"),
      here("ec2", "volume/*"),
      "arn:aws:ec2:eu-central-1::image/ami-0123456789abcdef0",
      here("ec2", "key-pair/shop"),
      here("ec2", "security-group/sg-0123456789abcdef0"),
    ]),
  ],
  "IAM, roles of one's project": allow("sts:AssumeRole", all, {
    StringEquals: { "iam:ResourceTag/Project": "${aws:PrincipalTag/Project}" },
  }),
  "IAM, the policy simulator": allow(
    words(
      "iam",
      "GetContextKeysForCustomPolicy GetContextKeysForPrincipalPolicy SimulateCustomPolicy SimulatePrincipalPolicy GetPolicy GetPolicyVersion GetRole GetRolePolicy ListRoles",
    ),
  ),
  "IAM, own password and keys": [
    allow(["iam:GetAccountPasswordPolicy", "iam:ListVirtualMFADevices"]),
    allow(
      words(
        "iam",
        "ChangePassword GetUser CreateAccessKey DeleteAccessKey ListAccessKeys UpdateAccessKey GetAccessKeyLastUsed",
      ),
      "arn:aws:iam::*:user/${aws:username}",
    ),
    allow("iam:CreateVirtualMFADevice", "arn:aws:iam::*:mfa/*"),
    allow(
      words("iam", "DeactivateMFADevice EnableMFADevice ListMFADevices ResyncMFADevice"),
      "arn:aws:iam::*:user/${aws:username}",
    ),
  ],
  "IAM, credential reports": allow(words("iam", "GenerateCredentialReport GetCredentialReport")),
  "IAM, reading all of it": allow(["iam:Get*", "iam:List*", "iam:Generate*", "iam:Simulate*"]),
  "S3, home folders by user id": [
    allow("s3:ListAllMyBuckets"),
    allow(["s3:ListBucket", "s3:GetBucketLocation"], "arn:aws:s3:::shop-home", {
      StringLike: { "s3:prefix": ["", "home/", "home/${aws:userid}/*"] },
    }),
    allow("s3:*", ["arn:aws:s3:::shop-home/home/${aws:userid}", "arn:aws:s3:::shop-home/home/${aws:userid}/*"]),
  ],
  "S3, one bucket and no more": [
    allow("s3:*", ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"]),
    { Effect: "Deny", NotAction: "s3:*", NotResource: ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"] },
  ],
  "S3, objects in the console": [
    allow(
      words(
        "s3",
        "GetAccountPublicAccessBlock GetBucketAcl GetBucketLocation GetBucketPolicyStatus GetBucketPublicAccessBlock ListAccessPoints ListAllMyBuckets",
      ),
    ),
    allow("s3:ListBucket", "arn:aws:s3:::shop"),
    allow(["s3:*Object"], "arn:aws:s3:::shop/*"),
  ],
  "S3, objects by their tag": allow(words("s3", "GetObject GetObjectVersion"), "arn:aws:s3:::*/*", {
    StringEquals: { "s3:ExistingObjectTag/security": "public" },
  }),
  "S3, through one access point": allow("s3:GetObject", "arn:aws:s3:::*", {
    StringEquals: { "s3:DataAccessPointArn": here("s3", "accesspoint/shop") },
  }),
  "Region deny": {
    Effect: "Deny",
    NotAction: ["cloudfront:*", "iam:*", "organizations:*", "route53:*", "support:*"],
    Resource: "*",
    Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-central-1", "eu-west-1"] } },
  },
  "Deny outside of the office": deny(all, all, {
    NotIpAddress: { "aws:SourceIp": ["192.0.2.0/24", "203.0.113.0/24"] },
    Bool: { "aws:ViaAWSService": "false" },
  }),
  "Deny outside of the organization": {
    ...deny(["s3:*"], all),
    Condition: { StringNotEquals: { "aws:ResourceOrgID": "${aws:PrincipalOrgID}" } },
  },
  KEDA: [allow("sqs:GetQueueAttributes", here("sqs", "shop-*")), allow("cloudwatch:GetMetricData")],
  "Secrets Manager rotation": [
    allow(
      words("secretsmanager", "DescribeSecret GetSecretValue PutSecretValue UpdateSecretVersionStage"),
      here("secretsmanager", "secret:shop-db-??????"),
      { StringEquals: { "secretsmanager:resource/AllowRotationLambdaArn": here("lambda", "function:rotate") } },
    ),
    allow("secretsmanager:GetRandomPassword"),
    allow(words("ec2", "CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaces")),
  ],
  "Secrets by one's team": [
    allow(words("secretsmanager", "GetSecretValue DescribeSecret"), all, {
      StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" },
    }),
    allow("secretsmanager:ListSecrets"),
  ],
  "Secrets, each of one's own account's names": allow(
    "secretsmanager:GetSecretValue",
    `arn:aws:secretsmanager:*:${account}:secret:shop-*`,
  ),
  "Parameters with a path": allow(words("ssm", "GetParameter GetParameters GetParametersByPath"), [
    here("ssm", "parameter/shop/*"),
    "arn:aws:ssm:*:111122223333:parameter/shop/*",
  ]),
  "A key by way of S3": allow(words("kms", "Decrypt GenerateDataKey"), all, {
    StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com", "aws:ResourceAccount": account },
  }),
  "Aliases of a key": allow(words("kms", "Encrypt Decrypt"), `arn:aws:kms:eu-central-1:${account}:key/*`, {
    StringLike: { "kms:RequestAlias": "alias/shop-*" },
  }),
  "Making a key": allow(words("kms", "CreateKey ListAliases ListKeys")),
  "Lambda reading Kinesis": [
    allow(
      words("kinesis", "DescribeStream DescribeStreamSummary GetRecords GetShardIterator ListShards SubscribeToShard"),
      [here("kinesis", "stream/orders"), here("kinesis", "stream/orders/consumer/*")],
    ),
    allow("kinesis:ListStreams"),
  ],
  "CloudWatch alarms and dashboards to look at": allow([
    "cloudwatch:Describe*",
    "cloudwatch:Get*",
    "cloudwatch:List*",
    "autoscaling:Describe*",
    "sns:Get*",
    "sns:List*",
    "logs:Describe*",
    "logs:TestMetricFilter",
  ]),
  "Logs Insights for one group": [
    allow(words("logs", "StartQuery GetLogRecord"), [here("logs", "log-group:/shop/api:*")]),
    allow(words("logs", "GetQueryResults StopQuery DescribeQueries DescribeLogGroups")),
  ],
  "Cognito, listing customers": allow("cognito-idp:ListUsers", here("cognito-idp", "userpool/eu-central-1_abc")),
  "Cognito user migration": allow(
    words("cognito-idp", "AdminCreateUser AdminSetUserPassword AdminGetUser"),
    here("cognito-idp", "userpool/eu-central-1_abc"),
  ),
  "SQS producer and consumer": [
    allow(words("sqs", "SendMessage GetQueueUrl"), here("sqs", "orders.fifo")),
    allow(
      words("sqs", "ReceiveMessage DeleteMessage ChangeMessageVisibility GetQueueAttributes"),
      here("sqs", "returns"),
    ),
  ],
  "EventBridge scheduler of one group": [
    allow(
      words("scheduler", "CreateSchedule DeleteSchedule UpdateSchedule GetSchedule"),
      here("scheduler", "schedule/shop/*"),
    ),
    allow("iam:PassRole", role("shop-scheduler"), {
      StringEquals: { "iam:PassedToService": "scheduler.amazonaws.com" },
    }),
  ],
  "CodeCommit pull of one repository": allow("codecommit:GitPull", here("codecommit", "shop")),
  CodeArtifact: [
    allow("sts:GetServiceBearerToken", all, { StringEquals: { "sts:AWSServiceName": "codeartifact.amazonaws.com" } }),
    allow("codeartifact:GetAuthorizationToken", here("codeartifact", "domain/shop")),
    allow(
      words("codeartifact", "ReadFromRepository GetRepositoryEndpoint"),
      here("codeartifact", "repository/shop/npm"),
    ),
  ],
  "ECR pull of every repository": [
    allow("ecr:GetAuthorizationToken"),
    allow(
      words("ecr", "BatchCheckLayerAvailability BatchGetImage GetDownloadUrlForLayer"),
      `arn:aws:ecr:eu-central-1:${account}:repository/*`,
    ),
  ],
  "ECR pull-through cache": allow(
    words("ecr", "CreateRepository BatchImportUpstreamImage"),
    here("ecr", "repository/docker-hub/*"),
  ),
  "Backup's restore role, a part": [
    allow(words("backup", "StartRestoreJob"), here("backup", "recovery-point:1a2b3c4d")),
    allow(words("backup", "DescribeRestoreJob ListRestoreJobs")),
  ],
  "Route 53 records of one name": allow(
    "route53:ChangeResourceRecordSets",
    "arn:aws:route53:::hostedzone/Z1234567890ABC",
    {
      "ForAllValues:StringEquals": {
        "route53:ChangeResourceRecordSetsNormalizedRecordNames": ["_acme-challenge.example.com"],
        "route53:ChangeResourceRecordSetsRecordTypes": ["TXT"],
      },
    },
  ),
  "Route 53, waiting for a change": allow("route53:GetChange", "arn:aws:route53:::change/*"),
  "RDS start and stop by tag": allow(words("rds", "StartDBInstance StopDBInstance RebootDBInstance"), all, {
    StringEquals: { "aws:ResourceTag/environment": "dev" },
  }),
  "RDS tags by the service's key": allow(words("rds", "StartDBInstance StopDBInstance"), "arn:aws:rds:*:*:db:*", {
    StringEquals: { "rds:db-tag/stage": "dev" },
  }),
  "Redshift by database user": allow("redshift:GetClusterCredentials", [
    here("redshift", "dbuser:shop/${redshift:DbUser}"),
    here("redshift", "dbname:shop/sales"),
  ]),
  "OpenSearch of one domain": allow(["es:ESHttpGet", "es:ESHttpPost", "es:ESHttpPut"], here("es", "domain/shop/*")),
  "OpenSearch Serverless": allow("aoss:APIAccessAll", here("aoss", "collection/abcdefghij1234567890")),
  Neptune: allow("neptune-db:*", here("neptune-db", "cluster-ABCDEFGHIJ/*")),
  "EFS client": allow(
    words("elasticfilesystem", "ClientMount ClientWrite"),
    here("elasticfilesystem", "file-system/fs-01234567"),
    { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
  ),
  "IoT device": [
    allow("iot:Connect", here("iot", "client/${iot:Connection.Thing.ThingName}")),
    allow(words("iot", "Publish Receive"), here("iot", "topic/shop/${iot:Connection.Thing.ThingName}/*")),
  ],
  MediaConvert: [
    allow(words("s3", "GetObject PutObject"), ["arn:aws:s3:::shop-video-in/*", "arn:aws:s3:::shop-video-out/*"]),
    allow("mediaconvert:CreateJob", [
      here("mediaconvert", "queues/Default"),
      here("mediaconvert", "jobTemplates/*"),
      here("mediaconvert", "presets/*"),
    ]),
  ],
  "Polly, Translate and Rekognition": allow([
    "polly:SynthesizeSpeech",
    "translate:TranslateText",
    "rekognition:DetectLabels",
    "comprehend:DetectEntities",
    "textract:DetectDocumentText",
  ]),
  Pinpoint: allow(
    "mobiletargeting:SendMessages",
    here("mobiletargeting", "apps/0123456789abcdef0123456789abcdef/messages"),
  ),
  "Health and Trusted Advisor": allow([
    "health:Describe*",
    "trustedadvisor:Describe*",
    "trustedadvisor:Get*",
    "trustedadvisor:List*",
    "support:DescribeTrustedAdvisorCheckResult",
  ]),
  "Support cases": allow(["support:*"]),
  "Resource groups and tags to look": allow([
    "resource-groups:Get*",
    "resource-groups:List*",
    "resource-groups:SearchResources",
    "tag:Get*",
    "ec2:DescribeTags",
  ]),
  "Cost Explorer for a tool": allow([
    "ce:Get*",
    "ce:Describe*",
    "ce:List*",
    "savingsplans:Describe*",
    "compute-optimizer:Get*",
    "pricing:*",
  ]),
  "New Relic, a part": allow([
    "apigateway:GET",
    "autoscaling:DescribeLaunchConfigurations",
    "cloudtrail:LookupEvents",
    "dynamodb:ListTables",
    "dynamodb:DescribeTable",
    "ecs:ListServices",
    "elasticache:DescribeCacheClusters",
    "firehose:DescribeDeliveryStream",
    "lambda:GetAccountSettings",
    "lambda:ListFunctions",
    "s3:GetBucketTagging",
    "sqs:ListQueues",
    "tag:GetResources",
  ]),
  "Datadog's crawler, more of it": allow([
    "apigateway:GET",
    "autoscaling:Describe*",
    "backup:List*",
    "budgets:ViewBudget",
    "cloudfront:GetDistributionConfig",
    "cloudtrail:DescribeTrails",
    "cloudtrail:GetTrailStatus",
    "cloudtrail:LookupEvents",
    "cloudwatch:Get*",
    "codedeploy:BatchGet*",
    "directconnect:Describe*",
    "dynamodb:Describe*",
    "ec2:GetTransitGatewayPrefixListReferences",
    "eks:DescribeCluster",
    "elasticmapreduce:List*",
    "es:DescribeElasticsearchDomains",
    "fsx:DescribeFileSystems",
    "health:DescribeEvents",
    "kinesis:List*",
    "lambda:GetPolicy",
    "logs:DescribeLogGroups",
    "logs:TestMetricFilter",
    "organizations:Describe*",
    "redshift:DescribeClusters",
    "route53:List*",
    "s3:GetBucketLogging",
    "sns:List*",
    "sqs:ListQueues",
    "states:ListStateMachines",
    "states:DescribeStateMachine",
    "support:DescribeTrustedAdvisor*",
    "tag:GetTagKeys",
    "xray:BatchGetTraces",
    "xray:GetTraceSummaries",
  ]),
  "CloudHealth-like, read only": allow([
    "rds:Describe*",
    "rds:List*",
    "redshift:Describe*",
    "elasticache:Describe*",
    "sqs:GetQueueAttributes",
    "workspaces:Describe*",
    "storagegateway:List*",
    "iam:GetAccountSummary",
  ]),
  "EC2, snapshots of encrypted volumes of one account": [
    allow("ec2:CreateSnapshot", "arn:aws:ec2:eu-central-1::snapshot/*"),
    allow("ec2:CreateSnapshot", here("ec2", "volume/*"), { Bool: { "ec2:Encrypted": "true" } }),
  ],
  "KMS, aliases of one's own": allow(words("kms", "CreateAlias UpdateAlias DeleteAlias"), [
    here("kms", "alias/restricted*"),
    here("kms", "key/*"),
  ]),
  "SES, to addresses of one's own": allow(words("ses", "SendEmail SendRawEmail"), all, {
    "ForAllValues:StringLike": { "ses:Recipients": ["*@example.com"] },
  }),
};
