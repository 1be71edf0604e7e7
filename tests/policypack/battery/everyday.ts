import { allow, words } from "./statements.ts";

/**
 * Policies that AWS's documentation and everybody's templates contain, none of which is a danger: execution roles,
 * agents, controllers of clusters, pipelines.
 */
export const everyday: Record<string, unknown> = {
  "Lambda in a network": [
    allow(words("logs", "CreateLogGroup CreateLogStream PutLogEvents")),
    allow(
      words(
        "ec2",
        "CreateNetworkInterface DescribeNetworkInterfaces DescribeSubnets DeleteNetworkInterface AssignPrivateIpAddresses UnassignPrivateIpAddresses",
      ),
    ),
  ],
  "Lambda with a queue": [
    allow(
      words("sqs", "ReceiveMessage DeleteMessage GetQueueAttributes ChangeMessageVisibility"),
      "arn:aws:sqs:eu-central-1:111122223333:orders",
    ),
    allow("kms:Decrypt", "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"),
  ],
  "Lambda with a stream": [
    allow(
      words("dynamodb", "GetRecords GetShardIterator DescribeStream ListStreams"),
      "arn:aws:dynamodb:eu-central-1:111122223333:table/orders/stream/*",
    ),
  ],
  "Lambda with tracing and insights": [
    allow(
      words(
        "xray",
        "PutTraceSegments PutTelemetryRecords GetSamplingRules GetSamplingTargets GetSamplingStatisticSummaries",
      ),
    ),
    allow("logs:CreateLogGroup"),
    allow(words("logs", "CreateLogStream PutLogEvents"), "arn:aws:logs:*:*:log-group:/aws/lambda-insights:*"),
  ],
  "ECS task execution": [
    allow([
      ...words("ecr", "GetAuthorizationToken BatchCheckLayerAvailability GetDownloadUrlForLayer BatchGetImage"),
      ...words("logs", "CreateLogStream PutLogEvents"),
    ]),
    allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:eu-central-1:111122223333:secret:shop-db-??????"),
  ],
  "ECS Exec": [
    allow(words("ssmmessages", "CreateControlChannel CreateDataChannel OpenControlChannel OpenDataChannel")),
  ],
  "SSM agent": [
    allow(
      words(
        "ssm",
        "DescribeAssociation GetDeployablePatchSnapshotForInstance GetDocument DescribeDocument GetManifest ListAssociations ListInstanceAssociations PutInventory PutComplianceItems PutConfigurePackageResult UpdateAssociationStatus UpdateInstanceAssociationStatus UpdateInstanceInformation",
      ),
    ),
    allow(words("ec2messages", "AcknowledgeMessage DeleteMessage FailMessage GetEndpoint GetMessages SendReply")),
  ],
  "CloudWatch agent": [
    allow([
      "cloudwatch:PutMetricData",
      "ec2:DescribeVolumes",
      "ec2:DescribeTags",
      ...words(
        "logs",
        "PutLogEvents PutRetentionPolicy DescribeLogStreams DescribeLogGroups CreateLogStream CreateLogGroup",
      ),
      ...words(
        "xray",
        "PutTraceSegments PutTelemetryRecords GetSamplingRules GetSamplingTargets GetSamplingStatisticSummaries",
      ),
    ]),
    allow("ssm:GetParameter", "arn:aws:ssm:*:*:parameter/AmazonCloudWatch-*"),
  ],
  "EKS cluster autoscaler": [
    allow([
      ...words(
        "autoscaling",
        "DescribeAutoScalingGroups DescribeAutoScalingInstances DescribeLaunchConfigurations DescribeScalingActivities",
      ),
      ...words(
        "ec2",
        "DescribeImages DescribeInstanceTypes DescribeLaunchTemplateVersions GetInstanceTypesFromInstanceRequirements",
      ),
      "eks:DescribeNodegroup",
    ]),
    allow(words("autoscaling", "SetDesiredCapacity TerminateInstanceInAutoScalingGroup"), "*", {
      StringEquals: { "aws:ResourceTag/k8s.io/cluster-autoscaler/shop": "owned" },
    }),
  ],
  "external-dns": [
    allow("route53:ChangeResourceRecordSets", "arn:aws:route53:::hostedzone/Z1234567890ABC"),
    allow(words("route53", "ListHostedZones ListResourceRecordSets ListTagsForResource")),
  ],
  "cert-manager": [
    allow("route53:GetChange", "arn:aws:route53:::change/*"),
    allow(
      words("route53", "ChangeResourceRecordSets ListResourceRecordSets"),
      "arn:aws:route53:::hostedzone/Z1234567890ABC",
    ),
    allow("route53:ListHostedZonesByName"),
  ],
  "external-secrets": [
    allow(
      words("secretsmanager", "GetResourcePolicy GetSecretValue DescribeSecret ListSecretVersionIds"),
      "arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/*",
    ),
    allow("secretsmanager:ListSecrets"),
  ],
  "EBS CSI driver": [
    allow(
      words(
        "ec2",
        "DescribeAvailabilityZones DescribeInstances DescribeSnapshots DescribeTags DescribeVolumes DescribeVolumesModifications",
      ),
    ),
    allow("ec2:CreateVolume", "arn:aws:ec2:*:*:volume/*", {
      StringLike: { "aws:RequestTag/ebs.csi.aws.com/cluster": "true" },
    }),
    allow("ec2:CreateTags", ["arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:*:*:snapshot/*"], {
      StringEquals: { "ec2:CreateAction": ["CreateVolume", "CreateSnapshot"] },
    }),
    allow("ec2:DeleteVolume", "arn:aws:ec2:*:*:volume/*", {
      StringLike: { "ec2:ResourceTag/ebs.csi.aws.com/cluster": "true" },
    }),
    allow("kms:CreateGrant", "arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab", {
      Bool: { "kms:GrantIsForAWSResource": "true" },
    }),
  ],
  "load balancer controller, a part": [
    allow("iam:CreateServiceLinkedRole", "*", {
      StringEquals: { "iam:AWSServiceName": "elasticloadbalancing.amazonaws.com" },
    }),
    allow([
      ...words(
        "ec2",
        "DescribeAccountAttributes DescribeAddresses DescribeVpcs DescribeSubnets DescribeSecurityGroups",
      ),
      ...words("elasticloadbalancing", "DescribeLoadBalancers DescribeListeners DescribeTargetHealth"),
    ]),
    allow(
      words("elasticloadbalancing", "RegisterTargets DeregisterTargets"),
      "arn:aws:elasticloadbalancing:*:*:targetgroup/shop-*/*",
    ),
    allow(words("elasticloadbalancing", "DeleteLoadBalancer ModifyTargetGroup"), "*", {
      StringEquals: { "aws:ResourceTag/elbv2.k8s.aws/cluster": "shop" },
    }),
  ],
  "API Gateway for reading": allow(["apigateway:GET", "codebuild:BatchGetBuilds", "cognito-idp:ListUserPools"]),
  "Terraform state": [
    allow("s3:ListBucket", "arn:aws:s3:::shop-state"),
    allow(words("s3", "GetObject PutObject DeleteObject"), "arn:aws:s3:::shop-state/prod/terraform.tfstate"),
    allow(words("dynamodb", "DescribeTable GetItem PutItem DeleteItem"), "arn:aws:dynamodb:*:*:table/terraform-locks"),
  ],
  "CDK deployment": [
    allow("sts:AssumeRole", "arn:aws:iam::*:role/cdk-hnb659fds-deploy-role-*"),
    allow("sts:AssumeRole", [
      "arn:aws:iam::111122223333:role/cdk-hnb659fds-file-publishing-role-111122223333-eu-central-1",
    ]),
    allow("cloudformation:DescribeStacks"),
  ],
  "Push to ECR": [
    allow("ecr:GetAuthorizationToken"),
    allow(
      words(
        "ecr",
        "BatchCheckLayerAvailability InitiateLayerUpload UploadLayerPart CompleteLayerUpload PutImage BatchGetImage GetDownloadUrlForLayer",
      ),
      "arn:aws:ecr:eu-central-1:111122223333:repository/shop",
    ),
  ],
  "Deploy to ECS": [
    allow(words("ecs", "RegisterTaskDefinition DescribeTaskDefinition")),
    allow(words("ecs", "UpdateService DescribeServices"), "arn:aws:ecs:eu-central-1:111122223333:service/shop/api"),
    allow(
      "iam:PassRole",
      ["arn:aws:iam::111122223333:role/shop-task", "arn:aws:iam::111122223333:role/shop-execution"],
      { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
    ),
  ],
  "Deploy a site": [
    allow("s3:ListBucket", "arn:aws:s3:::shop-site"),
    allow(words("s3", "PutObject DeleteObject GetObject PutObjectAcl"), "arn:aws:s3:::shop-site/*"),
    allow("cloudfront:CreateInvalidation", "arn:aws:cloudfront::111122223333:distribution/E2EXAMPLE"),
  ],
  CodeBuild: [
    allow(words("logs", "CreateLogGroup CreateLogStream PutLogEvents"), [
      "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/codebuild/shop",
      "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/codebuild/shop:*",
    ]),
    allow(
      words("s3", "PutObject GetObject GetObjectVersion GetBucketAcl GetBucketLocation"),
      "arn:aws:s3:::codepipeline-eu-central-1-*",
    ),
    allow(
      words("codebuild", "CreateReportGroup CreateReport UpdateReport BatchPutTestCases BatchPutCodeCoverages"),
      "arn:aws:codebuild:eu-central-1:111122223333:report-group/shop-*",
    ),
  ],
  "CodeBuild in a network": [
    allow(
      words(
        "ec2",
        "CreateNetworkInterface DescribeDhcpOptions DescribeNetworkInterfaces DeleteNetworkInterface DescribeSubnets DescribeSecurityGroups DescribeVpcs",
      ),
    ),
    allow("ec2:CreateNetworkInterfacePermission", "arn:aws:ec2:eu-central-1:111122223333:network-interface/*", {
      StringEquals: { "ec2:AuthorizedService": "codebuild.amazonaws.com" },
      ArnEquals: { "ec2:Subnet": ["arn:aws:ec2:eu-central-1:111122223333:subnet/subnet-1"] },
    }),
  ],
  "Step Functions": [
    allow("lambda:InvokeFunction", [
      "arn:aws:lambda:eu-central-1:111122223333:function:shop-pay",
      "arn:aws:lambda:eu-central-1:111122223333:function:shop-pay:*",
    ]),
    allow(
      words(
        "logs",
        "CreateLogDelivery GetLogDelivery UpdateLogDelivery DeleteLogDelivery ListLogDeliveries PutResourcePolicy DescribeResourcePolicies DescribeLogGroups",
      ),
    ),
    allow(
      words("events", "PutTargets PutRule DescribeRule"),
      "arn:aws:events:eu-central-1:111122223333:rule/StepFunctionsGetEventsForECSTaskRule",
    ),
  ],
  "API Gateway logging": [
    allow(
      words(
        "logs",
        "CreateLogGroup CreateLogStream DescribeLogGroups DescribeLogStreams PutLogEvents GetLogEvents FilterLogEvents",
      ),
      "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/apigateway/*",
    ),
  ],
  "Flow logs": [
    allow(words("logs", "CreateLogGroup CreateLogStream PutLogEvents DescribeLogGroups DescribeLogStreams")),
  ],
  "RDS monitoring": [
    allow(words("logs", "CreateLogGroup PutRetentionPolicy"), "arn:aws:logs:*:*:log-group:RDS*"),
    allow(
      words("logs", "CreateLogStream PutLogEvents DescribeLogStreams GetLogEvents"),
      "arn:aws:logs:*:*:log-group:RDS*:log-stream:*",
    ),
  ],
  "RDS with IAM authentication": [
    allow("rds-db:connect", "arn:aws:rds-db:eu-central-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/app"),
  ],
  "S3 replication": [
    allow(words("s3", "GetReplicationConfiguration ListBucket"), "arn:aws:s3:::shop-source"),
    allow(
      words("s3", "GetObjectVersionForReplication GetObjectVersionAcl GetObjectVersionTagging"),
      "arn:aws:s3:::shop-source/*",
    ),
    allow(words("s3", "ReplicateObject ReplicateDelete ReplicateTags"), "arn:aws:s3:::shop-target/*"),
  ],
  "Firehose to S3": [
    allow(
      words("s3", "AbortMultipartUpload GetBucketLocation GetObject ListBucket ListBucketMultipartUploads PutObject"),
      ["arn:aws:s3:::shop-logs", "arn:aws:s3:::shop-logs/*"],
    ),
    allow(
      words("kinesis", "DescribeStream GetShardIterator GetRecords ListShards"),
      "arn:aws:kinesis:eu-central-1:111122223333:stream/orders",
    ),
  ],
  "Self-service of a home folder": [
    allow("s3:ListBucket", "arn:aws:s3:::home", { StringLike: { "s3:prefix": ["${aws:username}/*"] } }),
    allow("s3:*", "arn:aws:s3:::home/${aws:username}/*"),
  ],
  "DynamoDB by leading keys": [
    allow(words("dynamodb", "GetItem PutItem Query"), "arn:aws:dynamodb:*:*:table/games", {
      "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": ["${www.amazon.com:user_id}"] },
    }),
  ],
  "Sending mail": [
    allow(words("ses", "SendEmail SendRawEmail"), "arn:aws:ses:eu-central-1:111122223333:identity/example.com"),
  ],
  "Sending mail from an address": [
    allow(words("ses", "SendEmail SendRawEmail"), "*", { StringEquals: { "ses:FromAddress": "shop@example.com" } }),
  ],
  "Bedrock models": [
    allow(
      words("bedrock", "InvokeModel InvokeModelWithResponseStream"),
      "arn:aws:bedrock:*::foundation-model/anthropic.*",
    ),
  ],
  "Athena and Glue": [
    allow(
      words("athena", "StartQueryExecution GetQueryExecution GetQueryResults"),
      "arn:aws:athena:eu-central-1:111122223333:workgroup/shop",
    ),
    allow(words("glue", "GetTable GetTables GetPartitions GetDatabase"), [
      "arn:aws:glue:eu-central-1:111122223333:catalog",
      "arn:aws:glue:eu-central-1:111122223333:database/shop",
      "arn:aws:glue:eu-central-1:111122223333:table/shop/*",
    ]),
  ],
  "Cost reader": [allow(["ce:Get*", "ce:Describe*", "cur:Describe*", "budgets:View*", "aws-portal:ViewBilling"])],
  "Datadog, a part": [
    allow([
      ...words("cloudwatch", "Get* List*"),
      ...words("ec2", "Describe*"),
      ...words("autoscaling", "Describe*"),
      ...words("elasticache", "Describe* List*"),
      ...words("rds", "Describe* List*"),
      "budgets:ViewBudget",
      "support:DescribeTrustedAdvisor*",
      "tag:GetResources",
    ]),
  ],
  "Prometheus discovery": [allow(words("ec2", "DescribeInstances DescribeAvailabilityZones"))],
  "Grafana and CloudWatch": [
    allow(
      words(
        "cloudwatch",
        "DescribeAlarmsForMetric DescribeAlarmHistory DescribeAlarms ListMetrics GetMetricData GetInsightRuleReport",
      ),
    ),
    allow(["ec2:DescribeTags", "ec2:DescribeInstances", "ec2:DescribeRegions", "tag:GetResources"]),
  ],
  "Prometheus remote write": [
    allow(
      words("aps", "RemoteWrite GetSeries GetLabels GetMetricMetadata"),
      "arn:aws:aps:eu-central-1:111122223333:workspace/ws-1",
    ),
  ],
  "Backup vault": [
    allow(
      words("backup", "StartBackupJob DescribeBackupJob"),
      "arn:aws:backup:eu-central-1:111122223333:backup-vault:shop",
    ),
  ],
  "Region lock": {
    Effect: "Deny",
    NotAction: ["iam:*", "sts:*", "cloudfront:*", "route53:*"],
    Resource: "*",
    Condition: { StringNotEquals: { "aws:RequestedRegion": ["eu-central-1"] } },
  },
  "Deny without encryption in transit": {
    Effect: "Deny",
    Action: "s3:*",
    Resource: "*",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  },
  "Serverless Framework's role": [
    allow(
      words("logs", "CreateLogStream CreateLogGroup TagResource"),
      "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/shop-dev*:*",
    ),
    allow("logs:PutLogEvents", "arn:aws:logs:eu-central-1:111122223333:log-group:/aws/lambda/shop-dev*:*:*"),
  ],
  "Spot fleet tagging by condition": [
    allow("ec2:CreateTags", "arn:aws:ec2:*:*:instance/*", { StringEquals: { "ec2:CreateAction": "RunInstances" } }),
  ],
  "Invalidation in another partition": allow(
    "cloudfront:CreateInvalidation",
    "arn:aws-cn:cloudfront::111122223333:distribution/E2EXAMPLE",
  ),
  "WAF, Shield for reading": allow([
    "wafv2:GetWebACL",
    "wafv2:ListWebACLs",
    "shield:DescribeProtection",
    "shield:GetSubscriptionState",
  ]),
  "WebSocket replies": allow("execute-api:ManageConnections", "arn:aws:execute-api:eu-central-1:111122223333:abc123/*"),
  "Calling an API": allow("execute-api:Invoke", "arn:aws:execute-api:*:*:abc123/prod/GET/orders"),
  "Auto scaling of an application": allow([
    ...words("application-autoscaling", "DescribeScalableTargets DescribeScalingPolicies"),
    "cloudwatch:DescribeAlarms",
  ]),
  "IoT device": [
    allow("iot:Connect", "arn:aws:iot:eu-central-1:111122223333:client/${iot:ClientId}"),
    allow("iot:Publish", "arn:aws:iot:eu-central-1:111122223333:topic/orders/*"),
  ],
  "Push notifications to phones": allow("sns:Publish", "arn:aws:sns:eu-central-1:111122223333:app/GCM/shop"),
  "Secrets rotation": [
    allow(words("secretsmanager", "DescribeSecret GetSecretValue PutSecretValue UpdateSecretVersionStage"), "*", {
      StringEquals: {
        "secretsmanager:resource/AllowRotationLambdaArn": "arn:aws:lambda:eu-central-1:111122223333:function:rotate",
      },
    }),
    allow("secretsmanager:GetRandomPassword"),
  ],
};
