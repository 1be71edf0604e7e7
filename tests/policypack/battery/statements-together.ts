import type { Given } from "../judge.ts";
import {
  admit,
  arnOf,
  at,
  fromAccount,
  inOrganization,
  one,
  organization as org,
  refuse,
  role,
  root,
  whole,
} from "./holders.ts";
import type { Row } from "./row.ts";
import { documentOf } from "./row.ts";

const all = ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"];
const get = admit("*", "s3:GetObject", all[1]);
const trust = (...statements: object[]): Given[] =>
  one("aws:iam/role:Role", {
    assumeRolePolicy: documentOf(statements.map((one) => ({ ...one, Resource: undefined }))),
  });

/** Statements that mean something by what stands beside them. */
export const statementsTogether: Record<string, Row<Given[]>> = {
  "statements beside each other": {
    bad: [
      trust(
        admit("*", "sts:AssumeRole", undefined),
        refuse("*", "sts:TagSession", undefined, { StringNotEquals: { "aws:PrincipalOrgID": org } }),
      ),
      whole(
        "bucket",
        get,
        refuse("*", "s3:*", all, { "ForAnyValue:StringNotEquals": { "aws:PrincipalOrgPaths": `${org}/r-ab12/` } }),
      ),
      whole(
        "bucket",
        get,
        refuse("*", "s3:*", all, { "ForAnyValue:StringNotLike": { "aws:PrincipalOrgPaths": [`${org}/*`] } }),
      ),
      whole("bucket", get, refuse("*", "s3:*", all, { Null: { "aws:PrincipalOrgID": "true" } })),
      whole("bucket", get, refuse("*", "s3:*", all, { NotIpAddress: { "aws:SourceIp": "0.0.0.0/0" } })),
      whole("bucket", get, refuse("*", "s3:*", all, { Bool: { "aws:PrincipalIsAWSService": "false" } })),
      whole(
        "bucket",
        get,
        refuse({ AWS: "444455556666" }, "s3:*", all, { StringNotEquals: { "aws:PrincipalOrgID": org } }),
      ),
      whole(
        "bucket",
        get,
        refuse("*", "s3:*", all, {
          StringNotEquals: { "aws:PrincipalOrgID": org },
          StringNotLike: { "aws:PrincipalArn": "*" },
        }),
      ),
      whole("bucket", get, refuse("*", "s3:*", all, { StringEquals: { "aws:PrincipalOrgID": org } })),
      whole("bucket", get, refuse("*", "s3:*", all, { StringNotLike: { "aws:PrincipalOrgID": "*" } })),
      whole("bucket", get, refuse("*", ["s3:PutObject", "s3:DeleteObject"], all)),
      whole("queue", admit({ ...root, Service: "s3.amazonaws.com" }, "sqs:SendMessage", arnOf("sqs", "a"))),
      whole(
        "queue",
        admit({ Service: "sns.amazonaws.com" }, "sqs:SendMessage", "*", fromAccount),
        admit({ Service: "sns.amazonaws.com" }, "sqs:SendMessage", "*"),
      ),
      whole(
        "bucket",
        admit({ Service: "cloudtrail.amazonaws.com" }, "s3:GetBucketAcl", all[0]),
        admit({ Service: "cloudtrail.amazonaws.com" }, "s3:PutObject", "arn:aws:s3:::shop/AWSLogs/111122223333/*", {
          StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" },
        }),
      ),
      whole(
        "bucket",
        admit({ AWS: "*" }, "s3:ListBucket", all[0], { StringEquals: { "s3:signatureversion": "AWS4-HMAC-SHA256" } }),
      ),
      whole(
        "secret",
        admit("*", "secretsmanager:GetSecretValue", "*", { StringEquals: { "aws:PrincipalAccount": "111122223333" } }),
        admit("*", "secretsmanager:DescribeSecret", "*"),
      ),
      whole("bus", admit({ Service: "*" }, "events:PutEvents", "*")),
      whole("topic", admit({ Service: "*.amazonaws.com" }, "sns:Publish", "*")),
      whole("bucket", admit({ Federated: "cognito-identity.amazonaws.com", AWS: "*" }, "s3:GetObject", all[1])),
      whole(
        "key",
        admit(root, "kms:*", "*"),
        admit({ AWS: "*" }, "kms:Decrypt", "*", { StringEquals: { "kms:CallerAccount": ["111122223333", "*"] } }),
      ),
      trust(
        admit({ AWS: "*" }, ["sts:AssumeRole"], undefined, { StringEquals: { "aws:PrincipalOrgID": org } }),
        admit({ AWS: "*" }, ["sts:AssumeRole"], undefined, { Bool: { "aws:MultiFactorAuthPresent": true } }),
      ),
      trust(
        admit({ Service: "codebuild.amazonaws.com", AWS: "*" }, "sts:AssumeRole", undefined, {
          StringEquals: { "aws:RequestTag/x": "y" },
        }),
      ),
      whole("bucket", {
        ...admit("*", "s3:GetObject", undefined),
        Resource: undefined,
        NotResource: "arn:aws:s3:::shop/private/*",
      }),
      whole("api", admit("*", "execute-api:*", "*", { StringEquals: { "aws:SourceVpce": "*" } })),
      whole("search", admit("*", "es:*", "*", { StringLike: { "aws:SourceVpc": "vpc-*" } })),
    ],
    good: [
      trust(
        admit("*", "sts:AssumeRole", undefined),
        refuse("*", "sts:AssumeRole", undefined, { StringNotEquals: { "aws:PrincipalOrgID": org } }),
      ),
      trust(
        admit({ AWS: "*" }, "sts:AssumeRole", undefined),
        refuse({ AWS: "*" }, "sts:*", undefined, {
          ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::111122223333:role/*" },
        }),
      ),
      whole(
        "bucket",
        get,
        refuse("*", "s3:*", all, { StringNotLike: { "aws:userId": ["AROAEXAMPLEID1234567:*", "111122223333"] } }),
      ),
      whole(
        "bucket",
        get,
        refuse("*", "s3:*", all, { StringNotEqualsIfExists: { "aws:SourceVpce": "vpce-0123456789abcdef0" } }),
      ),
      whole("bucket", get, refuse("*", "*", "*", { StringNotEquals: { "aws:PrincipalAccount": ["111122223333"] } })),
      whole(
        "queue",
        admit({ Service: "sns.amazonaws.com" }, "sqs:SendMessage", arnOf("sqs", "a")),
        refuse("*", "sqs:*", arnOf("sqs", "a"), { StringNotEquals: { "aws:SourceAccount": "111122223333" } }),
      ),
      whole(
        "queue",
        admit({ ...root, Service: "s3.amazonaws.com" }, "sqs:SendMessage", arnOf("sqs", "a"), {
          StringEquals: { "aws:SourceAccount": "111122223333" },
        }),
      ),
      whole("bucket", get, {
        Effect: "Deny",
        NotPrincipal: { AWS: ["arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:role/web"] },
        Action: "s3:*",
        Resource: all,
      }),
      whole("bucket", admit({ Federated: "cognito-identity.amazonaws.com" }, "s3:GetObject", all[1])),
      whole(
        "key",
        admit(root, "kms:*", "*"),
        refuse("*", "kms:*", "*", { Bool: { "kms:BypassPolicyLockoutSafetyCheck": "true" } }),
      ),
      at("bucket", { Principal: role("web"), Condition: { StringEquals: { "s3:ExistingObjectTag/a": "b" } } }),
      at("bucket", {
        Principal: "*",
        Condition: { ...inOrganization, StringNotEquals: { "aws:PrincipalAccount": "444455556666" } },
      }),
    ],
  },
};
