import { notKnown, type Given } from "../judge.ts";
import { holder, one } from "./holders.ts";
import type { Row } from "./row.ts";
import { account } from "./statements.ts";

const document = (Statement: unknown) => ({ Version: "2012-10-17", Statement });
const inline = (...statements: unknown[]) =>
  one("aws:iam/rolePolicy:RolePolicy", { role: notKnown, policy: document(statements) });
const managed = (...statements: unknown[]) => one("aws:iam/policy:Policy", { policy: document(statements) });
const trust = (statement: object) =>
  one("aws:iam/role:Role", {
    assumeRolePolicy: document([{ Effect: "Allow", Action: "sts:AssumeRole", ...statement }]),
  });
const web = (Condition?: unknown) =>
  trust({
    Principal: { Federated: notKnown },
    Action: "sts:AssumeRoleWithWebIdentity",
    ...(Condition !== undefined && { Condition }),
  });
const at = (place: keyof typeof holder, statement: object): Given[] =>
  one(holder[place][0], {
    [holder[place][1]]: document([{ Effect: "Allow", Action: holder[place][3], Resource: notKnown, ...statement }]),
  });
const key = (...statements: unknown[]) => one("aws:kms/key:Key", { policy: document(statements) });
const root = { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${account}:root` }, Action: "kms:*", Resource: "*" };
const s3 = { Service: "s3.amazonaws.com" };
const github = "token.actions.githubusercontent.com";

const asText = (Principal: unknown, Resource: unknown) =>
  one("aws:s3/bucketPolicy:BucketPolicy", {
    bucket: notKnown,
    policy: JSON.stringify(document([{ Effect: "Allow", Principal, Action: "s3:GetObject", Resource }])),
  });

/** Documents given as data, of which something is made in the same update. */
export const partlyKnown: Record<string, Row<Given[]>> = {
  "documents known in part": {
    bad: [
      inline({ Effect: "Allow", Action: ["s3:GetObject", "iam:*"], Resource: ["*", notKnown] }),
      inline(
        { Effect: "Allow", Action: "s3:GetObject", Resource: notKnown },
        { Effect: "Allow", Action: "*", Resource: "*" },
      ),
      managed(
        { Effect: "Allow", Action: "s3:GetObject", Resource: notKnown },
        { Effect: "Allow", Action: "*", Resource: "*" },
      ),
      inline(notKnown, { Effect: "Allow", Action: "iam:CreateAccessKey", Resource: "*" }),
      trust({ Principal: { AWS: "*" }, Sid: notKnown }),
      trust({ Principal: { AWS: [notKnown, "*"] } }),
      trust({ Principal: "*", Condition: { StringEquals: { "sts:ExternalId": notKnown } } }),
      trust({ Principal: "*", Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": notKnown } } }),
      trust({ Principal: "*", Condition: { StringNotEquals: { "aws:PrincipalArn": notKnown } } }),
      web(),
      web({ StringEquals: { [`${github}:aud`]: "sts.amazonaws.com" } }),
      web({ StringEquals: { [`${github}:aud`]: "sts.amazonaws.com" }, StringLike: { [`${github}:sub`]: "repo:*" } }),
      at("bucket", { Principal: "*" }),
      at("bucket", { Principal: { AWS: "*" }, Resource: [notKnown, notKnown] }),
      at("bucket", { Principal: "*", Condition: { Bool: { "aws:SecureTransport": notKnown } } }),
      at("bucket", { Principal: "*", Condition: { StringLike: { "aws:PrincipalArn": [notKnown, "*"] } } }),
      at("bucket", { Principal: notKnown, Action: undefined, NotAction: "s3:DeleteBucket" }),
      at("queue", { Principal: s3 }),
      at("queue", { Principal: s3, Condition: { ArnLike: { "aws:SourceArn": [notKnown, "arn:aws:s3:::*"] } } }),
      key(root, { Effect: "Allow", Principal: "*", Action: "kms:Decrypt", Resource: notKnown }),
      key({ Effect: "Allow", Principal: { AWS: notKnown }, Action: "kms:Decrypt", Resource: "*" }),
      asText("*", `arn:aws:s3:::${notKnown}/*`),
      asText({ AWS: [notKnown, "*"] }, notKnown),
    ],
    good: [
      inline({ Effect: "Allow", Action: "s3:GetObject", Resource: notKnown }),
      inline({ Effect: "Allow", Action: ["s3:*"], Resource: [notKnown, notKnown] }),
      inline({
        Effect: "Allow",
        Action: ["sqs:SendMessage", "dynamodb:PutItem"],
        Resource: [notKnown, `arn:aws:sqs:eu-central-1:${account}:a`],
      }),
      inline({
        Effect: "Allow",
        Action: "iam:PassRole",
        Resource: notKnown,
        Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
      }),
      inline({ Effect: "Allow", Action: "sts:AssumeRole", Resource: notKnown }),
      inline({ Effect: "Allow", Action: "kms:Decrypt", Resource: notKnown, Sid: notKnown }),
      inline(notKnown),
      inline({ Effect: notKnown, Action: "*", Resource: "*" }),
      inline({ Effect: "Allow", Action: notKnown, Resource: "*" }),
      one("aws:iam/rolePolicy:RolePolicy", { role: "r", policy: { Version: "2012-10-17", Statement: notKnown } }),
      managed({ Effect: "Allow", Action: "s3:PutObject", Resource: notKnown }),
      trust({ Principal: { AWS: notKnown } }),
      trust({ Principal: notKnown }),
      trust({ Principal: { AWS: "*" }, Condition: { StringEquals: { "aws:PrincipalOrgID": notKnown } } }),
      trust({ Principal: { AWS: "*" }, Condition: { ArnLike: { "aws:PrincipalArn": notKnown } } }),
      trust({ Principal: { AWS: "*" }, Condition: notKnown }),
      trust({ Principal: { AWS: notKnown }, Condition: { StringEquals: { "sts:ExternalId": notKnown } } }),
      trust({ Principal: { Service: notKnown } }),
      web(notKnown),
      web({ StringEquals: notKnown }),
      web({ StringEquals: { [`${github}:aud`]: "sts.amazonaws.com" }, StringLike: { [`${github}:sub`]: notKnown } }),
      web({
        StringEquals: { [`${github}:aud`]: "sts.amazonaws.com", [`${github}:sub`]: "repo:acme/shop:environment:prod" },
      }),
      asText({ AWS: notKnown }, `arn:aws:s3:::${notKnown}/*`),
      one("aws:s3/bucketPolicy:BucketPolicy", { policy: `{"Version": ${notKnown}` }),
      at("bucket", { Principal: { AWS: notKnown } }),
      at("bucket", { Principal: "*", Condition: { StringEquals: { "aws:SourceVpce": notKnown } } }),
      at("bucket", {
        Principal: { Service: "cloudfront.amazonaws.com" },
        Condition: { StringEquals: { "AWS:SourceArn": notKnown } },
      }),
      at("queue", { Principal: s3, Condition: { ArnEquals: { "aws:SourceArn": notKnown } } }),
      at("queue", { Principal: "*", Condition: { ArnEquals: { "aws:SourceArn": notKnown } } }),
      at("topic", { Principal: s3, Condition: { StringEquals: { "aws:SourceAccount": [notKnown] } } }),
      at("queue", { Effect: "Deny", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
      key({ ...root, Principal: { AWS: notKnown } }),
      key(
        { ...root, Principal: notKnown },
        { Effect: "Allow", Principal: { AWS: notKnown }, Action: "kms:Decrypt", Resource: "*" },
      ),
      key(notKnown, { Effect: "Allow", Principal: { AWS: notKnown }, Action: "kms:Decrypt", Resource: "*" }),
    ],
  },
};
