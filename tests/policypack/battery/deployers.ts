import { account, all, allow, bounded, deny, role, words } from "./statements.ts";

const here = (service: string, rest: string) => `arn:aws:${service}:eu-central-1:${account}:${rest}`;
const passing = (name: string, service: string) =>
  allow("iam:PassRole", role(name), { StringEquals: { "iam:PassedToService": service } });
const owned = { "aws:ResourceTag/kubernetes.io/cluster/shop": "owned" };

/** What deploys, and what runs a cluster, narrowed as a careful engineer narrows it. */
export const deployers: Record<string, unknown> = {
  "Fluent Bit": [
    allow(
      words(
        "logs",
        "CreateLogGroup CreateLogStream DescribeLogGroups DescribeLogStreams PutLogEvents PutRetentionPolicy",
      ),
      here("logs", "log-group:/eks/*"),
    ),
  ],
  "OpenTelemetry collector": allow([
    ...words("logs", "PutLogEvents CreateLogGroup CreateLogStream DescribeLogStreams DescribeLogGroups"),
    ...words(
      "xray",
      "PutTraceSegments PutTelemetryRecords GetSamplingRules GetSamplingTargets GetSamplingStatisticSummaries",
    ),
    "ssm:DescribeParameters",
  ]),
  "ECS container instance": [
    allow("ecs:DiscoverPollEndpoint"),
    allow(words("ecs", "Poll StartTelemetrySession UpdateContainerInstancesState"), all, {
      ArnEquals: { "ecs:cluster": here("ecs", "cluster/shop") },
    }),
    allow(
      words("ecs", "RegisterContainerInstance DeregisterContainerInstance SubmitTaskStateChange"),
      here("ecs", "cluster/shop"),
    ),
  ],
  "CodePipeline's role": [
    allow(words("s3", "GetObject GetObjectVersion PutObject GetBucketVersioning"), [
      "arn:aws:s3:::shop-artifacts",
      "arn:aws:s3:::shop-artifacts/*",
    ]),
    allow(words("codebuild", "StartBuild BatchGetBuilds"), here("codebuild", "project/shop")),
    allow(
      "codestar-connections:UseConnection",
      here("codestar-connections", "connection/1234abcd-12ab-34cd-56ef-1234567890ab"),
    ),
    allow(words("codedeploy", "CreateDeployment GetDeployment GetApplicationRevision RegisterApplicationRevision"), [
      here("codedeploy", "application:shop"),
      here("codedeploy", "deploymentgroup:shop/prod"),
    ]),
    allow("codedeploy:GetDeploymentConfig", here("codedeploy", "deploymentconfig:*")),
  ],
  "Lambda deployer": [
    allow(
      words(
        "lambda",
        "GetFunction UpdateFunctionCode UpdateFunctionConfiguration PublishVersion CreateAlias UpdateAlias TagResource",
      ),
      here("lambda", "function:shop-*"),
    ),
    allow("s3:PutObject", "arn:aws:s3:::shop-releases/*"),
    passing("shop-checkout", "lambda.amazonaws.com"),
  ],
  "ECS deployer": [
    allow(words("ecs", "DescribeTaskDefinition RegisterTaskDefinition DeregisterTaskDefinition ListTaskDefinitions")),
    allow(words("ecs", "UpdateService DescribeServices"), here("ecs", "service/shop/*")),
    allow(words("ecs", "RunTask"), here("ecs", "task-definition/shop-migrate:*"), {
      ArnEquals: { "ecs:cluster": here("ecs", "cluster/shop") },
    }),
    allow("iam:PassRole", [role("shop-task"), role("shop-execution")], {
      StringLike: { "iam:PassedToService": "ecs-tasks.amazonaws.com" },
    }),
  ],
  "SAM deployer": [
    allow(
      words(
        "cloudformation",
        "CreateChangeSet DescribeChangeSet ExecuteChangeSet DeleteChangeSet DescribeStacks DescribeStackEvents GetTemplateSummary",
      ),
      [
        here("cloudformation", "stack/shop-*/*"),
        "arn:aws:cloudformation:eu-central-1:aws:transform/Serverless-2016-10-31",
      ],
    ),
    passing("shop-cloudformation", "cloudformation.amazonaws.com"),
    allow(
      words("s3", "PutObject GetObject"),
      "arn:aws:s3:::aws-sam-cli-managed-default-samclisourcebucket-1abcdefgh/*",
    ),
  ],
  "CDK by its bootstrap roles": allow(
    "sts:AssumeRole",
    `arn:aws:iam::${account}:role/cdk-hnb659fds-*-${account}-eu-central-1`,
  ),
  "Site deployer": [
    allow(["s3:ListBucket", "s3:GetBucketLocation"], "arn:aws:s3:::www.example.com"),
    allow(words("s3", "PutObject DeleteObject"), "arn:aws:s3:::www.example.com/*"),
    allow(
      words("cloudfront", "CreateInvalidation GetInvalidation"),
      `arn:aws:cloudfront::${account}:distribution/EDFDVBD6EXAMPLE`,
    ),
  ],
  "Terraform plan": [
    allow([
      "ec2:Describe*",
      "rds:Describe*",
      "iam:Get*",
      "iam:List*",
      "elasticloadbalancing:Describe*",
      "route53:List*",
      "route53:GetHostedZone",
    ]),
    allow(["s3:GetObject", "s3:ListBucket"], ["arn:aws:s3:::shop-tfstate", "arn:aws:s3:::shop-tfstate/*"]),
    allow(words("dynamodb", "GetItem PutItem DeleteItem"), here("dynamodb", "table/terraform-locks")),
  ],
  "Deployer of application roles, bounded": [
    allow(
      words(
        "iam",
        "CreateRole PutRolePolicy AttachRolePolicy DeleteRolePolicy DetachRolePolicy PutRolePermissionsBoundary",
      ),
      role("app/*"),
      bounded,
    ),
    allow(
      words(
        "iam",
        "GetRole GetRolePolicy ListAttachedRolePolicies ListRolePolicies ListInstanceProfilesForRole TagRole UntagRole DeleteRole",
      ),
      role("app/*"),
    ),
    passing("app/*", "lambda.amazonaws.com"),
    deny(
      words("iam", "DeleteRolePermissionsBoundary CreatePolicyVersion SetDefaultPolicyVersion DeletePolicy"),
      `arn:aws:iam::${account}:policy/boundary`,
    ),
  ],
  "EKS reader of a pipeline": [allow("eks:DescribeCluster", here("eks", "cluster/shop")), allow("eks:ListClusters")],
  "Karpenter, all of it": [
    allow(words("ec2", "RunInstances CreateFleet"), [
      "arn:aws:ec2:eu-central-1::image/*",
      "arn:aws:ec2:eu-central-1::snapshot/*",
      "arn:aws:ec2:eu-central-1:*:security-group/*",
      "arn:aws:ec2:eu-central-1:*:subnet/*",
      "arn:aws:ec2:eu-central-1:*:capacity-reservation/*",
    ]),
    allow(words("ec2", "RunInstances CreateFleet"), "arn:aws:ec2:eu-central-1:*:launch-template/*", {
      StringEquals: owned,
      StringLike: { "aws:ResourceTag/karpenter.sh/nodepool": "*" },
    }),
    allow(
      words("ec2", "RunInstances CreateFleet CreateLaunchTemplate"),
      words(
        "arn:aws:ec2:eu-central-1:*",
        "fleet/* instance/* volume/* network-interface/* launch-template/* spot-instances-request/*",
      ),
      {
        StringEquals: {
          "aws:RequestTag/kubernetes.io/cluster/shop": "owned",
          "aws:RequestTag/eks:eks-cluster-name": "shop",
        },
        StringLike: { "aws:RequestTag/karpenter.sh/nodepool": "*" },
      },
    ),
    allow(
      "ec2:CreateTags",
      words(
        "arn:aws:ec2:eu-central-1:*",
        "fleet/* instance/* volume/* network-interface/* launch-template/* spot-instances-request/*",
      ),
      {
        StringEquals: {
          "aws:RequestTag/kubernetes.io/cluster/shop": "owned",
          "aws:RequestTag/eks:eks-cluster-name": "shop",
          "ec2:CreateAction": ["RunInstances", "CreateFleet", "CreateLaunchTemplate"],
        },
        StringLike: { "aws:RequestTag/karpenter.sh/nodepool": "*" },
      },
    ),
    allow("ec2:CreateTags", "arn:aws:ec2:eu-central-1:*:instance/*", {
      StringEquals: owned,
      StringLike: { "aws:ResourceTag/karpenter.sh/nodepool": "*" },
      StringEqualsIfExists: { "aws:RequestTag/eks:eks-cluster-name": "shop" },
      "ForAllValues:StringEquals": { "aws:TagKeys": ["eks:eks-cluster-name", "karpenter.sh/nodeclaim", "Name"] },
    }),
    allow(
      words("ec2", "TerminateInstances DeleteLaunchTemplate"),
      ["arn:aws:ec2:eu-central-1:*:instance/*", "arn:aws:ec2:eu-central-1:*:launch-template/*"],
      {
        StringEquals: owned,
        StringLike: { "aws:ResourceTag/karpenter.sh/nodepool": "*" },
      },
    ),
    allow(
      words(
        "ec2",
        "DescribeCapacityReservations DescribeImages DescribeInstances DescribeInstanceTypeOfferings DescribeInstanceTypes DescribeLaunchTemplates DescribeSecurityGroups DescribeSpotPriceHistory DescribeSubnets",
      ),
      all,
      {
        StringEquals: { "aws:RequestedRegion": "eu-central-1" },
      },
    ),
    allow("ssm:GetParameter", "arn:aws:ssm:eu-central-1::parameter/aws/service/*"),
    allow("pricing:GetProducts"),
    allow(words("sqs", "DeleteMessage GetQueueUrl ReceiveMessage"), here("sqs", "Karpenter-shop")),
    allow("iam:PassRole", role("KarpenterNodeRole-shop"), {
      StringEquals: { "iam:PassedToService": ["ec2.amazonaws.com", "ec2.amazonaws.com.cn"] },
    }),
    allow("iam:CreateInstanceProfile", `arn:aws:iam::${account}:instance-profile/*`, {
      StringEquals: {
        "aws:RequestTag/kubernetes.io/cluster/shop": "owned",
        "aws:RequestTag/topology.kubernetes.io/region": "eu-central-1",
      },
      StringLike: { "aws:RequestTag/karpenter.k8s.aws/ec2nodeclass": "*" },
    }),
    allow("iam:TagInstanceProfile", `arn:aws:iam::${account}:instance-profile/*`, {
      StringEquals: { ...owned, "aws:RequestTag/kubernetes.io/cluster/shop": "owned" },
      StringLike: {
        "aws:ResourceTag/karpenter.k8s.aws/ec2nodeclass": "*",
        "aws:RequestTag/karpenter.k8s.aws/ec2nodeclass": "*",
      },
    }),
    allow(
      words("iam", "AddRoleToInstanceProfile RemoveRoleFromInstanceProfile DeleteInstanceProfile"),
      `arn:aws:iam::${account}:instance-profile/*`,
      {
        StringEquals: owned,
        StringLike: { "aws:ResourceTag/karpenter.k8s.aws/ec2nodeclass": "*" },
      },
    ),
    allow("iam:GetInstanceProfile", `arn:aws:iam::${account}:instance-profile/*`),
    allow("iam:ListInstanceProfiles"),
    allow("eks:DescribeCluster", here("eks", "cluster/shop")),
  ],
  "EBS CSI driver, snapshots": [
    allow(
      words("ec2", "CreateSnapshot AttachVolume DetachVolume ModifyVolume"),
      ["arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*::snapshot/*"],
      {
        StringEquals: { "aws:ResourceTag/ebs.csi.aws.com/cluster": "true" },
      },
    ),
    allow("ec2:DeleteSnapshot", "arn:aws:ec2:*::snapshot/*", {
      StringLike: { "ec2:ResourceTag/CSIVolumeSnapshotName": "*" },
    }),
    allow("ec2:CreateVolume", "arn:aws:ec2:*:*:volume/*", { StringLike: { "aws:RequestTag/CSIVolumeName": "*" } }),
    allow("ec2:DeleteTags", ["arn:aws:ec2:*:*:volume/*", "arn:aws:ec2:*::snapshot/*"], {
      StringEquals: { "aws:ResourceTag/ebs.csi.aws.com/cluster": "true" },
    }),
  ],
  "Deployments of a developer": [
    allow(words("codepipeline", "StartPipelineExecution GetPipelineState RetryStageExecution PutApprovalResult"), [
      here("codepipeline", "shop"),
      here("codepipeline", "shop/*"),
    ]),
    allow(words("codedeploy", "CreateDeployment StopDeployment GetDeployment"), [
      here("codedeploy", "deploymentgroup:shop/*"),
      here("codedeploy", "application:shop"),
    ]),
    allow([
      "ecs:Describe*",
      "ecs:List*",
      "ecr:DescribeImages",
      "cloudwatch:Get*",
      "cloudwatch:List*",
      "logs:DescribeLogGroups",
    ]),
    deny(words("rds", "DeleteDBInstance DeleteDBCluster")),
    deny(["dynamodb:DeleteTable", "s3:DeleteBucket"]),
  ],
  "S3 batch operations": [
    allow(words("s3", "GetObject PutObject GetObjectTagging PutObjectTagging"), "arn:aws:s3:::shop/*"),
    allow("s3:GetObject", "arn:aws:s3:::shop-manifests/*"),
    allow("s3:PutObject", "arn:aws:s3:::shop-reports/*"),
  ],
  "EKS CNI, IPv6": [
    allow(
      words(
        "ec2",
        "AssignIpv6Addresses DescribeInstances DescribeTags DescribeNetworkInterfaces DescribeInstanceTypes",
      ),
    ),
    allow("ec2:CreateTags", "arn:aws:ec2:*:*:network-interface/*"),
  ],
  "EKS, viewing nodes in the console": allow([
    ...words(
      "eks",
      "ListFargateProfiles DescribeNodegroup ListNodegroups ListUpdates AccessKubernetesApi ListAddons DescribeCluster DescribeAddonVersions ListClusters ListIdentityProviderConfigs",
    ),
    "iam:ListRoles",
  ]),
  "EKS Pod Identity agent": allow("eks-auth:AssumeRoleForPodIdentity"),
  "Cluster autoscaler by its service's tags": allow(
    words("autoscaling", "SetDesiredCapacity TerminateInstanceInAutoScalingGroup"),
    all,
    { StringEquals: { "autoscaling:ResourceTag/kubernetes.io/cluster/shop": "owned" } },
  ),
  "ACK for S3": allow(
    words("s3", "CreateBucket PutBucketTagging PutEncryptionConfiguration GetBucketLocation ListBucket"),
    "arn:aws:s3:::ack-*",
  ),
  "Lambda@Edge": [
    allow(words("lambda", "GetFunction EnableReplication"), "arn:aws:lambda:us-east-1:111122223333:function:edge:3"),
    allow("iam:CreateServiceLinkedRole", "arn:aws:iam::*:role/aws-service-role/*", {
      StringLike: { "iam:AWSServiceName": ["replicator.lambda.amazonaws.com", "logger.cloudfront.amazonaws.com"] },
    }),
  ],
  "Steampipe's organization reader": [
    allow(["organizations:ListAccounts", "organizations:DescribeOrganization"]),
    allow("sts:AssumeRole", "arn:aws:iam::*:role/steampipe-read"),
  ],
  "AFT-like role that assumes one name everywhere": allow(
    "sts:AssumeRole",
    "arn:aws:iam::*:role/AWSControlTowerExecution",
    { StringEquals: { "aws:ResourceOrgID": "o-a1b2c3d4e5" } },
  ),
  "Patch manager of one's instances": [
    allow(words("ssm", "SendCommand"), ["arn:aws:ssm:*::document/AWS-RunPatchBaseline"]),
    allow("ssm:SendCommand", "arn:aws:ec2:*:*:instance/*", { StringEquals: { "aws:ResourceTag/PatchGroup": "web" } }),
    allow(words("ssm", "ListCommands GetCommandInvocation DescribeInstancePatchStates")),
  ],
  "GitHub Actions with CloudFormation": [
    allow(
      words(
        "cloudformation",
        "CreateStack UpdateStack DeleteStack DescribeStacks DescribeStackEvents CreateChangeSet ExecuteChangeSet DescribeChangeSet GetTemplate",
      ),
      "arn:aws:cloudformation:eu-central-1:111122223333:stack/shop-web/*",
    ),
    allow("cloudformation:ValidateTemplate"),
    allow("iam:PassRole", role("cfn-exec"), {
      StringEquals: { "iam:PassedToService": "cloudformation.amazonaws.com" },
    }),
  ],
  "Pipeline that manages bounded policies": [
    allow(
      words(
        "iam",
        "CreatePolicy CreatePolicyVersion DeletePolicyVersion DeletePolicy GetPolicy GetPolicyVersion ListPolicyVersions",
      ),
      `arn:aws:iam::${account}:policy/shop/*`,
    ),
    allow(words("iam", "CreateRole AttachRolePolicy DetachRolePolicy"), role("shop/*"), {
      StringEquals: { "iam:PermissionsBoundary": `arn:aws:iam::${account}:policy/shop-boundary` },
    }),
  ],
  "Attaching listed policies to one role": allow(words("iam", "AttachRolePolicy DetachRolePolicy"), role("shop-web"), {
    ArnEquals: {
      "iam:PolicyARN": [
        `arn:aws:iam::${account}:policy/shop-read`,
        "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy",
      ],
    },
  }),
};
