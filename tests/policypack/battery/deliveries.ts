import type { Given } from "../judge.ts";
import { arnOf, at, fromAccount, holder, organization, service, whole } from "./holders.ts";
import type { Row } from "./row.ts";
import { account } from "./statements.ts";

const own = "bucket-owner-full-control";
const put = { Action: "s3:PutObject" };
const sourceArn = (value: unknown) => ({ ArnLike: { "aws:SourceArn": value } });

/** What services are let in to do, as AWS documents it, and the same without saying for whom they may do it. */
export const deliveries: Record<string, Row<Given[]>> = {
  "deliveries of services": {
    bad: [
      at("queue", service("events.amazonaws.com")),
      at("queue", service("s3.amazonaws.com")),
      at("queue", service(["sns.amazonaws.com", "s3.amazonaws.com"])),
      at("queue", service("sns.amazonaws.com", { ArnLike: { "aws:SourceArn": "arn:aws:sns:eu-central-1:*:orders" } })),
      at("queue", service("s3.amazonaws.com", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } })),
      at("queue", service("s3.amazonaws.com", { ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:shop-*" } })),
      at("queue", service("sns.amazonaws.com", { StringNotEquals: { "aws:SourceAccount": "444455556666" } })),
      at("queue", service("sns.amazonaws.com", { Bool: { "aws:SecureTransport": "true" } })),
      at("queue", service("sns.amazonaws.com", { ArnLikeIfExists: { "aws:SourceArn": arnOf("sns", "orders") } })),
      at("queue", service("sns.amazonaws.com", { StringLike: { "aws:SourceAccount": "*" } })),
      at("topic", service("s3.amazonaws.com", { StringEquals: { "aws:ResourceAccount": account } })),
      at("topic", service("ses.amazonaws.com")),
      at("topic", service("config.amazonaws.com")),
      at("topic", service("costalerts.amazonaws.com")),
      at("bucket", { ...put, ...service("delivery.logs.amazonaws.com") }),
      at("bucket", { ...put, ...service("s3.amazonaws.com", { StringEquals: { "s3:x-amz-acl": own } }) }),
      at("bucket", {
        ...put,
        ...service("cloudtrail.amazonaws.com", { StringLike: { "aws:SourceArn": "arn:aws:cloudtrail:*:*:trail/*" } }),
      }),
      at("bucket", { Action: "s3:*", ...service("guardduty.amazonaws.com") }),
      at(
        "bucket",
        service("cloudfront.amazonaws.com", {
          StringLike: { "AWS:SourceArn": "arn:aws:cloudfront::*:distribution/*" },
        }),
      ),
      at("bucket", service("cloudfront.amazonaws.com", { Null: { "AWS:SourceArn": "false" } })),
      at("bucket", {
        ...put,
        ...service("logging.s3.amazonaws.com", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } }),
      }),
      at("mail", service("cognito-idp.amazonaws.com")),
      at("secret", service("rds.amazonaws.com")),
      at("bus", service("s3.amazonaws.com")),
      at("function", service("s3.amazonaws.com")),
      at("function", {
        Principal: { Service: "apigateway.amazonaws.com" },
        Condition: { ArnLike: { "AWS:SourceArn": "arn:aws:execute-api:*:*:*/*" } },
      }),
    ],
    good: [
      whole(
        "bucket",
        {
          Sid: "AWSCloudTrailAclCheck",
          Effect: "Allow",
          Action: "s3:GetBucketAcl",
          Resource: "arn:aws:s3:::trail",
          ...service("cloudtrail.amazonaws.com", {
            StringEquals: { "aws:SourceArn": arnOf("cloudtrail", "trail/main") },
          }),
        },
        {
          Sid: "AWSCloudTrailWrite",
          Effect: "Allow",
          Action: "s3:PutObject",
          Resource: `arn:aws:s3:::trail/AWSLogs/${account}/*`,
          ...service("cloudtrail.amazonaws.com", {
            StringEquals: { "s3:x-amz-acl": own, "aws:SourceArn": arnOf("cloudtrail", "trail/main") },
          }),
        },
        {
          Sid: "AWSCloudTrailOrganizationWrite",
          Effect: "Allow",
          Action: "s3:PutObject",
          Resource: `arn:aws:s3:::trail/AWSLogs/${organization}/*`,
          ...service("cloudtrail.amazonaws.com", {
            StringEquals: { "s3:x-amz-acl": own, "aws:SourceArn": arnOf("cloudtrail", "trail/main") },
          }),
        },
      ),
      whole(
        "bucket",
        ...["s3:GetBucketAcl", "s3:ListBucket"].map((Action) => ({
          Effect: "Allow",
          Action,
          Resource: "arn:aws:s3:::config",
          ...service("config.amazonaws.com", fromAccount),
        })),
        {
          Effect: "Allow",
          Action: "s3:PutObject",
          Resource: `arn:aws:s3:::config/AWSLogs/${account}/Config/*`,
          ...service("config.amazonaws.com", {
            StringEquals: { "s3:x-amz-acl": own, "AWS:SourceAccount": account },
          }),
        },
      ),
      at("bucket", {
        ...put,
        ...service("config.amazonaws.com", { StringEquals: { "aws:SourceOrgID": organization } }),
      }),
      at("bucket", { ...put, Principal: { AWS: "arn:aws:iam::054676820928:root" } }),
      at("bucket", { ...put, ...service("logdelivery.elasticloadbalancing.amazonaws.com") }),
      at("bucket", { ...put, ...service("logdelivery.elb.amazonaws.com", { StringEquals: { "s3:x-amz-acl": own } }) }),
      whole(
        "bucket",
        {
          Sid: "AWSLogDeliveryWrite",
          Effect: "Allow",
          Action: "s3:PutObject",
          Resource: `arn:aws:s3:::flow/AWSLogs/${account}/*`,
          ...service("delivery.logs.amazonaws.com", {
            StringEquals: { "aws:SourceAccount": account, "s3:x-amz-acl": own },
            ArnLike: { "aws:SourceArn": arnOf("logs", "*") },
          }),
        },
        {
          Sid: "AWSLogDeliveryAclCheck",
          Effect: "Allow",
          Action: ["s3:GetBucketAcl", "s3:ListBucket"],
          Resource: "arn:aws:s3:::flow",
          ...service("delivery.logs.amazonaws.com", {
            ...fromAccount,
            ArnLike: { "aws:SourceArn": arnOf("logs", "*") },
          }),
        },
      ),
      at("bucket", {
        ...put,
        ...service("logging.s3.amazonaws.com", {
          ...fromAccount,
          ArnLike: { "aws:SourceArn": "arn:aws:s3:::shop" },
        }),
      }),
      at("bucket", {
        ...put,
        ...service("s3.amazonaws.com", {
          StringEquals: { "aws:SourceAccount": account, "s3:x-amz-acl": own },
          ArnLike: { "aws:SourceArn": "arn:aws:s3:::shop*" },
        }),
      }),
      at("bucket", {
        Action: ["s3:GetBucketLocation", "s3:PutObject"],
        ...service("guardduty.amazonaws.com", {
          StringEquals: {
            "aws:SourceAccount": account,
            "aws:SourceArn": arnOf("guardduty", "detector/0123456789abcdef"),
          },
        }),
      }),
      at("bucket", {
        ...service("cloudfront.amazonaws.com", {
          StringEquals: {
            "aws:SourceArn": [
              `arn:aws:cloudfront::${account}:distribution/E1`,
              `arn:aws:cloudfront::${account}:distribution/E2`,
            ],
          },
        }),
      }),
      at("bucket", service("cloudfront.amazonaws.com", sourceArn(`arn:aws:cloudfront::${account}:distribution/*`))),
      at("bucket", service("cloudfront.amazonaws.com", fromAccount)),
      at("bucket", {
        Principal: {
          AWS: [
            "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1",
            "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E2",
          ],
        },
      }),
      at("bucketItself", {
        Principal: { CanonicalUser: ["79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"] },
      }),
      at("bucket", {
        ...put,
        ...service("ses.amazonaws.com", {
          StringEquals: {
            "AWS:SourceAccount": account,
            "AWS:SourceArn": arnOf("ses", "receipt-rule-set/main:receipt-rule/store"),
          },
        }),
      }),
      at("bucket", {
        ...put,
        Principal: { Service: "billingreports.amazonaws.com" },
        Condition: {
          StringEquals: {
            "aws:SourceArn": `arn:aws:cur:us-east-1:${account}:definition/*`,
            "aws:SourceAccount": account,
          },
        },
      }),
      at("bucket", {
        ...put,
        ...service(["bcm-data-exports.amazonaws.com", "billingreports.amazonaws.com"], {
          StringLike: {
            "aws:SourceAccount": account,
            "aws:SourceArn": [
              `arn:aws:cur:us-east-1:${account}:definition/*`,
              `arn:aws:bcm-data-exports:us-east-1:${account}:export/*`,
            ],
          },
        }),
      }),
      at(
        "queue",
        service("sns.amazonaws.com", { ArnEquals: { "aws:SourceArn": [arnOf("sns", "a"), arnOf("sns", "b")] } }),
      ),
      at("queue", { Principal: "*", Condition: { ArnLike: { "aws:SourceArn": arnOf("sns", "*") } } }),
      at("queue", service("s3.amazonaws.com", { ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:shop" }, ...fromAccount })),
      at("queue", { Principal: { AWS: "*" }, Condition: { ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:shop" } } }),
      at("queue", { Principal: "*", Condition: { StringEquals: { "aws:SourceArn": arnOf("sns", "orders") } } }),
      at("queue", service("events.amazonaws.com", fromAccount)),
      at("queue", service("events.amazonaws.com", sourceArn(arnOf("events", "rule/*")))),
      at("queue", service("sqs.amazonaws.com", fromAccount)),
      at("topic", {
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Condition: sourceArn(arnOf("cloudwatch", "alarm:*")),
      }),
      at("topic", service("events.amazonaws.com", sourceArn(arnOf("events", "rule/nightly")))),
      at("topic", service("s3.amazonaws.com", { ArnLike: { "aws:SourceArn": "arn:aws:s3:::shop" } })),
      at("topic", service("codestar-notifications.amazonaws.com", fromAccount)),
      at("topic", service("budgets.amazonaws.com", { ...fromAccount, ...sourceArn(`arn:aws:budgets::${account}:*`) })),
      at("topic", service("costalerts.amazonaws.com", fromAccount)),
      at("topic", service("events.rds.amazonaws.com", { StringEquals: { "aws:SourceAccount": account } })),
      at("topic", {
        Principal: { AWS: "*" },
        Action: ["SNS:Subscribe", "SNS:Receive"],
        Condition: { StringEquals: { "aws:PrincipalOrgID": organization } },
      }),
      whole("topic", {
        Sid: "__default_statement_ID",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: [
          "SNS:GetTopicAttributes",
          "SNS:SetTopicAttributes",
          "SNS:AddPermission",
          "SNS:RemovePermission",
          "SNS:DeleteTopic",
          "SNS:Subscribe",
          "SNS:ListSubscriptionsByTopic",
          "SNS:Publish",
        ],
        Resource: holder.topic[2],
        Condition: { StringEquals: { "AWS:SourceOwner": account } },
      }),
      whole("queue", {
        Sid: "__owner_statement",
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: "SQS:*",
        Resource: holder.queue[2],
      }),
      at("repository", {
        Principal: { Service: "lambda.amazonaws.com" },
        Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        Condition: { StringLike: { "aws:sourceArn": arnOf("lambda", "function:*") } },
      }),
      at("repository", {
        Principal: { Service: "codebuild.amazonaws.com" },
        Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        Condition: {
          StringEquals: { "aws:SourceArn": arnOf("codebuild", "project/shop"), "aws:SourceAccount": account },
        },
      }),
      at("repository", {
        Principal: "*",
        Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        Condition: { StringEquals: { "aws:PrincipalOrgID": organization } },
      }),
      at("repository", {
        Principal: { AWS: ["arn:aws:iam::222233334444:root", "333344445555"] },
        Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      }),
      at("registry", {
        Principal: { AWS: "arn:aws:iam::222233334444:root" },
        Action: ["ecr:CreateRepository", "ecr:ReplicateImage"],
      }),
      at("bus", { Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": organization } } }),
      at("bus", { Principal: { AWS: "222233334444" } }),
      at("vault", { Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": [organization] } } }),
      at("vault", {
        Effect: "Deny",
        Principal: "*",
        Action: ["backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle"],
      }),
      at("secret", {
        Principal: { AWS: `arn:aws:iam::${account}:role/shop` },
        Condition: { "ForAnyValue:StringEquals": { "secretsmanager:VersionStage": "AWSCURRENT" } },
      }),
      at("logs", {
        ...service("es.amazonaws.com", { ...fromAccount }),
        Action: ["logs:PutLogEvents", "logs:CreateLogStream"],
        Resource: arnOf("logs", "log-group:/aws/opensearch/*"),
      }),
      at("logs", {
        ...service(["events.amazonaws.com", "delivery.logs.amazonaws.com"], {
          ArnEquals: { "aws:SourceArn": arnOf("events", "rule/all") },
        }),
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      }),
      at("logs", { ...service("delivery.logs.amazonaws.com", { ...fromAccount, ...sourceArn(arnOf("logs", "*")) }) }),
      at("search", { Principal: { AWS: `arn:aws:iam::${account}:role/shop` }, Action: ["es:ESHttp*"] }),
      at("search", {
        Principal: { AWS: "*" },
        Action: "es:*",
        Condition: { IpAddress: { "aws:SourceIp": ["203.0.113.0/24"] } },
      }),
      at("api", { Principal: { AWS: ["arn:aws:iam::222233334444:root", `arn:aws:iam::${account}:role/shop`] } }),
      at("files", {
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "*",
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
      at("organization", {
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: ["organizations:DescribeOrganization", "organizations:ListAccounts"],
      }),
      at("catalog", {
        Principal: { Service: "ram.amazonaws.com" },
        Action: "glue:ShareResource",
        Resource: [arnOf("glue", "table/*/*"), arnOf("glue", "database/*"), arnOf("glue", "catalog")],
      }),
      at(
        "mail",
        service("cognito-idp.amazonaws.com", {
          StringEquals: { "aws:SourceAccount": account },
          ArnLike: { "aws:SourceArn": arnOf("cognito-idp", "userpool/eu-central-1_abc") },
        }),
      ),
      at("mail", { Principal: { AWS: "222233334444" }, Action: ["ses:SendEmail", "ses:SendRawEmail"] }),
      at("function", {
        ...service("s3.amazonaws.com", { ...fromAccount, ArnLike: { "AWS:SourceArn": "arn:aws:s3:::shop" } }),
      }),
      at("table", {
        Principal: { AWS: "arn:aws:iam::222233334444:role/reports" },
        Action: ["dynamodb:GetItem", "dynamodb:Query"],
      }),
    ],
  },
  "what a named caller gets": {
    bad: [
      at("bucket", { Principal: { AWS: `arn:aws:iam::${account}:role/shop` }, Action: "*" }),
      at("queue", { Principal: { AWS: account }, Action: "*:*", Resource: "*" }),
      at("secret", { Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "*" }),
      at("bucket", {
        Principal: { AWS: `arn:aws:iam::${account}:role/shop` },
        Action: undefined,
        NotAction: "s3:DeleteBucket",
      }),
      at("topic", { Principal: { AWS: account }, Action: undefined, NotAction: ["sns:DeleteTopic"] }),
      at("bucket", { Principal: { AWS: account }, Resource: undefined, NotResource: "arn:aws:s3:::shop/private/*" }),
    ],
    good: [
      at("queue", { Principal: { AWS: `arn:aws:iam::${account}:role/shop` }, Action: ["sqs:SendMessage", "sqs:Get*"] }),
      at("bucket", {
        Effect: "Deny",
        Principal: "*",
        Action: undefined,
        NotAction: ["s3:GetObject", "s3:ListBucket"],
        Condition: { StringNotEquals: { "aws:PrincipalOrgID": organization } },
      }),
      at("bucket", {
        Effect: "Deny",
        Principal: { AWS: "*" },
        Action: "s3:*",
        Resource: undefined,
        NotResource: ["arn:aws:s3:::shop/public/*"],
        Condition: { Bool: { "aws:SecureTransport": false } },
      }),
      at("bucket", {
        Effect: "Deny",
        Principal: undefined,
        NotPrincipal: { AWS: [`arn:aws:iam::${account}:role/shop`, account] },
        Action: "s3:*",
      }),
      at("bucket", {
        Effect: "Deny",
        Principal: "*",
        Action: "s3:PutObject",
        Condition: { StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" } },
      }),
      at("bucket", {
        Effect: "Deny",
        Principal: "*",
        Action: "s3:PutObject",
        Condition: { Null: { "s3:x-amz-server-side-encryption": "true" } },
      }),
    ],
  },
};
