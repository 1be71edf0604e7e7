import { notKnown, type Given } from "../judge.ts";
import { one } from "./holders.ts";
import type { Row } from "./row.ts";
import { documentOf } from "./row.ts";
import { account } from "./statements.ts";

const groups = "http://acs.amazonaws.com/groups";
const acl = (grantee: object, permission = "READ") => ({
  bucket: "b",
  accessControlPolicy: { owner: { id: "0123" }, grants: [{ grantee, permission }] },
});
const group = (uri: string) => ({ type: "Group", uri });
const objects = [
  "aws:s3/bucketObject:BucketObject",
  "aws:s3/bucketObjectv2:BucketObjectv2",
  "aws:s3/objectCopy:ObjectCopy",
];
const bus = (props: object) => one("aws:cloudwatch/eventPermission:EventPermission", { statementId: "s", ...props });
const layer = (props: object) =>
  one("aws:lambda/layerVersionPermission:LayerVersionPermission", {
    layerName: "l",
    versionNumber: 1,
    statementId: "s",
    action: "lambda:GetLayerVersion",
    ...props,
  });
const permission = (props: object) =>
  one("aws:lambda/permission:Permission", { action: "lambda:InvokeFunction", function: "shop", ...props });

/** What is given to everybody otherwise than by a policy. */
export const sharing: Record<string, Row<Given[]>> = {
  "access control lists": {
    bad: [
      ...objects.flatMap((type) =>
        ["public-read", "public-read-write", "authenticated-read"].map((name) =>
          one(type, { bucket: "b", key: "k", acl: name }),
        ),
      ),
      one("aws:s3/objectCopy:ObjectCopy", {
        bucket: "b",
        key: "k",
        source: "s",
        grants: [{ type: "Group", uri: `${groups}/global/AllUsers`, permissions: ["READ"] }],
      }),
      one("aws:s3/bucketAcl:BucketAcl", acl(group(`${groups}/global/AllUsers`))),
      one("aws:s3/bucketAcl:BucketAcl", acl(group(`${groups}/global/AuthenticatedUsers`), "WRITE_ACP")),
      one("aws:s3/bucketAclV2:BucketAclV2", acl(group(`${groups}/global/AllUsers`), "FULL_CONTROL")),
      one("aws:s3/bucket:Bucket", {
        grants: [{ type: "Group", uri: `${groups}/global/AllUsers`, permissions: ["READ"] }],
      }),
      one("aws:s3/bucketV2:BucketV2", {
        grants: [{ type: "Group", uri: `${groups}/global/AuthenticatedUsers`, permissions: ["READ_ACP"] }],
      }),
      one("aws:s3/bucketAcl:BucketAcl", { bucket: notKnown, acl: "public-read" }),
      one("aws:s3/bucket:Bucket", { acl: "authenticated-read" }),
      one("aws:s3/bucketLogging:BucketLogging", {
        bucket: "b",
        targetBucket: "t",
        targetPrefix: "p",
        targetGrants: [{ grantee: group(`${groups}/global/AllUsers`), permission: "READ" }],
      }),
      one("aws:storagegateway/nfsFileShare:NfsFileShare", { objectAcl: "public-read" }),
    ],
    good: [
      ...objects.flatMap((type) =>
        ["private", "bucket-owner-full-control", "bucket-owner-read", "aws-exec-read"].map((name) =>
          one(type, { bucket: "b", key: "k", acl: name }),
        ),
      ),
      ...objects.map((type) => one(type, { bucket: "b", key: "public-read.txt", content: "public-read" })),
      one(
        "aws:s3/bucketAcl:BucketAcl",
        acl(
          { type: "CanonicalUser", id: "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0" },
          "FULL_CONTROL",
        ),
      ),
      one("aws:s3/bucketAcl:BucketAcl", acl(group(`${groups}/s3/LogDelivery`), "WRITE")),
      one("aws:s3/bucketAcl:BucketAcl", { bucket: notKnown, acl: notKnown }),
      one("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", {
        bucket: "b",
        blockPublicAcls: true,
        blockPublicPolicy: true,
        ignorePublicAcls: true,
        restrictPublicBuckets: true,
      }),
      one("aws:s3/bucket:Bucket", { acl: "log-delivery-write" }),
      one("aws:s3/bucket:Bucket", { bucket: "shop" }),
    ],
  },
  "shares with everybody": {
    bad: [
      one("aws:ec2/amiLaunchPermission:AmiLaunchPermission", { imageId: "ami-1", group: "all" }),
      one("aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission", {
        snapshotId: "snap-1",
        accountId: "all",
      }),
      one("aws:rds/snapshot:Snapshot", { sharedAccounts: ["all"] }),
      one("aws:rds/snapshotCopy:SnapshotCopy", { sharedAccounts: [account, "all"] }),
      one("aws:rds/clusterSnapshot:ClusterSnapshot", { sharedAccounts: ["all"] }),
      one("aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy", { sharedAccounts: ["all"] }),
      one("aws:ssm/document:Document", {
        name: "d",
        content: "{}",
        documentType: "Command",
        permissions: { type: "Share", account_ids: "All" },
      }),
      one("aws:ssm/document:Document", {
        name: "d",
        content: "{}",
        documentType: "Command",
        permissions: { type: "Share", accountIds: "all" },
      }),
      one("aws:imagebuilder/distributionConfiguration:DistributionConfiguration", {
        distributions: [
          { region: "eu-central-1", amiDistributionConfiguration: { launchPermission: { userGroups: ["all"] } } },
        ],
      }),
      one("aws:ec2/vpcEndpointService:VpcEndpointService", { acceptanceRequired: false, allowedPrincipals: ["*"] }),
      one("aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple", {
        vpcEndpointServiceId: "v",
        principalArn: "*",
      }),
      bus({ principal: "*" }),
      bus({ principal: "*", action: "events:PutEvents", eventBusName: "shop" }),
      bus({ principal: "*", condition: { key: "aws:PrincipalOrgID", type: "StringLike", value: "*" } }),
      layer({ principal: "*" }),
      layer({ principal: "*", skipDestroy: true }),
    ],
    good: [
      one("aws:ec2/amiLaunchPermission:AmiLaunchPermission", { imageId: "ami-1", accountId: account }),
      one("aws:ec2/amiLaunchPermission:AmiLaunchPermission", {
        imageId: "ami-1",
        organizationArn: `arn:aws:organizations::${account}:organization/o-a1b2c3d4e5`,
      }),
      one("aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission", {
        snapshotId: "snap-1",
        accountId: "222233334444",
      }),
      one("aws:rds/snapshot:Snapshot", { sharedAccounts: ["222233334444"] }),
      one("aws:rds/clusterSnapshot:ClusterSnapshot", {}),
      one("aws:ssm/document:Document", {
        name: "d",
        content: "{}",
        documentType: "Command",
        permissions: { type: "Share", account_ids: "222233334444,333344445555" },
      }),
      one("aws:imagebuilder/distributionConfiguration:DistributionConfiguration", {
        distributions: [
          { region: "eu-central-1", amiDistributionConfiguration: { launchPermission: { userIds: [account] } } },
        ],
      }),
      one("aws:ec2/vpcEndpointService:VpcEndpointService", {
        acceptanceRequired: true,
        allowedPrincipals: [`arn:aws:iam::${account}:root`],
      }),
      one("aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple", {
        vpcEndpointServiceId: "v",
        principalArn: "arn:aws:iam::222233334444:root",
      }),
      bus({ principal: "222233334444" }),
      bus({ principal: "*", condition: { key: "aws:PrincipalOrgID", type: "StringEquals", value: "o-a1b2c3d4e5" } }),
      layer({ principal: "222233334444" }),
      layer({ principal: "*", organizationId: "o-a1b2c3d4e5" }),
      one("aws:ram/principalAssociation:PrincipalAssociation", {
        resourceShareArn: "r",
        principal: `arn:aws:organizations::${account}:organization/o-a1b2c3d4e5`,
      }),
      one("aws:ram/resourceShare:ResourceShare", { name: "s", allowExternalPrincipals: false }),
      one("aws:ec2/vpcEndpoint:VpcEndpoint", {
        vpcId: "v",
        serviceName: "com.amazonaws.eu-central-1.s3",
        policy: documentOf([{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }]),
      }),
      one("aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy", {
        vpcEndpointId: "v",
        policy: documentOf([{ Effect: "Allow", Principal: { AWS: "*" }, Action: "s3:*", Resource: "*" }]),
      }),
      one("aws:ecr/lifecyclePolicy:LifecyclePolicy", {
        repository: "r",
        policy: JSON.stringify({
          rules: [
            {
              rulePriority: 1,
              selection: { tagStatus: "any", countType: "imageCountMoreThan", countNumber: 9 },
              action: { type: "expire" },
            },
          ],
        }),
      }),
      one("aws:sqs/queue:Queue", {
        redrivePolicy: JSON.stringify({
          deadLetterTargetArn: `arn:aws:sqs:eu-central-1:${account}:dead`,
          maxReceiveCount: 4,
        }),
      }),
      one("aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy", {
        type: "encryption",
        policy: JSON.stringify({
          Rules: [{ Resource: ["collection/shop"], ResourceType: "collection" }],
          AWSOwnedKey: true,
        }),
      }),
    ],
  },
  "callers of functions": {
    bad: [
      permission({ principal: "*", functionUrlAuthType: "AWS_IAM", action: "lambda:InvokeFunctionUrl" }),
      permission({
        principal: "*",
        functionUrlAuthType: "NONE",
        action: "lambda:InvokeFunctionUrl",
        principalOrgId: "",
      }),
      permission({ principal: "*", action: "lambda:GetFunction" }),
      permission({ principal: "*", sourceArn: "*" }),
      permission({ principal: "*", sourceArn: "arn:aws:s3:::*" }),
      permission({ principal: "scheduler.amazonaws.com" }),
      permission({ principal: "config.amazonaws.com" }),
      permission({ principal: "iot.amazonaws.com" }),
      permission({ principal: "cognito-idp.amazonaws.com" }),
      permission({ principal: "elasticloadbalancing.amazonaws.com" }),
      permission({ principal: "secretsmanager.amazonaws.com" }),
      permission({ principal: "ses.amazonaws.com" }),
      permission({ principal: "logs.eu-central-1.amazonaws.com" }),
      permission({ principal: "bedrock.amazonaws.com" }),
      permission({ principal: "lexv2.amazonaws.com" }),
      permission({ principal: "alexa-appkit.amazon.com" }),
      permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::shop-*" }),
      permission({ principal: "events.amazonaws.com", sourceArn: "arn:aws:events:eu-central-1:*:rule/*" }),
      permission({ principal: "events.amazonaws.com", sourceArn: "", function: notKnown }),
      permission({ principal: "apigateway.amazonaws.com", sourceArn: "arn:aws:execute-api:eu-central-1:*:*/*/*" }),
      permission({ principal: "sns.amazonaws.com", function: notKnown }),
      one("aws:lambda/functionUrl:FunctionUrl", { functionName: notKnown, authorizationType: "NONE" }),
      one("aws:lambda/functionUrl:FunctionUrl", {
        functionName: "shop",
        authorizationType: "NONE",
        cors: { allowOrigins: ["https://shop.example.com"] },
      }),
    ],
    good: [
      permission({ principal: account }),
      permission({ principal: "222233334444" }),
      permission({ principal: `arn:aws:iam::${account}:root` }),
      permission({
        principal: `arn:aws:iam::${account}:role/shop`,
        action: "lambda:InvokeFunctionUrl",
        functionUrlAuthType: "AWS_IAM",
      }),
      permission({ principal: "config.amazonaws.com", sourceAccount: account }),
      permission({ principal: "ses.amazonaws.com", sourceAccount: account }),
      permission({ principal: "apigateway.amazonaws.com", sourceArn: `arn:aws:execute-api:*:${account}:*` }),
      permission({
        principal: "apigateway.amazonaws.com",
        sourceArn: `arn:aws:execute-api:eu-central-1:${account}:abc123/authorizers/def456`,
      }),
      permission({
        principal: "scheduler.amazonaws.com",
        sourceArn: `arn:aws:scheduler:eu-central-1:${account}:schedule/default/nightly`,
      }),
      permission({ principal: "events.amazonaws.com", sourceArn: `arn:aws:events:eu-central-1:${account}:rule/*` }),
      permission({
        principal: "iot.amazonaws.com",
        sourceArn: `arn:aws:iot:eu-central-1:${account}:rule/shop`,
        sourceAccount: account,
      }),
      permission({
        principal: "alexa-appkit.amazon.com",
        eventSourceToken: "amzn1.ask.skill.11111111-2222-3333-4444-555555555555",
      }),
      permission({
        principal: "bedrock.amazonaws.com",
        sourceArn: `arn:aws:bedrock:eu-central-1:${account}:agent/ABC`,
      }),
      permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::shop-*", sourceAccount: account }),
      permission({
        principal: "cloudfront.amazonaws.com",
        action: "lambda:InvokeFunctionUrl",
        sourceArn: `arn:aws:cloudfront::${account}:distribution/E1`,
      }),
      permission({
        principal: "*",
        action: "lambda:InvokeFunctionUrl",
        functionUrlAuthType: "AWS_IAM",
        principalOrgId: "o-a1b2c3d4e5",
      }),
      permission({ principal: "sns.amazonaws.com", sourceArn: notKnown }),
      permission({ principal: notKnown, sourceArn: notKnown }),
      one("aws:lambda/functionUrl:FunctionUrl", {
        functionName: "shop",
        authorizationType: "AWS_IAM",
        cors: { allowOrigins: ["*"] },
      }),
      one("aws:lambda/functionUrl:FunctionUrl", { functionName: "shop", authorizationType: notKnown }),
    ],
  },
};
