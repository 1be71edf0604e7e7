import { notKnown, type Given } from "../judge.ts";
import { admit, arnOf, asData, fromAccount, inOrganization, one, refuse, root, service, whole } from "./holders.ts";
import type { Row } from "./row.ts";
import { documentOf } from "./row.ts";
import { account } from "./statements.ts";

const bucket = ["arn:aws:s3:::example", "arn:aws:s3:::example/*"];
const other = "123456789012";
const policy = (type: string, property: string, ...statements: object[]): Given[] =>
  one(type, { [property]: documentOf(statements) });
const user = (name: string) => ({ AWS: `arn:aws:iam::${account}:user/${name}` });

/** What the examples of Pulumi's and Terraform's registries mean, each in our own words. */
export const registryExamples: Record<string, Row<Given[]>> = {
  "examples of the registries": {
    bad: [
      whole("key", admit({ AWS: "*" }, "kms:*", "*")),
      policy(
        "aws:glacier/vault:Vault",
        "accessPolicy",
        admit("*", ["glacier:InitiateJob", "glacier:GetJobOutput"], arnOf("glacier", "vaults/x")),
      ),
      whole("mail", admit({ AWS: "*" }, ["SES:SendEmail", "SES:SendRawEmail"], arnOf("ses", "identity/example.com"))),
      whole("catalog", admit({ AWS: "*" }, "glue:CreateTable", arnOf("glue", "*"))),
      policy(
        "aws:codeartifact/domainPermissions:DomainPermissions",
        "policyDocument",
        admit("*", "codeartifact:CreateRepository", "*"),
      ),
      policy(
        "aws:codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy",
        "policyDocument",
        admit({ AWS: "*" }, ["codeartifact:ReadFromRepository"], "*"),
      ),
      policy(
        "aws:s3control/accessPointPolicy:AccessPointPolicy",
        "policy",
        admit({ AWS: "*" }, "s3:GetObjectTagging", arnOf("s3", "accesspoint/x/object/*")),
      ),
      policy("aws:secretsmanager/secret:Secret", "policy", admit({ AWS: "*" }, "secretsmanager:GetSecretValue", "*")),
      policy("aws:dynamodb/resourcePolicy:ResourcePolicy", "policy", admit({ AWS: "*" }, "dynamodb:*", "*")),
      asData("bucket", admit("*", ["s3:GetObject"], [notKnown])),
      one("aws:s3/bucket:Bucket", {
        acl: "public-read",
        website: { indexDocument: "index.html", errorDocument: "error.html" },
      }),
      one("aws:s3/bucketAcl:BucketAcl", { bucket: notKnown, acl: "public-read" }),
      one("aws:lambda/functionUrl:FunctionUrl", { functionName: notKnown, authorizationType: "NONE" }),
      one("aws:lambda/permission:Permission", {
        action: "lambda:InvokeFunctionUrl",
        function: notKnown,
        principal: "*",
        functionUrlAuthType: "NONE",
      }),
      one("aws:ec2/amiLaunchPermission:AmiLaunchPermission", { imageId: "ami-12345678", group: "all" }),
      whole("queue", admit("*", "sqs:*", arnOf("sqs", "example"))),
      whole("repository", {
        Sid: "new policy",
        Effect: "Allow",
        Principal: "*",
        Action: [
          "ecr:GetDownloadUrlForLayer",
          "ecr:BatchGetImage",
          "ecr:PutImage",
          "ecr:DeleteRepository",
          "ecr:SetRepositoryPolicy",
        ],
      }),
      whole("topic", admit("*", ["sns:Subscribe"], arnOf("sns", "example"), { StringLike: { "SNS:Endpoint": ["*"] } })),
      one("aws:iam/role:Role", {
        assumeRolePolicy: {
          Version: "2012-10-17",
          Statement: [{ Action: "sts:AssumeRole", Effect: "Allow", Sid: "", Principal: { AWS: "*" } }],
        },
      }),
    ],
    good: [
      whole(
        "topic",
        admit({ AWS: "*" }, ["SNS:Subscribe", "SNS:Publish", "SNS:GetTopicAttributes"], arnOf("sns", "test"), {
          StringEquals: { "AWS:SourceOwner": [account] },
        }),
      ),
      whole(
        "topic",
        admit({ AWS: "*" }, ["SNS:Subscribe", "SNS:Receive"], arnOf("sns", "test"), {
          StringLike: { "SNS:Endpoint": [arnOf("sqs", "example")] },
        }),
      ),
      asData(
        "topic",
        admit({ Service: "s3.amazonaws.com" }, "SNS:Publish", "arn:aws:sns:*:*:s3-event-notification-topic", {
          ArnLike: { "aws:SourceArn": notKnown },
        }),
      ),
      asData(
        "queue",
        admit("*", "sqs:SendMessage", "arn:aws:sqs:*:*:s3-event-notification-queue", {
          ArnEquals: { "aws:SourceArn": [notKnown] },
        }),
      ),
      asData("queue", {
        Sid: "First",
        ...admit("*", ["sqs:SendMessage"], notKnown, { ArnEquals: { "aws:SourceArn": notKnown } }),
      }),
      whole("bucket", admit({ AWS: other }, ["s3:GetObject", "s3:ListBucket"], bucket)),
      whole("secret", {
        Sid: "EnableAnotherAWSAccountToReadTheSecret",
        ...admit({ AWS: `arn:aws:iam::${other}:root` }, "secretsmanager:GetSecretValue", "*"),
      }),
      whole(
        "vault",
        admit(
          { AWS: [account] },
          [
            "backup:DescribeBackupVault",
            "backup:DeleteBackupVault",
            "backup:PutBackupVaultAccessPolicy",
            "backup:DeleteBackupVaultAccessPolicy",
            "backup:GetBackupVaultAccessPolicy",
            "backup:StartBackupJob",
            "backup:GetBackupVaultNotifications",
            "backup:PutBackupVaultNotifications",
          ],
          arnOf("backup", "backup-vault:example"),
        ),
      ),
      policy(
        "aws:glacier/vaultLock:VaultLock",
        "policy",
        refuse({ AWS: "*" }, "glacier:DeleteArchive", arnOf("glacier", "vaults/x"), {
          NumericLessThanEquals: { "glacier:ArchiveAgeinDays": "365" },
        }),
      ),
      whole(
        "search",
        admit({ AWS: "*" }, "es:*", arnOf("es", "domain/example/*"), {
          IpAddress: { "aws:SourceIp": ["66.193.100.22/32"] },
        }),
      ),
      whole(
        "search",
        admit({ AWS: "*" }, "es:*", arnOf("es", "domain/example/*"), { IpAddress: { "aws:SourceIp": "127.0.0.1/32" } }),
      ),
      whole("bus", admit({ AWS: other }, "events:PutEvents", arnOf("events", "event-bus/default")), {
        Sid: "OrganizationAccess",
        ...admit(
          { AWS: "*" },
          ["events:DescribeRule", "events:ListRules", "events:ListTargetsByRule", "events:ListTagsForResource"],
          [arnOf("events", "rule/*"), arnOf("events", "event-bus/default")],
          inOrganization,
        ),
      }),
      whole(
        "logs",
        admit(
          { Service: "es.amazonaws.com" },
          ["logs:CreateLogStream", "logs:PutLogEvents", "logs:PutLogEventsBatch"],
          "arn:aws:logs:*",
        ),
      ),
      whole(
        "logs",
        admit(
          { Service: "route53.amazonaws.com" },
          ["logs:CreateLogStream", "logs:PutLogEvents"],
          "arn:aws:logs:*:*:log-group:/aws/route53/*",
        ),
      ),
      policy(
        "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy",
        "accessPolicy",
        admit({ AWS: [other] }, "logs:PutSubscriptionFilter", arnOf("logs", "destination:x")),
      ),
      whole(
        "key",
        { Sid: "Enable IAM User Permissions", ...admit(root, "kms:*", "*") },
        {
          Sid: "Allow administration of the key",
          ...admit(
            user("Alice"),
            [
              "kms:ReplicateKey",
              "kms:Create*",
              "kms:Describe*",
              "kms:Enable*",
              "kms:List*",
              "kms:Put*",
              "kms:Update*",
              "kms:Revoke*",
              "kms:Disable*",
              "kms:Get*",
              "kms:Delete*",
              "kms:ScheduleKeyDeletion",
              "kms:CancelKeyDeletion",
            ],
            "*",
          ),
        },
        {
          Sid: "Allow use of the key",
          ...admit(
            user("Bob"),
            [
              "kms:DescribeKey",
              "kms:Encrypt",
              "kms:Decrypt",
              "kms:ReEncrypt*",
              "kms:GenerateDataKey",
              "kms:GenerateDataKeyWithoutPlaintext",
            ],
            "*",
          ),
        },
      ),
      whole(
        "api",
        admit({ AWS: "*" }, "execute-api:Invoke", arnOf("execute-api", "abc123/*"), {
          IpAddress: { "aws:SourceIp": "123.123.123.123/32" },
        }),
      ),
      policy("aws:mediastore/containerPolicy:ContainerPolicy", "policy", {
        Sid: "MediaStoreFullAccess",
        ...admit(root, "mediastore:*", arnOf("mediastore", "container/x/*"), {
          Bool: { "aws:SecureTransport": "true" },
        }),
      }),
      policy(
        "aws:networkfirewall/resourcePolicy:ResourcePolicy",
        "policy",
        admit(
          { AWS: `arn:aws:iam::${other}:root` },
          [
            "network-firewall:ListFirewallPolicies",
            "network-firewall:CreateFirewall",
            "network-firewall:UpdateFirewall",
            "network-firewall:AssociateFirewallPolicy",
          ],
          arnOf("network-firewall", "firewall-policy/x"),
        ),
      ),
      policy(
        "aws:schemas/registryPolicy:RegistryPolicy",
        "policy",
        admit({ AWS: ["109876543210"] }, "schemas:*", [
          arnOf("schemas", "registry/example"),
          arnOf("schemas", "schema/example*"),
        ]),
      ),
      policy(
        "aws:acmpca/policy:Policy",
        "policy",
        {
          Sid: "1",
          ...admit(
            { AWS: account },
            ["acm-pca:DescribeCertificateAuthority", "acm-pca:GetCertificate", "acm-pca:ListPermissions"],
            arnOf("acm-pca", "certificate-authority/1"),
          ),
        },
        {
          Sid: "2",
          ...admit({ AWS: account }, "acm-pca:IssueCertificate", arnOf("acm-pca", "certificate-authority/1"), {
            StringEquals: { "acm-pca:TemplateArn": ["arn:aws:acm-pca:::template/EndEntityCertificate/V1"] },
          }),
        },
      ),
      policy("aws:vpclattice/resourcePolicy:ResourcePolicy", "policy", {
        Sid: "test-pol-principals-6",
        ...admit(
          root,
          [
            "vpc-lattice:CreateServiceNetworkVpcAssociation",
            "vpc-lattice:CreateServiceNetworkServiceAssociation",
            "vpc-lattice:GetServiceNetwork",
          ],
          arnOf("vpc-lattice", "servicenetwork/sn-1"),
        ),
      }),
      policy("aws:ecrpublic/repositoryPolicy:RepositoryPolicy", "policy", {
        Sid: "new policy",
        Effect: "Allow",
        Principal: { AWS: other },
        Action: ["ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage", "ecr:PutImage"],
      }),
      policy("aws:kinesis/resourcePolicy:ResourcePolicy", "policy", {
        Sid: "writePolicy",
        ...admit(
          { AWS: other },
          ["kinesis:DescribeStreamSummary", "kinesis:ListShards", "kinesis:PutRecord", "kinesis:PutRecords"],
          arnOf("kinesis", "stream/x"),
        ),
      }),
      policy(
        "aws:redshiftserverless/resourcePolicy:ResourcePolicy",
        "policy",
        admit({ AWS: [other] }, "redshift-serverless:RestoreFromSnapshot", "*"),
      ),
      policy(
        "aws:redshift/resourcePolicy:ResourcePolicy",
        "policy",
        admit(root, "redshift:CreateInboundIntegration", arnOf("redshift", "namespace:1")),
      ),
      policy("aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy", "resourcePolicy", {
        Sid: "AddPermModelPackageGroup",
        ...admit(
          { AWS: account },
          ["sagemaker:DescribeModelPackage", "sagemaker:ListModelPackages"],
          arnOf("sagemaker", "model-package-group/x"),
        ),
      }),
      policy("aws:xray/resourcePolicy:ResourcePolicy", "policyDocument", {
        Sid: "AllowXRayAccess",
        ...admit({ AWS: "*" }, ["xray:*", "xray:PutResourcePolicy"], "*", fromAccount),
      }),
      policy("aws:organizations/resourcePolicy:ResourcePolicy", "content", {
        Sid: "DelegatingNecessaryDescribeListActions",
        ...admit(
          { AWS: `arn:aws:iam::${other}:root` },
          ["organizations:DescribeOrganization", "organizations:ListRoots"],
          "*",
        ),
      }),
      whole("bucket", {
        Sid: "AllowCloudFrontServicePrincipalReadWrite",
        ...admit({ Service: "cloudfront.amazonaws.com" }, ["s3:GetObject", "s3:PutObject"], bucket[1], {
          StringEquals: { "AWS:SourceArn": [`arn:aws:cloudfront::${account}:distribution/E1`] },
        }),
      }),
      whole("bucket", admit({ Service: "logging.s3.amazonaws.com" }, "s3:PutObject", bucket[1], fromAccount)),
      whole("topic", admit({ Service: ["codestar-notifications.amazonaws.com"] }, "sns:Publish", arnOf("sns", "x"))),
      whole("topic", admit({ Service: ["events.amazonaws.com"] }, "SNS:Publish", "*")),
      one("aws:lambda/permission:Permission", {
        action: "lambda:InvokeFunction",
        function: notKnown,
        principal: "logs.eu-west-1.amazonaws.com",
        sourceArn: `arn:aws:logs:eu-west-1:${account}:log-group:/default:*`,
      }),
      one("aws:lambda/permission:Permission", {
        action: "lambda:InvokeFunctionUrl",
        function: "x",
        principal: "arn:aws:iam::444455556666:role/example",
        sourceAccount: "444455556666",
        functionUrlAuthType: "AWS_IAM",
      }),
      one("aws:lambda/permission:Permission", {
        action: "lambda:InvokeFunction",
        function: "x",
        principal: "sns.amazonaws.com",
        sourceArn: notKnown,
        statementId: "AllowExecutionFromSNS",
      }),
      one("aws:cloudwatch/eventPermission:EventPermission", {
        principal: "*",
        statementId: "OrganizationAccess",
        condition: { key: "aws:PrincipalOrgID", type: "StringEquals", value: notKnown },
      }),
      one("aws:iam/role:Role", {
        assumeRolePolicy: {
          Version: "2012-10-17",
          Statement: [
            { Action: "sts:AssumeRole", Effect: "Allow", Sid: "", Principal: service("ec2.amazonaws.com").Principal },
          ],
        },
      }),
      one("aws:kms/grant:Grant", {
        name: "my-grant",
        keyId: notKnown,
        granteePrincipal: notKnown,
        operations: ["Encrypt", "Decrypt"],
        constraints: [{ encryptionContextEquals: { Department: "Finance" } }],
      }),
      one("aws:ram/resourceShare:ResourceShare", { name: "example", allowExternalPrincipals: true }),
      one("aws:ecr/registryPolicy:RegistryPolicy", {
        policy: documentOf([
          { Sid: "testpolicy", ...admit(root, ["ecr:ReplicateImage"], [arnOf("ecr", "repository/*")]) },
        ]),
      }),
    ],
  },
};
