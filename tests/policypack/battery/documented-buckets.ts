import { notKnown, type Given } from "../judge.ts";
import {
  admit,
  arnOf,
  asData,
  fromAccount,
  inOrganization,
  organization,
  refuse,
  role,
  root,
  whole,
} from "./holders.ts";
import type { Row } from "./row.ts";
import { account } from "./statements.ts";

const shop = ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"];
/** Policies of buckets as AWS's documentation and well-known modules have them, and what differs by a word. */
export const documentedBuckets: Record<string, Row<Given[]>> = {
  "samples of buckets": {
    bad: [
      asData("bucket", admit("*", ["s3:GetObject"], [notKnown])),
      asData("bucketItself", admit({ AWS: "*" }, "s3:*", shop)),
      whole("bucket", refuse("*", "s3:DeleteObject", shop), admit("*", "s3:getobject", shop[1])),
      whole(
        "bucket",
        admit({ AWS: [account, "*"] }, "s3:PutObject", shop[1], {
          StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" },
        }),
      ),
      whole("bucket", admit("*", "s3:ListBucket", shop[0], { StringLike: { "s3:prefix": "public/*" } })),
      whole("bucket", admit("*", "s3:GetObject", shop[1], { StringEquals: { "s3:ExistingObjectTag/public": "yes" } })),
      whole(
        "bucket",
        admit("*", "s3:GetObject", shop[1], {
          IpAddress: { "aws:SourceIp": "0.0.0.0/0" },
          NotIpAddress: { "aws:SourceIp": "203.0.113.188/32" },
        }),
      ),
      whole(
        "bucket",
        admit("*", "s3:GetObject", shop[1], { StringLike: { "aws:Referer": ["https://www.example.com/*"] } }),
      ),
      whole(
        "bucket",
        admit(
          { AWS: "*", CanonicalUser: "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" },
          "s3:GetObject",
          shop[1],
        ),
      ),
      whole("bucket", admit("*", "s3:GetObject", shop[1], { StringEquals: { "s3:AccessPointNetworkOrigin": "VPC" } })),
      whole(
        "bucket",
        admit("*", "s3:PutObject", shop[1], { StringEquals: { "s3:x-amz-server-side-encryption": "aws:kms" } }),
      ),
      whole(
        "bucket",
        admit({ Service: "cloudfront.amazonaws.com" }, "s3:GetObject", shop[1], {
          StringLike: { "aws:SourceArn": "arn:aws:cloudfront::*:distribution/E1" },
        }),
      ),
      whole("bucket", admit({ Service: "logs.eu-central-1.amazonaws.com" }, "s3:PutObject", shop[1])),
      whole("bucket", admit({ Service: "redshift.amazonaws.com" }, ["s3:PutObject", "s3:GetBucketAcl"], shop)),
      whole("bucket", { Effect: "Allow", NotPrincipal: role("admin"), Action: "s3:GetObject", Resource: shop[1] }),
      whole("bucket", { Effect: "Allow", Principal: role("admin"), NotAction: ["s3:DeleteBucket"], Resource: shop }),
    ],
    good: [
      asData("bucket", admit({ AWS: notKnown }, ["s3:GetObject"], [notKnown])),
      whole(
        "bucket",
        refuse("*", "s3:*", shop, { Bool: { "aws:SecureTransport": "false" } }),
        refuse("*", "s3:*", shop, { NumericLessThan: { "s3:TlsVersion": 1.2 } }),
      ),
      whole(
        "bucket",
        refuse("*", "s3:*", "arn:aws:s3:::shop/taxdocuments/*", { Null: { "aws:MultiFactorAuthAge": true } }),
      ),
      whole(
        "bucket",
        refuse("*", "s3:*", shop, {
          NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" },
          Bool: { "aws:ViaAWSService": "false" },
        }),
      ),
      whole(
        "bucket",
        refuse("*", "s3:*", shop, {
          StringNotEqualsIfExists: { "aws:SourceVpce": "vpce-0abcdef1234567890", "aws:PrincipalOrgID": organization },
          BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
        }),
      ),
      whole(
        "bucket",
        admit(
          role("replication", "222233334444"),
          ["s3:ReplicateObject", "s3:ReplicateDelete", "s3:ObjectOwnerOverrideToBucketOwner"],
          shop[1],
        ),
        admit(
          role("replication", "222233334444"),
          ["s3:List*", "s3:GetBucketVersioning", "s3:PutBucketVersioning"],
          shop[0],
        ),
      ),
      whole(
        "bucket",
        admit({ AWS: ["222233334444", "333344445555"] }, "s3:PutObject", shop[1], {
          StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" },
        }),
      ),
      whole(
        "bucket",
        admit({ Service: "logs.eu-central-1.amazonaws.com" }, "s3:GetBucketAcl", shop[0], {
          StringEquals: { "aws:SourceAccount": [account] },
          ArnLike: { "aws:SourceArn": [arnOf("logs", "log-group:*")] },
        }),
      ),
      whole(
        "bucket",
        admit({ Service: "redshift.amazonaws.com" }, ["s3:PutObject", "s3:GetBucketAcl"], shop, {
          StringEquals: { "aws:SourceArn": arnOf("redshift", "cluster:shop") },
        }),
      ),
      whole(
        "bucket",
        admit({ Service: "ssm.amazonaws.com" }, "s3:PutObject", "arn:aws:s3:::shop/*/accountid=*/*", {
          StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control", "aws:SourceAccount": account },
          ArnLike: { "aws:SourceArn": arnOf("ssm", "resource-data-sync/*", "*") },
        }),
      ),
      whole(
        "bucket",
        admit({ Service: "inspector2.amazonaws.com" }, ["s3:PutObject", "s3:AbortMultipartUpload"], shop[1], {
          ...fromAccount,
          ArnLike: { "aws:SourceArn": arnOf("inspector2", "report/*") },
        }),
      ),
      whole(
        "bucket",
        admit({ Service: "macie.amazonaws.com" }, "s3:PutObject", shop[1], {
          ...fromAccount,
          ArnLike: {
            "aws:SourceArn": [arnOf("macie2", "export-configuration:*"), arnOf("macie2", "classification-job/*")],
          },
        }),
      ),
      whole("bucket", admit("*", "s3:*", shop, { StringEquals: { "s3:DataAccessPointAccount": account } })),
      whole(
        "bucket",
        admit({ AWS: "arn:aws-us-gov:iam::048591011584:root" }, "s3:PutObject", "arn:aws-us-gov:s3:::logs/AWSLogs/*"),
      ),
      whole(
        "bucket",
        admit({ Service: "cloudtrail.amazonaws.com" }, "s3:GetBucketAcl", shop[0], {
          StringLike: { "aws:SourceArn": `arn:aws:cloudtrail:*:${account}:trail/*` },
        }),
      ),
      whole(
        "bucket",
        admit("*", "s3:GetObject", shop[1], { ...inOrganization, Bool: { "aws:SecureTransport": true } }),
        refuse("*", "s3:*", shop, { Bool: { "aws:SecureTransport": false } }),
      ),
      whole(
        "bucket",
        admit("*", "s3:GetObject", shop[1], { StringEquals: { "aws:PrincipalOrgID": "${aws:ResourceOrgID}" } }),
      ),
      whole(
        "bucket",
        admit("*", ["s3:GetObject"], shop[1], { StringEquals: { "aws:PrincipalAccount": "${aws:ResourceAccount}" } }),
      ),
      whole("bucket", admit(root, "s3:*", shop), admit(role("admin"), ["s3:*"], shop)),
      whole(
        "bucket",
        admit({ Service: "logging.s3.amazonaws.com" }, ["s3:PutObject"], "arn:aws:s3:::shop/logs*", {
          ArnLike: { "aws:SourceArn": ["arn:aws:s3:::shop-images", "arn:aws:s3:::shop-orders"] },
        }),
      ),
    ],
  },
};
