import type { Given } from "../judge.ts";
import { at, one } from "./holders.ts";
import type { Row } from "./row.ts";
import { documentOf } from "./row.ts";
import { account } from "./statements.ts";

/** What the pack is told in these cases. */
export const told = {
  "trust-account": {
    organizationId: "o-a1b2c3d4e5",
    ownAccounts: [account, "222233334444"],
    trustedThirdParties: [{ account: "999988887777", externalId: "shop-7f3a" }],
  },
};

const other = "444455556666";
const trust = (Principal: unknown, Condition?: object): Given[] =>
  one("aws:iam/role:Role", {
    assumeRolePolicy: documentOf([
      { Effect: "Allow", Principal, Action: "sts:AssumeRole", ...(Condition && { Condition }) },
    ]),
  });
const rootOf = (id: string) => ({ AWS: `arn:aws:iam::${id}:root` });
const roleOf = (id: string) => ({ AWS: `arn:aws:iam::${id}:role/partner` });
const external = (value: unknown) => ({ StringEquals: { "sts:ExternalId": value } });
const orgId = (value: unknown) => ({ StringEquals: { "aws:PrincipalOrgID": value } });
const permission = (props: object) =>
  one("aws:lambda/permission:Permission", { action: "lambda:InvokeFunction", function: "shop", ...props });
const key = (Principal: unknown, Condition?: object): Given[] =>
  one("aws:kms/key:Key", {
    policy: documentOf([
      { Effect: "Allow", Principal: rootOf(account), Action: "kms:*", Resource: "*" },
      { Effect: "Allow", Principal, Action: "kms:Decrypt", Resource: "*", ...(Condition && { Condition }) },
    ]),
  });

/** Where the pack knows whose accounts are whose. */
export const knownAccounts: Record<string, Row<Given[]>> = {
  "accounts of others in trusts": {
    bad: [
      trust(rootOf(other)),
      trust(roleOf(other)),
      trust({ AWS: other }),
      trust({ AWS: [`arn:aws:iam::${account}:role/a`, `arn:aws:iam::${other}:root`] }),
      trust(rootOf(other), external("x")),
      trust(rootOf(other), { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
      trust(rootOf("999988887777")),
      trust(roleOf("999988887777")),
      trust(rootOf("999988887777"), external("another")),
      trust(rootOf("999988887777"), { StringLike: { "sts:ExternalId": "*" } }),
      trust(rootOf("999988887777"), { StringEqualsIfExists: { "sts:ExternalId": "shop-7f3a" } }),
      trust(rootOf("999988887777"), external(["shop-7f3a", ""])),
      trust({ AWS: "*" }, orgId("o-zzzzzzzzzz")),
      trust({ AWS: "*" }, orgId(["o-a1b2c3d4e5", "o-zzzzzzzzzz"])),
      trust({ AWS: "*" }, { StringEquals: { "aws:PrincipalAccount": other } }),
      trust({ AWS: "*" }, { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${other}:role/*` } }),
      trust({ AWS: "*" }, { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-zzzzzzzzzz/*" } }),
      trust({ AWS: `arn:aws:sts::${other}:assumed-role/partner/x` }),
    ],
    good: [
      trust(rootOf(account)),
      trust(rootOf("222233334444")),
      trust(roleOf("222233334444")),
      trust({ AWS: "222233334444" }, { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
      trust(rootOf("999988887777"), external("shop-7f3a")),
      trust(roleOf("999988887777"), external("shop-7f3a")),
      trust({ AWS: "*" }, orgId("o-a1b2c3d4e5")),
      trust({ AWS: "*" }, { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } }),
      trust({ AWS: "*" }, { StringEquals: { "aws:PrincipalAccount": [account, "222233334444"] } }),
      trust(rootOf(other), orgId("o-a1b2c3d4e5")),
      trust({ Service: "ec2.amazonaws.com" }),
    ],
  },
  "accounts of others at resources": {
    bad: [
      at("bucket", { Principal: rootOf(other) }),
      at("bucket", { Principal: roleOf(other) }),
      at("bucket", { Principal: { AWS: [account, other] } }),
      at("bucket", { Principal: "*", Condition: orgId("o-zzzzzzzzzz") }),
      at("bucket", { Principal: "*", Condition: { StringEquals: { "aws:PrincipalAccount": [account, other] } } }),
      at("bucket", { Principal: "*", Condition: { StringEquals: { "aws:SourceAccount": other } } }),
      at("queue", {
        Principal: { Service: "sns.amazonaws.com" },
        Condition: { ArnEquals: { "aws:SourceArn": `arn:aws:sns:eu-central-1:${other}:theirs` } },
      }),
      at("topic", { Principal: { AWS: other }, Action: "sns:Subscribe" }),
      at("secret", { Principal: roleOf(other) }),
      at("repository", { Principal: rootOf(other) }),
      at("table", { Principal: rootOf(other) }),
      at("vault", { Principal: rootOf(other) }),
      at("bus", { Principal: { AWS: other } }),
      at("function", { Principal: rootOf(other) }),
      key(rootOf(other)),
      key("*", { StringEquals: { "kms:CallerAccount": other } }),
      permission({ principal: other }),
      permission({ principal: `arn:aws:iam::${other}:role/partner` }),
      permission({ principal: "*", principalOrgId: "o-zzzzzzzzzz" }),
      permission({ principal: "sns.amazonaws.com", sourceArn: `arn:aws:sns:eu-central-1:${other}:theirs` }),
      permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::theirs", sourceAccount: other }),
      one("aws:kms/grant:Grant", {
        keyId: "k",
        granteePrincipal: `arn:aws:iam::${other}:role/partner`,
        operations: ["Decrypt"],
      }),
      one("aws:cloudwatch/eventPermission:EventPermission", { statementId: "s", principal: other }),
      one("aws:lambda/layerVersionPermission:LayerVersionPermission", {
        layerName: "l",
        versionNumber: 1,
        statementId: "s",
        action: "lambda:GetLayerVersion",
        principal: other,
      }),
      one("aws:ec2/amiLaunchPermission:AmiLaunchPermission", { imageId: "ami-1", accountId: other }),
      one("aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission", {
        snapshotId: "snap-1",
        accountId: other,
      }),
      one("aws:rds/snapshot:Snapshot", { sharedAccounts: [other] }),
      one("aws:ram/principalAssociation:PrincipalAssociation", { resourceShareArn: "r", principal: other }),
      one("aws:kms/key:Key", {
        policy: documentOf([{ Effect: "Allow", Principal: rootOf(other), Action: "kms:*", Resource: "*" }]),
      }),
    ],
    good: [
      at("bucket", { Principal: rootOf("222233334444") }),
      at("bucket", { Principal: "*", Condition: orgId("o-a1b2c3d4e5") }),
      at("bucket", { Action: "s3:PutObject", Principal: rootOf("054676820928") }),
      at("bucket", { Principal: rootOf(other), Condition: orgId("o-a1b2c3d4e5") }),
      at("bucket", { Effect: "Deny", Principal: rootOf(other) }),
      at("bucket", { Principal: { AWS: "arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1" } }),
      at("repository", { Principal: { AWS: [account, "222233334444"] } }),
      at("queue", {
        Principal: { Service: "sns.amazonaws.com" },
        Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-central-1:222233334444:orders" } },
      }),
      at("bus", { Principal: { AWS: "222233334444" } }),
      key(rootOf("222233334444")),
      key("*", orgId("o-a1b2c3d4e5")),
      permission({ principal: "222233334444" }),
      permission({ principal: "*", principalOrgId: "o-a1b2c3d4e5" }),
      one("aws:kms/grant:Grant", {
        keyId: "k",
        granteePrincipal: `arn:aws:iam::${account}:role/shop`,
        operations: ["Decrypt"],
      }),
      one("aws:ec2/amiLaunchPermission:AmiLaunchPermission", { imageId: "ami-1", accountId: "222233334444" }),
      one("aws:rds/snapshot:Snapshot", { sharedAccounts: ["222233334444"] }),
      one("aws:cloudwatch/eventPermission:EventPermission", { statementId: "s", principal: account }),
    ],
  },
};
