import { notKnown, type Given } from "../judge.ts";
import {
  admit,
  arnOf,
  fromAccount,
  inOrganization,
  one,
  organization,
  refuse,
  role,
  root,
  service,
  whole,
} from "./holders.ts";
import type { Row } from "./row.ts";
import { documentOf } from "./row.ts";
import { account } from "./statements.ts";

/** As of buckets, of queues, topics, buses and more. */
export const documentedResources: Record<string, Row<Given[]>> = {
  "samples of queues, topics, buses and more": {
    bad: [
      whole(
        "topic",
        admit({ AWS: "*" }, "SNS:Subscribe", arnOf("sns", "orders"), {
          StringLike: { "SNS:Endpoint": "*@example.com" },
        }),
      ),
      whole(
        "topic",
        admit("*", ["SNS:Publish", "SNS:RemovePermission", "SNS:SetTopicAttributes"], "*", {
          ArnLike: { "AWS:SourceArn": "arn:aws:*:*:*:*" },
        }),
      ),
      whole("topic", admit({ Service: ["s3.amazonaws.com", "events.amazonaws.com"] }, "sns:Publish", "*")),
      whole(
        "topic",
        admit({ AWS: "*" }, "sns:Publish", "*", { StringEqualsIgnoreCase: { "aws:PrincipalType": "user" } }),
      ),
      whole("queue", admit("*", "SQS:*", "*")),
      whole(
        "queue",
        admit({ AWS: "*" }, ["sqs:ReceiveMessage", "sqs:DeleteMessage"], arnOf("sqs", "orders"), {
          DateGreaterThan: { "aws:CurrentTime": "2009-01-31T12:00Z" },
        }),
      ),
      whole(
        "queue",
        admit("*", "sqs:SendMessage", arnOf("sqs", "orders"), {
          ArnNotEquals: { "aws:SourceArn": arnOf("sns", "orders") },
        }),
      ),
      whole("queue", admit({ Service: "events.amazonaws.com" }, ["sqs:SendMessage", "sqs:GetQueueUrl"], "*")),
      whole(
        "queue",
        admit("*", "sqs:SendMessage", "*", { ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-central-1:*:orders" } }),
      ),
      whole(
        "bus",
        admit("*", "events:PutEvents", arnOf("events", "event-bus/shop"), {
          StringEquals: { "events:source": "shop.orders" },
        }),
      ),
      whole(
        "bus",
        admit("*", ["events:PutRule", "events:PutTargets"], arnOf("events", "rule/shop/*"), {
          StringEqualsIfExists: { "events:creatorAccount": account },
        }),
      ),
      whole(
        "vault",
        admit("*", "backup:CopyIntoBackupVault", "*", {
          "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["*/r-ab12/*"] },
        }),
      ),
      whole(
        "secret",
        admit({ AWS: "*" }, "secretsmanager:*", "*", {
          StringEquals: { "secretsmanager:ResourceTag/team": "${aws:PrincipalTag/team}" },
        }),
      ),
      whole("secret", admit("*", "secretsmanager:GetSecretValue", "*", { Null: { "aws:SourceVpce": false } })),
      whole("repository", {
        Effect: "Allow",
        Principal: "*",
        Action: ["ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
      }),
      whole("repository", {
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: "ecr:*",
        Condition: { StringNotLike: { "aws:PrincipalArn": "arn:aws:iam::444455556666:*" } },
      }),
      whole("search", admit({ AWS: "*" }, "es:ESHttpGet", arnOf("es", "domain/shop/public/*"))),
      whole("search", admit("*", "es:*", "*", { IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "0.0.0.0/0"] } })),
      whole("api", admit("*", "execute-api:Invoke", "arn:aws:execute-api:eu-central-1:111122223333:abc123/*/GET/*")),
      whole(
        "api",
        admit("*", "execute-api:Invoke", "execute-api:/*"),
        refuse("*", "execute-api:Invoke", "execute-api:/*/POST/*", {
          StringNotEquals: { "aws:SourceVpc": "vpc-1a2b3c4d" },
        }),
      ),
      whole("files", admit({ AWS: "*" }, ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientRootAccess"], "*")),
      whole("files", admit("*", "elasticfilesystem:*", "*", { Bool: { "aws:SecureTransport": "true" } })),
      whole("table", admit("*", ["dynamodb:GetItem", "dynamodb:Query"], arnOf("dynamodb", "table/orders"))),
      whole("catalog", admit("*", ["glue:Get*", "glue:BatchGet*"], arnOf("glue", "*"))),
      whole("logs", admit({ AWS: "*" }, "logs:PutSubscriptionFilter", "*")),
      whole(
        "mail",
        admit({ AWS: "*" }, ["ses:SendEmail", "ses:SendRawEmail"], arnOf("ses", "identity/example.com"), {
          StringLike: { "ses:FromAddress": "shop@example.com" },
        }),
      ),
      whole(
        "function",
        admit("*", "lambda:InvokeFunctionUrl", arnOf("lambda", "function:shop"), {
          StringEquals: { "lambda:FunctionUrlAuthType": "NONE" },
        }),
      ),
      one("aws:mediastore/containerPolicy:ContainerPolicy", {
        containerName: "c",
        policy: documentOf([
          admit("*", ["mediastore:GetObject", "mediastore:DescribeObject"], "*", {
            Bool: { "aws:SecureTransport": "true" },
          }),
        ]),
      }),
      one("aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy", {
        destinationName: "d",
        accessPolicy: documentOf([admit("*", "logs:PutSubscriptionFilter", arnOf("logs", "destination:d"))]),
      }),
      one("aws:codeartifact/domainPermissions:DomainPermissions", {
        domain: "d",
        policyDocument: documentOf([admit("*", "codeartifact:*", "*")]),
      }),
    ],
    good: [
      whole(
        "topic",
        admit(service("cloudwatch.amazonaws.com").Principal, "SNS:Publish", arnOf("sns", "alarms"), {
          ArnLike: { "aws:SourceArn": arnOf("cloudwatch", "alarm:*") },
          StringEquals: { "aws:SourceAccount": account },
        }),
      ),
      whole("topic", admit({ Service: "backup.amazonaws.com" }, "SNS:Publish", arnOf("sns", "backups"))),
      whole("topic", admit({ Service: "events.amazonaws.com" }, "sns:Publish", arnOf("sns", "alarms"))),
      whole(
        "topic",
        admit({ AWS: ["111122223333", "222233334444"] }, ["sns:Publish", "sns:Subscribe"], arnOf("sns", "orders")),
      ),
      whole(
        "topic",
        admit("*", "sns:Publish", arnOf("sns", "orders"), { StringEquals: { "aws:SourceVpce": "vpce-1ab2c34d" } }),
      ),
      whole("queue", admit({ AWS: [account] }, ["sqs:SendMessage", "sqs:ReceiveMessage"], arnOf("sqs", "orders"))),
      whole("queue", admit("*", "sqs:SendMessage", arnOf("sqs", "orders"), inOrganization)),
      whole(
        "queue",
        refuse("*", "sqs:*", arnOf("sqs", "orders"), { Bool: { "aws:SecureTransport": "false" } }),
        admit({ Service: "sns.amazonaws.com" }, "sqs:SendMessage", arnOf("sqs", "orders"), {
          ArnLike: { "aws:SourceArn": arnOf("sns", "orders*") },
        }),
      ),
      whole(
        "queue",
        admit({ Service: "s3.amazonaws.com" }, ["SQS:SendMessage"], arnOf("sqs", "orders"), {
          ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:shop" },
          StringEquals: { "aws:SourceAccount": account },
        }),
      ),
      whole(
        "bus",
        admit(
          { AWS: "arn:aws:iam::222233334444:root" },
          ["events:PutRule", "events:PutTargets", "events:DeleteRule"],
          arnOf("events", "rule/shop/*"),
          { StringEqualsIfExists: { "events:creatorAccount": "222233334444" } },
        ),
      ),
      whole(
        "bus",
        admit("*", "events:PutEvents", arnOf("events", "event-bus/shop"), {
          ...inOrganization,
          StringNotEquals: { "events:source": "aws.health" },
        }),
      ),
      whole(
        "vault",
        refuse(
          "*",
          ["backup:DeleteBackupVault", "backup:DeleteRecoveryPoint", "backup:PutBackupVaultAccessPolicy"],
          "*",
          { StringNotLike: { "aws:userId": ["AROAEXAMPLEID1234567:*", account] } },
        ),
      ),
      whole(
        "secret",
        admit(
          { AWS: "arn:aws:iam::222233334444:root" },
          ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"],
          "*",
        ),
      ),
      whole("secret", refuse("*", "*", "*", { StringNotEquals: { "aws:SourceVpce": "vpce-1234a5678b9012c" } })),
      whole(
        "secret",
        refuse("*", "secretsmanager:*", "*", {
          StringNotEquals: { "aws:PrincipalArn": `arn:aws:iam::${account}:role/shop` },
        }),
      ),
      whole("repository", {
        Sid: "AllowPull",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::222233334444:root" },
        Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      }),
      whole("repository", {
        Effect: "Allow",
        Principal: { AWS: [`arn:aws:iam::${account}:role/push`] },
        Action: ["ecr:PutImage", "ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload"],
      }),
      whole("repository", {
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: "ecr:BatchGetImage",
        Condition: {
          "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": `${organization}/r-ab12/ou-ab12-11111111/*` },
        },
      }),
      whole("repository", {
        Effect: "Allow",
        Principal: { Service: "lambda.amazonaws.com" },
        Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      }),
      whole(
        "registry",
        admit(
          { AWS: "arn:aws:iam::222233334444:root" },
          ["ecr:BatchImportUpstreamImage", "ecr:CreateRepository"],
          arnOf("ecr", "repository/quay/*"),
        ),
      ),
      one("aws:opensearch/domain:Domain", {
        domainName: "shop",
        vpcOptions: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] },
        accessPolicies: documentOf([admit({ AWS: "*" }, "es:*", arnOf("es", "domain/shop/*"))]),
      }),
      one("aws:elasticsearch/domain:Domain", {
        vpcOptions: { subnetIds: [notKnown] },
        accessPolicies: documentOf([admit("*", "es:*", arnOf("es", "domain/shop/*"))]),
      }),
      whole("search", admit(root, "es:*", arnOf("es", "domain/shop/*"))),
      whole(
        "search",
        admit({ AWS: "*" }, "es:ESHttp*", arnOf("es", "domain/shop/*"), {
          IpAddress: { "aws:SourceIp": ["192.0.2.0/24"] },
        }),
      ),
      whole("api", admit(role("shop"), "execute-api:Invoke", "execute-api:/*")),
      whole(
        "api",
        refuse("*", "execute-api:Invoke", "execute-api:/*", { StringNotEquals: { "aws:SourceVpc": "vpc-1a2b3c4d" } }),
        admit("*", "execute-api:Invoke", "execute-api:/*"),
      ),
      whole(
        "api",
        admit("*", "execute-api:Invoke", "arn:aws:execute-api:eu-central-1:111122223333:abc123/*"),
        refuse("*", "execute-api:Invoke", "arn:aws:execute-api:eu-central-1:111122223333:abc123/*", {
          StringNotEquals: { "aws:sourceVpce": "vpce-1a2b3c4d" },
        }),
      ),
      whole(
        "files",
        admit(
          role("task"),
          ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
          arnOf("elasticfilesystem", "file-system/fs-1"),
          { StringEquals: { "elasticfilesystem:AccessPointArn": arnOf("elasticfilesystem", "access-point/fsap-1") } },
        ),
      ),
      whole(
        "files",
        admit(
          "*",
          ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
          arnOf("elasticfilesystem", "file-system/fs-1"),
          { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
        ),
        refuse("*", "*", arnOf("elasticfilesystem", "file-system/fs-1"), { Bool: { "aws:SecureTransport": "false" } }),
      ),
      whole(
        "mail",
        admit({ AWS: ["222233334444"] }, ["ses:SendEmail"], arnOf("ses", "identity/example.com"), {
          StringEquals: { "ses:FromAddress": "shop@example.com" },
        }),
      ),
      whole(
        "catalog",
        admit(
          role("analyst", "222233334444"),
          ["glue:GetTable", "glue:GetDatabase"],
          [arnOf("glue", "catalog"), arnOf("glue", "database/shop"), arnOf("glue", "table/shop/*")],
        ),
      ),
      whole(
        "logs",
        admit(
          { Service: "route53.amazonaws.com" },
          ["logs:CreateLogStream", "logs:PutLogEvents"],
          arnOf("logs", "log-group:/aws/route53/*"),
          { ArnLike: { "aws:SourceArn": "arn:aws:route53:::hostedzone/*" }, ...fromAccount },
        ),
      ),
      whole(
        "logs",
        admit(
          { Service: "es.amazonaws.com" },
          ["logs:PutLogEvents", "logs:PutLogEventsBatch", "logs:CreateLogStream"],
          "arn:aws:logs:*",
        ),
      ),
      one("aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy", {
        destinationName: "d",
        accessPolicy: documentOf([
          admit("*", "logs:PutSubscriptionFilter", arnOf("logs", "destination:d"), inOrganization),
        ]),
      }),
      one("aws:codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy", {
        domain: "d",
        repository: "r",
        policyDocument: documentOf([admit("*", ["codeartifact:ReadFromRepository"], "*", inOrganization)]),
      }),
      one("aws:kinesis/resourcePolicy:ResourcePolicy", {
        resourceArn: "a",
        policy: documentOf([
          admit(
            { AWS: "222233334444" },
            ["kinesis:DescribeStreamSummary", "kinesis:ListShards", "kinesis:PutRecord", "kinesis:PutRecords"],
            arnOf("kinesis", "stream/orders"),
          ),
        ]),
      }),
      one("aws:msk/clusterPolicy:ClusterPolicy", {
        clusterArn: "a",
        policy: documentOf([
          admit(
            { AWS: ["222233334444"] },
            ["kafka:CreateVpcConnection", "kafka:GetBootstrapBrokers", "kafka:DescribeClusterV2"],
            arnOf("kafka", "cluster/shop/11111111-2222-3333-4444-555555555555-1"),
          ),
          admit(
            { Service: "firehose.amazonaws.com" },
            ["kafka:CreateVpcConnection"],
            arnOf("kafka", "cluster/shop/11111111-2222-3333-4444-555555555555-1"),
            fromAccount,
          ),
        ]),
      }),
    ],
  },
};
