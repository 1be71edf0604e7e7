import { notKnown, type Given } from "../judge.ts";
import {
  admit,
  arnOf,
  asData,
  fromAccount,
  inOrganization,
  one,
  organization,
  refuse,
  role,
  root,
  whole,
} from "./holders.ts";
import type { Row } from "./row.ts";
import { documentOf } from "./row.ts";
import { account } from "./statements.ts";

const keys = admit(root, "kms:*", "*");
const trust = (...statements: object[]): Given[] =>
  one("aws:iam/role:Role", { assumeRolePolicy: documentOf(statements) });
const assume = (Principal: unknown, Condition?: object, Action: unknown = "sts:AssumeRole") => ({
  Effect: "Allow",
  Principal,
  Action,
  ...(Condition && { Condition }),
});
const hub = "token.actions.githubusercontent.com";
const github = (sub: object, aud: object = { StringEqualsIgnoreCase: { [`${hub}:aud`]: "sts.amazonaws.com" } }) =>
  trust(
    assume(
      { Federated: `arn:aws:iam::${account}:oidc-provider/${hub}` },
      { ...aud, ...sub },
      "sts:AssumeRoleWithWebIdentity",
    ),
  );

/** As of buckets, of keys and roles. */
export const documentedTrusts: Record<string, Row<Given[]>> = {
  "samples of keys": {
    bad: [
      whole("key", admit("*", "kms:*", "*")),
      whole("key", keys, admit({ AWS: ["*"] }, ["kms:Encrypt", "kms:Decrypt"], "*")),
      whole(
        "key",
        keys,
        admit("*", "kms:Decrypt", "*", {
          StringEquals: { "kms:ViaService": "secretsmanager.eu-central-1.amazonaws.com" },
        }),
      ),
      whole(
        "key",
        keys,
        admit({ AWS: "*" }, "kms:CreateGrant", "*", {
          StringLike: { "kms:ViaService": "ec2.*.amazonaws.com" },
          Bool: { "kms:GrantIsForAWSResource": "true" },
        }),
      ),
      whole("key", keys, admit("*", "kms:Decrypt", "*", { StringNotEquals: { "aws:PrincipalOrgID": organization } })),
      whole("key", admit(role("app"), ["kms:Encrypt", "kms:Decrypt", "kms:DescribeKey"], "*")),
      whole("key", admit(root, ["kms:List*", "kms:Describe*"], "*"), admit(role("app"), "kms:Decrypt", "*")),
      whole("key", { ...keys, Principal: { Service: "s3.amazonaws.com" } }),
      whole("key", keys, refuse("*", ["kms:PutKeyPolicy"], "*")),
      whole("key", { ...keys, Condition: { Bool: { "aws:ViaAWSService": "true" } } }),
      whole("key", { Effect: "Allow", NotPrincipal: root, Action: "kms:Decrypt", Resource: "*" }, keys),
    ],
    good: [
      whole(
        "key",
        keys,
        admit({ Service: "dnssec-route53.amazonaws.com" }, ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign"], "*"),
        admit({ Service: "dnssec-route53.amazonaws.com" }, "kms:CreateGrant", "*", {
          Bool: { "kms:GrantIsForAWSResource": "true" },
        }),
      ),
      whole(
        "key",
        keys,
        admit(
          { Service: ["s3.amazonaws.com", "sns.amazonaws.com"] },
          ["kms:GenerateDataKey", "kms:Decrypt"],
          "*",
          fromAccount,
        ),
      ),
      whole(
        "key",
        keys,
        admit(
          { AWS: "*" },
          [
            "kms:Encrypt",
            "kms:Decrypt",
            "kms:ReEncrypt*",
            "kms:GenerateDataKey*",
            "kms:CreateGrant",
            "kms:DescribeKey",
          ],
          "*",
          {
            StringEquals: {
              "kms:CallerAccount": account,
              "kms:ViaService": "secretsmanager.eu-central-1.amazonaws.com",
            },
          },
        ),
      ),
      whole(
        "key",
        keys,
        admit({ Service: "logs.eu-central-1.amazonaws.com" }, ["kms:Encrypt*", "kms:Decrypt*"], "*", {
          ArnEquals: { "kms:EncryptionContext:aws:logs:arn": arnOf("logs", "log-group:shop") },
        }),
      ),
      whole(
        "key",
        keys,
        refuse("*", "kms:ScheduleKeyDeletion", "*", { Bool: { "aws:MultiFactorAuthPresent": "false" } }),
      ),
      whole(
        "key",
        keys,
        refuse("*", "kms:*", "*", { StringNotEqualsIfExists: { "aws:PrincipalOrgID": organization } }),
      ),
      whole(
        "key",
        admit({ AWS: [`arn:aws:iam::${account}:role/admin`, `arn:aws:iam::${account}:user/admin`] }, "kms:*", "*"),
      ),
      whole(
        "key",
        admit(role("admin"), ["kms:Put*", "kms:Get*", "kms:Describe*"], "*"),
        admit(role("app"), "kms:Decrypt", "*"),
      ),
      asData("key", { ...keys, Principal: { AWS: notKnown } }),
      asData("key", { ...keys }, admit({ AWS: notKnown }, "kms:Decrypt", "*")),
      whole(
        "key",
        keys,
        admit({ AWS: "arn:aws:iam::222233334444:root" }, ["kms:Encrypt", "kms:Decrypt"], "*", {
          StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" },
        }),
      ),
    ],
  },
  "samples of trusts": {
    bad: [
      github({ StringEquals: { [`${hub}:sub`]: "*" } }),
      github({ StringEquals: { [`${hub}:sub`]: "repo:*" } }),
      github({ StringEquals: { [`${hub}:sub`]: "repo:acme*" } }),
      github({ StringEquals: { [`${hub}:sub`]: "workflow:deploy:repo:acme/shop:ref:refs/heads/main" } }),
      github({ StringLike: { [`${hub}:sub`]: "workflow:*:repo:acme/shop:*" } }),
      github({ StringEquals: { [`${hub}:sub`]: "environment:production" } }),
      github({ StringLike: { [`${hub}:sub`]: "ref:refs/heads/main:*" } }),
      github({ StringEquals: { [`${hub}:ref`]: "refs/heads/main" } }),
      github({ StringLike: { [`${hub}:sub`]: ["repo:acme/shop:*", "repo:*/shop:*"] } }),
      github({ "ForAnyValue:StringLike": { [`${hub}:sub`]: "repo:*:*" } }),
      github({ StringLike: { [`${hub}:sub`]: "repo:acme/shop:*" } }, { StringLike: { [`${hub}:aud`]: "*" } }),
      github({ StringLike: { [`${hub}:sub`]: "repo:acme/shop:*" } }, {}),
      trust(
        assume({ Service: "ec2.amazonaws.com" }),
        assume(
          { Federated: `arn:aws:iam::${account}:oidc-provider/${hub}` },
          undefined,
          "sts:AssumeRoleWithWebIdentity",
        ),
      ),
      trust(assume({ AWS: "*" }, { StringEquals: { "aws:PrincipalArn": "arn:aws:iam::*:role/Admin" } })),
      trust(assume({ AWS: "*" }, { StringEquals: { "aws:PrincipalOrgID": "o-*" } })),
      trust(assume("*", { ArnEquals: { "aws:PrincipalArn": "arn:aws:iam::*" } })),
      trust(
        assume(
          { AWS: "*" },
          { StringEquals: { "sts:ExternalId": "123" }, Bool: { "aws:MultiFactorAuthPresent": "true" } },
        ),
      ),
      trust(
        assume({ AWS: [`arn:aws:iam::${account}:role/a`] }),
        assume("*", undefined, ["sts:AssumeRole", "sts:SetSourceIdentity"]),
      ),
      trust(
        assume(
          { AWS: "*" },
          {
            "ForAllValues:StringEquals": { "aws:PrincipalOrgID": [organization] },
            Null: { "aws:PrincipalOrgPaths": "false" },
          },
        ),
      ),
      trust({ ...assume({ AWS: "*" }), NotAction: "sts:AssumeRoot", Action: undefined }),
    ],
    good: [
      github({ StringLike: { [`${hub}:sub`]: "repo:acme/*:environment:prod" } }),
      github({
        StringEquals: { [`${hub}:sub`]: ["repo:acme/shop:environment:prod", "repo:acme/shop:ref:refs/tags/v1"] },
      }),
      github({ StringLike: { [`${hub}:sub`]: "repository_owner:acme:repository_visibility:private:*" } }),
      github({ StringEquals: { [`${hub}:sub`]: "repo:acme@1234/shop@5678:ref:refs/heads/main" } }),
      github({
        StringLike: { [`${hub}:sub`]: "repo:acme/shop:*" },
        StringEquals: { [`${hub}:repository_owner_id`]: "1234" },
      }),
      github(
        { StringLike: { [`${hub}:sub`]: "repo:acme/shop:*" } },
        { "ForAnyValue:StringEquals": { [`${hub}:aud`]: ["sts.amazonaws.com"] } },
      ),
      github({
        StringEquals: {
          [`${hub}:sub`]: "repo:acme/shop:job_workflow_ref:acme/flows/.github/workflows/deploy.yml@refs/heads/main",
        },
      }),
      trust(
        assume(
          { AWS: "*" },
          {
            ...inOrganization,
            ArnLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/stacksets-exec-*", "arn:aws:iam::*:role/audit"] },
          },
        ),
      ),
      trust(
        assume({ AWS: `arn:aws:iam::${account}:role/audit` }, { StringEquals: { "aws:PrincipalTag/team": "shop" } }, [
          "sts:AssumeRole",
          "sts:TagSession",
        ]),
      ),
      trust(
        assume(
          { AWS: root.AWS },
          { StringLike: { "aws:PrincipalArn": [`arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/*`] } },
        ),
      ),
      trust(
        assume({ Service: "lambda.amazonaws.com" }, { StringEquals: { "aws:SourceAccount": account } }),
        assume({ AWS: role("x").AWS }),
      ),
      trust(assume({ Service: ["apigateway.amazonaws.com", "lambda.amazonaws.com"] })),
      trust(
        assume(
          { Service: "bedrock.amazonaws.com" },
          { ...fromAccount, ArnLike: { "AWS:SourceArn": arnOf("bedrock", "agent/*") } },
        ),
      ),
    ],
  },
};
