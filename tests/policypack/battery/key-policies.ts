import type { Given } from "../judge.ts";
import { arnOf, fromAccount, one } from "./holders.ts";
import type { Row } from "./row.ts";
import { documentOf } from "./row.ts";
import { account } from "./statements.ts";

const root = {
  Sid: "Enable IAM User Permissions",
  Effect: "Allow",
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: "kms:*",
  Resource: "*",
};
const key = (...statements: object[]): Given[] => one("aws:kms/key:Key", { policy: documentOf(statements) });
const allow = (Principal: unknown, Action: unknown, Condition?: object) => ({
  Effect: "Allow",
  Principal,
  Action,
  Resource: "*",
  ...(Condition && { Condition }),
});
const deny = (Action: unknown, Condition?: object, Principal: unknown = "*") => ({
  ...allow(Principal, Action, Condition),
  Effect: "Deny",
});
const admin = { AWS: `arn:aws:iam::${account}:role/key-admin` };
const administer = [
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
  "kms:TagResource",
  "kms:UntagResource",
  "kms:ScheduleKeyDeletion",
  "kms:CancelKeyDeletion",
];
const use = ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"];
const noBypass = [
  "aws:kms/key:Key",
  "aws:kms/keyPolicy:KeyPolicy",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
];

/** Policies of KMS keys. */
export const keyPolicies: Record<string, Row<Given[]>> = {
  "keys that nobody keeps": {
    bad: [
      ...noBypass.map((type) => one(type, { policy: documentOf([root]), bypassPolicyLockoutSafetyCheck: true })),
      key(allow(admin, use)),
      key(allow(admin, ["kms:Decrypt", "kms:PutKey"])),
      key(allow({ Service: "logs.eu-central-1.amazonaws.com" }, "kms:*", fromAccount)),
      key({ ...root, Effect: "Deny" }),
      key(root, deny("*")),
      key(root, deny("kms:Put*")),
      key(root, deny("kms:*", undefined, { AWS: `arn:aws:iam::${account}:root` })),
      key(root, deny(["kms:PutKeyPolicy", "kms:CreateGrant"], { StringLike: { "aws:PrincipalArn": "*" } })),
      key(root, { Effect: "Deny", Principal: "*", NotAction: use, Resource: "*" }),
      key({ ...root, Condition: { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } } }),
      key({ ...root, Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } } }),
      key({ ...root, Condition: { StringEquals: { "kms:EncryptionContext:app": "shop" } } }),
      key({ ...root, Action: ["kms:Encrypt*", "kms:List*", "kms:Get*", "kms:Describe*"] }),
    ],
    good: [
      ...noBypass.map((type) => one(type, { policy: documentOf([root]), bypassPolicyLockoutSafetyCheck: false })),
      key(root),
      key({ ...root, Action: ["kms:*"], Principal: { AWS: [`arn:aws:iam::${account}:root`] } }),
      key({ ...root, Action: "KMS:*" }),
      key(allow(admin, administer), allow({ AWS: `arn:aws:iam::${account}:role/shop` }, use)),
      key(
        root,
        allow(admin, administer),
        allow({ AWS: [`arn:aws:iam::${account}:role/a`, `arn:aws:iam::${account}:role/b`] }, use),
      ),
      key(root, deny(["kms:ScheduleKeyDeletion", "kms:DisableKey"])),
      key(root, deny("kms:*", { Bool: { "aws:SecureTransport": "false" } })),
      key(root, deny("kms:*", { StringNotEquals: { "kms:CallerAccount": account } })),
      key(
        root,
        deny("kms:PutKeyPolicy", { ArnNotLike: { "aws:PrincipalArn": `arn:aws:iam::${account}:role/key-admin` } }),
      ),
      key(root, deny("kms:*", { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } })),
      key(root, deny("kms:Decrypt", undefined, { AWS: `arn:aws:iam::${account}:role/clerk` })),
      key(root, deny("kms:*", undefined, { AWS: `arn:aws:iam::${account}:role/clerk` })),
      key({ ...root, Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }),
      key({ ...root, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }),
      key(allow({ AWS: "*" }, "kms:*", { StringEquals: { "kms:CallerAccount": account } })),
      key({
        ...root,
        Condition: {
          ArnLike: {
            "aws:PrincipalArn": `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Admin_*`,
          },
        },
      }),
      one("aws:kms/key:Key", { enableKeyRotation: true }),
      one("aws:kms/replicaKey:ReplicaKey", { primaryKeyArn: "arn:aws:kms:eu-west-1:111122223333:key/mrk-1" }),
    ],
  },
  "who may use a key": {
    bad: [
      key(root, allow("*", "kms:Decrypt", { StringEquals: { "kms:EncryptionContext:app": "shop" } })),
      key(root, allow("*", ["kms:CreateGrant"], { Bool: { "kms:GrantIsForAWSResource": "true" } })),
      key(root, allow({ AWS: "*" }, use, { StringLike: { "kms:ViaService": "*.amazonaws.com" } })),
      key(root, allow({ AWS: "*" }, use, { StringEqualsIfExists: { "kms:CallerAccount": account } })),
      key(root, allow({ AWS: "*" }, "kms:DescribeKey")),
      key(root, {
        Effect: "Allow",
        NotPrincipal: { AWS: "arn:aws:iam::444455556666:root" },
        Action: "kms:*",
        Resource: "*",
      }),
      key({ ...root, Action: "*", Principal: "*" }),
      key(root, allow({ AWS: "*" }, "kms:Decrypt", { StringNotEquals: { "kms:CallerAccount": "444455556666" } })),
      key(root, allow("*", "kms:*", { StringLike: { "kms:CallerAccount": ["*"] } })),
      key(root, { ...allow(admin, undefined), NotAction: "kms:Decrypt" }),
      key(root, allow("*", use, { StringEquals: { "aws:PrincipalType": "AssumedRole" } })),
    ],
    good: [
      key(
        root,
        allow(
          { Service: "logs.eu-central-1.amazonaws.com" },
          ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
          { ArnLike: { "kms:EncryptionContext:aws:logs:arn": arnOf("logs", "*") } },
        ),
      ),
      key(
        root,
        allow({ Service: "sns.amazonaws.com" }, ["kms:GenerateDataKey*", "kms:Decrypt"], {
          ...fromAccount,
          ArnLike: { "aws:SourceArn": arnOf("sns", "orders") },
        }),
      ),
      key(root, allow({ Service: "cloudwatch.amazonaws.com" }, ["kms:GenerateDataKey*", "kms:Decrypt"])),
      key(root, allow({ Service: "events.amazonaws.com" }, ["kms:GenerateDataKey*", "kms:Decrypt"], fromAccount)),
      key(root, allow({ Service: "s3.amazonaws.com" }, ["kms:GenerateDataKey*", "kms:Decrypt"], fromAccount)),
      key(root, allow({ Service: "delivery.logs.amazonaws.com" }, use, fromAccount)),
      key(
        root,
        allow({ Service: "cloudfront.amazonaws.com" }, use, {
          StringEquals: { "aws:SourceArn": `arn:aws:cloudfront::${account}:distribution/E1` },
        }),
      ),
      key(
        root,
        allow({ Service: "cloudtrail.amazonaws.com" }, "kms:GenerateDataKey*", {
          StringEquals: { "aws:SourceArn": arnOf("cloudtrail", "trail/main") },
          StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${account}:trail/*` },
        }),
        allow({ Service: "cloudtrail.amazonaws.com" }, "kms:DescribeKey", {
          StringEquals: { "aws:SourceArn": arnOf("cloudtrail", "trail/main") },
        }),
        allow({ AWS: "*" }, ["kms:Decrypt", "kms:ReEncryptFrom"], {
          StringEquals: { "kms:CallerAccount": account },
          StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${account}:trail/*` },
        }),
      ),
      key(
        root,
        allow(
          {
            AWS: `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
          },
          use,
        ),
        allow(
          {
            AWS: `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
          },
          "kms:CreateGrant",
          { Bool: { "kms:GrantIsForAWSResource": "true" } },
        ),
      ),
      key(
        root,
        allow(
          { AWS: "*" },
          [
            "kms:Encrypt",
            "kms:Decrypt",
            "kms:ReEncrypt*",
            "kms:GenerateDataKey*",
            "kms:CreateGrant",
            "kms:DescribeKey",
          ],
          {
            StringEquals: { "kms:CallerAccount": account, "kms:ViaService": "ec2.eu-central-1.amazonaws.com" },
          },
        ),
        allow({ AWS: `arn:aws:iam::${account}:root` }, ["kms:Describe*", "kms:Get*", "kms:List*", "kms:RevokeGrant"]),
      ),
      key(root, allow("*", use, { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } })),
      key(root, allow({ AWS: "arn:aws:iam::222233334444:root" }, use)),
      key(
        root,
        allow({ AWS: ["222233334444", "333344445555"] }, ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"], {
          Bool: { "kms:GrantIsForAWSResource": true },
        }),
      ),
      one("aws:kms/grant:Grant", {
        keyId: "k",
        granteePrincipal: `arn:aws:iam::${account}:role/shop`,
        operations: ["Encrypt", "Decrypt"],
      }),
    ],
  },
};
