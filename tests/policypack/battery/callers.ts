import type { Given } from "../judge.ts";
import { at, holder, holding, one, organization, otherHolders, whole } from "./holders.ts";
import type { Row } from "./row.ts";
import { documentOf } from "./row.ts";
import { account } from "./statements.ts";

const equals = (key: string, value: unknown) => ({ StringEquals: { [key]: value } });
const like = (key: string, value: unknown) => ({ StringLike: { [key]: value } });
const inTrust = (Condition: object): Given[] =>
  one("aws:iam/role:Role", {
    assumeRolePolicy: documentOf([{ Effect: "Allow", Principal: { AWS: "*" }, Action: "sts:AssumeRole", Condition }]),
  });
const inBucket = (Condition: object): Given[] => at("bucket", { Principal: "*", Condition });
const inQueue = (Condition: object): Given[] => at("queue", { Principal: { AWS: "*" }, Condition });

/** What says nothing about whose the caller is, wherever it stands. */
const says = {
  nothing: [
    { NumericLessThan: { "aws:MultiFactorAuthAge": "3600" } },
    { DateLessThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } },
    { DateGreaterThan: { "aws:TokenIssueTime": "2020-01-01T00:00:00Z" } },
    { Bool: { "aws:ViaAWSService": "true" } },
    { Bool: { "aws:PrincipalIsAWSService": "true" } },
    equals("aws:CalledViaFirst", "athena.amazonaws.com"),
    equals("aws:PrincipalType", ["User", "AssumedRole"]),
    like("aws:userid", "*"),
    like("aws:userid", "*:deploy"),
    equals("aws:username", "deploy"),
    equals("aws:referer", "https://shop.example.com/"),
    { StringNotEquals: { "aws:PrincipalAccount": "444455556666" } },
    { StringNotEqualsIfExists: { "aws:PrincipalOrgID": organization } },
    { "ForAnyValue:StringNotEquals": { "aws:PrincipalOrgPaths": `${organization}/r-ab12/` } },
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "*" } },
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-*/r-*/*" } },
    { "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": `${organization}/*` } },
    { "ForAllValues:ArnLike": { "aws:PrincipalArn": `arn:aws:iam::${account}:role/*` } },
    { Null: { "aws:PrincipalArn": "false" } },
    { Null: { "aws:SourceVpce": "false" } },
    { Null: { "aws:PrincipalOrgID": "true" } },
    { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::444455556666:role/*" } },
    like("aws:PrincipalArn", "arn:aws:iam::*"),
    like("aws:PrincipalArn", "arn:aws:sts::*:assumed-role/Admin/*"),
    like("aws:PrincipalArn", `*${account}*`),
    like("aws:PrincipalAccount", "1*"),
    like("aws:PrincipalAccount", "????????????"),
    equals("aws:ResourceAccount", account),
    equals("aws:ResourceOrgID", organization),
    equals("s3:ResourceAccount", account),
    equals("aws:PrincipalAccount", "${aws:PrincipalAccount}"),
    { ArnLike: { "aws:PrincipalArn": "${aws:PrincipalArn}" } },
    equals("aws:PrincipalTag/team", "${aws:ResourceTag/team}"),
    equals("aws:PrincipalTag/organization", organization),
    equals("aws:RequestTag/team", "shop"),
    equals("sts:SourceIdentity", "alice"),
    equals("aws:SourceIdentity", "alice"),
    equals("aws:PrincipalServiceName", "cloudtrail.amazonaws.com"),
    like("aws:PrincipalOrgID", [organization, "*"]),
    like("aws:SourceVpc", "vpc-*"),
    equals("aws:VpcSourceIp", "10.0.0.0/8"),
    { IpAddress: { "aws:VpcSourceIp": "10.0.0.0/8" } },
    { IpAddress: { "aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"] } },
    { IpAddress: { "aws:SourceIp": "::/0" } },
    { IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "2000::/3"] } },
    { IpAddress: { "aws:SourceIp": "128.0.0.0/4" } },
    { IpAddressIfExists: { "aws:SourceIp": "203.0.113.0/24" } },
    { BoolIfExists: { "aws:SecureTransport": "true" } },
    { StringLikeIfExists: { "aws:PrincipalArn": `arn:aws:iam::${account}:role/*` } },
    { NumericGreaterThanEquals: { "s3:TlsVersion": "1.2" } },
    equals("glue:RoleAssumedBy", "glue.amazonaws.com"),
  ],
  /** Who it is, for trusts and resources alike. */
  who: [
    { StringEqualsIgnoreCase: { "aws:PrincipalOrgID": organization } },
    { "ForAnyValue:StringEquals": { "aws:PrincipalOrgPaths": `${organization}/r-ab12/ou-ab12-11111111/` } },
    { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": [`${organization}/*`] } },
    like("aws:PrincipalOrgID", organization),
    { ...equals("aws:PrincipalOrgID", organization), Bool: { "aws:PrincipalIsAWSService": "false" } },
    { ...equals("aws:PrincipalAccount", [account, "222233334444"]), StringLike: { "aws:userid": "*" } },
    like("aws:PrincipalArn", [`arn:aws:iam::${account}:role/team/*`, `arn:aws:iam::${account}:user/*`]),
    { ArnLike: { "AWS:PRINCIPALARN": `arn:aws:iam::${account}:*` } },
    { ArnEquals: { "aws:PrincipalArn": `arn:aws:sts::${account}:assumed-role/shop/one` } },
    { ...equals("aws:PrincipalOrgID", organization), ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/audit" } },
    { ...equals("aws:PrincipalOrgID", organization), IpAddress: { "aws:SourceIp": "0.0.0.0/0" } },
    { ...equals("aws:PrincipalOrgID", organization), StringNotEquals: { "aws:PrincipalAccount": "444455556666" } },
    { ...equals("aws:PrincipalOrgID", organization), Bool: { "aws:MultiFactorAuthPresent": "true" } },
    { StringEquals: { "aws:PrincipalOrgID": organization, "aws:PrincipalTag/team": "shop" } },
  ],
  /** Where from: enough for a resource. */
  place: [
    equals("aws:SourceVpc", ["vpc-0123456789abcdef0", "vpc-0123456789abcdef1"]),
    like("aws:SourceVpce", "vpce-0123456789abcdef0"),
    { ...equals("aws:SourceVpc", "vpc-0123456789abcdef0"), IpAddress: { "aws:VpcSourceIp": "10.0.0.0/8" } },
    { IpAddress: { "aws:SourceIp": ["203.0.113.7", "198.51.100.0/24", "2001:db8:1234::/48"] } },
    equals("aws:VpceOrgID", organization),
    equals("aws:VpceAccount", account),
    equals("aws:SourceOrgID", organization),
    { "ForAnyValue:StringLike": { "aws:SourceOrgPaths": `${organization}/*` } },
    equals("AWS:SourceOwner", account),
  ],
};

const everyHolder = [...Object.values(holder), ...otherHolders];
const allowAll = { Effect: "Allow", Principal: "*" };
const denyUnless = (Action: unknown, Resource: unknown, Condition: object) => ({
  Effect: "Deny",
  Principal: "*",
  Action,
  Resource,
  Condition,
});

/** Who is meant by a star, with a condition or without. */
export const callers: Record<string, Row<Given[]>> = {
  "conditions on callers": {
    bad: says.nothing.flatMap((condition) => [inTrust(condition), inBucket(condition), inQueue(condition)]),
    good: [
      ...says.who.flatMap((condition) => [inTrust(condition), inBucket(condition), inQueue(condition)]),
      ...says.place.flatMap((condition) => [inBucket(condition), inQueue(condition)]),
      at("bucket", { Principal: "*", Condition: equals("s3:DataAccessPointAccount", account) }),
      at("bucket", {
        Principal: { AWS: "*" },
        Condition: { ArnLike: { "s3:DataAccessPointArn": `arn:aws:s3:eu-central-1:${account}:accesspoint/*` } },
      }),
      at("files", {
        Principal: { AWS: "*" },
        Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
        Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
      }),
      at("key", {
        Principal: { AWS: "*" },
        Action: ["kms:*"],
        Condition: equals("kms:CallerAccount", account),
      }),
      at("sink", {
        Principal: "*",
        Action: ["oam:CreateLink", "oam:UpdateLink"],
        Condition: {
          "ForAllValues:StringEquals": { "oam:ResourceTypes": ["AWS::CloudWatch::Metric", "AWS::Logs::LogGroup"] },
          ...equals("aws:PrincipalOrgID", organization),
        },
      }),
    ],
  },
  "every type with a policy": {
    bad: [
      ...everyHolder.map((each) => holding(each, { Principal: "*" })),
      ...everyHolder.map((each) =>
        holding(each, { Principal: { AWS: ["*"] }, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
      ),
      ...everyHolder.map((each) =>
        holding(each, { Effect: "Allow", NotPrincipal: { AWS: `arn:aws:iam::${account}:root` } }),
      ),
    ],
    good: [
      ...everyHolder
        .filter(([type]) => !type.startsWith("aws:kms/"))
        .flatMap((each) => [
          holding(each, { Principal: { AWS: `arn:aws:iam::${account}:role/shop` } }),
          holding(each, { Principal: { AWS: account } }),
          holding(each, { Principal: "*", Condition: equals("aws:PrincipalOrgID", organization) }),
        ]),
    ],
  },
  "all but some denied": {
    bad: [
      whole(
        "bucket",
        { ...allowAll, Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/*" },
        denyUnless("s3:PutObject", "arn:aws:s3:::shop/*", { StringNotEquals: { "aws:PrincipalOrgID": organization } }),
      ),
      whole(
        "bucket",
        { ...allowAll, Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/*" },
        denyUnless("s3:*", "arn:aws:s3:::shop/private/*", {
          StringNotEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" },
        }),
      ),
      whole(
        "bucket",
        {
          ...allowAll,
          Action: ["s3:GetObject", "s3:ListBucket"],
          Resource: ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"],
        },
        denyUnless("s3:*", ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"], { Bool: { "aws:SecureTransport": "false" } }),
      ),
      whole(
        "api",
        { ...allowAll, Action: "execute-api:Invoke", Resource: "execute-api:/*" },
        denyUnless("execute-api:Invoke", "execute-api:/*", { IpAddress: { "aws:SourceIp": "198.51.100.0/24" } }),
      ),
      whole(
        "api",
        { ...allowAll, Action: "execute-api:Invoke", Resource: "execute-api:/*" },
        denyUnless("execute-api:Invoke", "execute-api:/*", {
          StringNotEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0", "aws:PrincipalOrgID": organization },
          Bool: { "aws:SecureTransport": "false" },
        }),
      ),
    ],
    good: [
      whole(
        "api",
        { ...allowAll, Action: "execute-api:Invoke", Resource: ["execute-api:/*"] },
        denyUnless("execute-api:Invoke", ["execute-api:/*"], {
          StringNotEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" },
        }),
      ),
      whole(
        "api",
        { ...allowAll, Action: "execute-api:Invoke", Resource: "execute-api:/*" },
        denyUnless("execute-api:Invoke", "execute-api:/*", {
          NotIpAddress: { "aws:SourceIp": ["203.0.113.0/24", "198.51.100.0/24"] },
        }),
      ),
      whole(
        "bucket",
        { ...allowAll, Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/*" },
        denyUnless("s3:*", ["arn:aws:s3:::shop", "arn:aws:s3:::shop/*"], {
          StringNotEquals: { "aws:PrincipalOrgID": organization },
        }),
      ),
      whole(
        "queue",
        { ...allowAll, Action: "sqs:SendMessage", Resource: "*" },
        denyUnless("sqs:*", "*", { StringNotEquals: { "aws:PrincipalAccount": [account] } }),
      ),
    ],
  },
};
