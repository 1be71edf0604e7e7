import { notKnown, type Given, type Pack } from "../judge.ts";
import { admit, arnOf, asData, at, inOrganization, one, refuse, role, root, whole } from "./holders.ts";
import type { Row } from "./row.ts";
import { documentOf } from "./row.ts";
import { account } from "./statements.ts";

const other = "444455556666";
const trust = (Principal: unknown, Condition?: object): Given[] =>
  one("aws:iam/role:Role", {
    assumeRolePolicy: documentOf([
      { Effect: "Allow", Principal, Action: "sts:AssumeRole", ...(Condition && { Condition }) },
    ]),
  });
const permission = (props: object) =>
  one("aws:lambda/permission:Permission", { function: "shop", action: "lambda:InvokeFunction", ...props });
const key = (...statements: object[]) => one("aws:kms/key:Key", { policy: documentOf(statements) });
const keys = admit(root, "kms:*", "*");
const accounts = (ids: string[]): Pack => ({ config: { "trust-account": { ownAccounts: ids } } });
const organization = (id: string): Pack => ({ config: { "trust-account": { organizationId: id } } });
const parties = (...list: [string, string][]): Pack => ({
  config: {
    "trust-account": {
      ownAccounts: [account],
      trustedThirdParties: list.map(([id, externalId]) => ({ account: id, externalId })),
    },
  },
});
const id = ["AK", "IAI44QH8DHB", "7SHOPKE"].join("");
const secret = ["wJalrXUtnFEMI/K7MDENG/", "bPxRfiCYzSHOPSHOPK"].join("");

/** Some of everything, with what the pack is told. */
export const mixed: Record<string, Row<Given[]> & { pack: Pack }> = {
  "told only the own accounts": {
    pack: accounts([account, "222233334444"]),
    bad: [
      trust({ AWS: `arn:aws:iam::${other}:root` }),
      trust({ AWS: `arn:aws:iam::${other}:role/x` }, { StringEquals: { "sts:ExternalId": "x" } }),
      trust({ AWS: [`arn:aws:iam::${account}:root`, other] }),
      trust({ AWS: "*" }, { StringEquals: { "aws:PrincipalAccount": [other] } }),
      trust({ AWS: "*" }, { StringLike: { "aws:PrincipalArn": `arn:aws:iam::${other}:role/ci-*` } }),
      at("secret", { Principal: { AWS: [`arn:aws:iam::${other}:role/a`, `arn:aws:iam::${account}:role/a`] } }),
      at("bus", { Principal: { AWS: `arn:aws:iam::${other}:root` } }),
      at("topic", { Principal: "*", Condition: { StringEquals: { "AWS:SourceOwner": other } } }),
      at("topic", { Principal: "*", Condition: { StringEquals: { "aws:SourceAccount": [account, other] } } }),
      at("queue", { Principal: "*", Condition: { ArnLike: { "aws:SourceArn": `arn:aws:sns:*:${other}:*` } } }),
      key(
        keys,
        admit({ AWS: other }, ["kms:Decrypt", "kms:DescribeKey"], "*", {
          StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" },
        }),
      ),
      key(keys, admit("*", "kms:Decrypt", "*", { StringEquals: { "kms:CallerAccount": [account, other] } })),
      key(admit({ AWS: other }, "kms:*", "*")),
      permission({ principal: other, action: "lambda:*" }),
      permission({ principal: "events.amazonaws.com", sourceArn: arnOf("events", "rule/x").replace(account, other) }),
      one("aws:cloudwatch/eventPermission:EventPermission", {
        statementId: "s",
        principal: other,
        action: "events:PutEvents",
      }),
      one("aws:ecr/registryPolicy:RegistryPolicy", {
        policy: documentOf([
          admit({ AWS: `arn:aws:iam::${other}:root` }, ["ecr:ReplicateImage"], arnOf("ecr", "repository/*")),
        ]),
      }),
      one("aws:rds/clusterSnapshot:ClusterSnapshot", { sharedAccounts: [account, other] }),
      one("aws:ssm/document:Document", { permissions: { type: "Share", account_ids: `${account},${other}` } }),
      one("aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple", {
        principalArn: `arn:aws:iam::${other}:root`,
      }),
      one("aws:ram/principalAssociation:PrincipalAssociation", { principal: `arn:aws:iam::${other}:role/x` }),
      one("aws:s3/bucketPolicy:BucketPolicy", {
        policy: { Version: "2012-10-17", Statement: [admit({ AWS: [notKnown, other] }, "s3:GetObject", notKnown)] },
      }),
    ],
    good: [
      trust({ AWS: "arn:aws:iam::222233334444:root" }, { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
      trust({ AWS: "arn:aws:sts::222233334444:assumed-role/ci/run" }),
      trust({ AWS: "*" }, { StringEquals: { "aws:PrincipalAccount": [account, "222233334444"] } }),
      trust({ AWS: "*" }, inOrganization),
      trust({ Service: "lambda.amazonaws.com" }),
      at("secret", { Principal: { AWS: `arn:aws:iam::222233334444:role/a` } }),
      at("topic", { Principal: "*", Condition: { StringEquals: { "AWS:SourceOwner": "222233334444" } } }),
      at("queue", {
        Principal: { Service: "s3.amazonaws.com" },
        Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:s3:::shop" } },
      }),
      at("bucket", { Principal: { AWS: "arn:aws:iam::127311923021:root" }, Action: "s3:PutObject" }),
      at("bucket", {
        Principal: { CanonicalUser: "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" },
      }),
      key(keys, admit({ AWS: "222233334444" }, "kms:Decrypt", "*")),
      key(keys, admit("*", "kms:Decrypt", "*", { StringEquals: { "kms:CallerAccount": "222233334444" } })),
      permission({ principal: "222233334444" }),
      permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::shop", sourceAccount: notKnown }),
      one("aws:ram/principalAssociation:PrincipalAssociation", { principal: "222233334444" }),
      one("aws:ssm/document:Document", { permissions: { type: "Share", account_ids: "222233334444" } }),
    ],
  },
  "told only the organization": {
    pack: organization("o-a1b2c3d4e5"),
    bad: [
      trust({ AWS: "*" }, { StringEquals: { "aws:PrincipalOrgID": "o-zzzzzzzzzz" } }),
      trust(
        { AWS: "*" },
        { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/*", "o-zzzzzzzzzz/*"] } },
      ),
      at("bucket", { Principal: "*", Condition: { StringEquals: { "aws:PrincipalOrgID": ["o-zzzzzzzzzz"] } } }),
      at("queue", {
        Principal: { Service: "sns.amazonaws.com" },
        Condition: { StringEquals: { "aws:SourceOrgID": "o-zzzzzzzzzz" } },
      }),
      permission({ principal: "*", principalOrgId: "o-zzzzzzzzzz" }),
      one("aws:ram/principalAssociation:PrincipalAssociation", {
        principal: "arn:aws:organizations::444455556666:organization/o-zzzzzzzzzz",
      }),
      one("aws:ec2/amiLaunchPermission:AmiLaunchPermission", {
        imageId: "i",
        organizationArn: "arn:aws:organizations::444455556666:organization/o-zzzzzzzzzz",
      }),
      one("aws:lambda/layerVersionPermission:LayerVersionPermission", {
        principal: "*",
        organizationId: "o-zzzzzzzzzz",
        action: "lambda:GetLayerVersion",
        layerName: "l",
        statementId: "s",
        versionNumber: 1,
      }),
    ],
    good: [
      trust({ AWS: "*" }, inOrganization),
      trust({ AWS: `arn:aws:iam::${other}:root` }, inOrganization),
      trust({ AWS: `arn:aws:iam::${other}:role/x` }),
      at("bucket", { Principal: "*", Condition: inOrganization }),
      at("bucket", { Principal: { AWS: other } }),
      at("queue", {
        Principal: { Service: "sns.amazonaws.com" },
        Condition: { StringEquals: { "aws:SourceOrgID": "o-a1b2c3d4e5" } },
      }),
      permission({ principal: "*", principalOrgId: "o-a1b2c3d4e5" }),
      one("aws:ram/principalAssociation:PrincipalAssociation", {
        principal: `arn:aws:organizations::${account}:ou/o-a1b2c3d4e5/ou-ab12-11111111`,
      }),
    ],
  },
  "told third parties": {
    pack: parties(["999988887777", "shop-7f3a"], ["888877776666", "other-id"]),
    bad: [
      trust({ AWS: "arn:aws:iam::999988887777:root" }),
      trust({ AWS: "arn:aws:iam::999988887777:role/collector" }, { Bool: { "aws:MultiFactorAuthPresent": "true" } }),
      trust({ AWS: "999988887777" }, { StringEquals: { "sts:ExternalId": "other-id" } }),
      trust({ AWS: "999988887777" }, { StringLike: { "sts:ExternalId": "shop-*" } }),
      trust({ AWS: "999988887777" }, { StringNotEquals: { "sts:ExternalId": "shop-7f3a" } }),
      trust({ AWS: "999988887777" }, { "ForAllValues:StringEquals": { "sts:ExternalId": "shop-7f3a" } }),
      trust({ AWS: ["999988887777", "888877776666"] }, { StringEquals: { "sts:ExternalId": "shop-7f3a" } }),
      trust({ AWS: "777766665555" }, { StringEquals: { "sts:ExternalId": "shop-7f3a" } }),
      trust({ AWS: "999988887777" }, { StringEquals: { "sts:ExternalId": ["shop-7f3a", "guess"] } }),
    ],
    good: [
      trust({ AWS: "arn:aws:iam::999988887777:root" }, { StringEquals: { "sts:ExternalId": "shop-7f3a" } }),
      trust({ AWS: "arn:aws:iam::999988887777:role/collector" }, { StringEquals: { "STS:ExternalID": ["shop-7f3a"] } }),
      trust({ AWS: "888877776666" }, { StringLike: { "sts:ExternalId": "other-id" } }),
      trust(
        { AWS: "999988887777" },
        { "ForAnyValue:StringEquals": { "sts:ExternalId": "shop-7f3a" }, Bool: { "aws:SecureTransport": "true" } },
      ),
      trust({ AWS: account }),
      trust({ AWS: role("x").AWS }, { StringEquals: { "sts:ExternalId": "anything" } }),
      at("bucket", { Principal: { AWS: "arn:aws:iam::999988887777:root" } }),
    ],
  },
  "told nothing": {
    pack: {},
    bad: [
      permission({ principal: "*", sourceAccount: "" }),
      permission({ principal: "*", principalOrgId: "*" }),
      permission({ principal: "sns.amazonaws.com", sourceArn: "arn:aws:sns:*:*:orders" }),
      permission({ principal: "sqs.amazonaws.com" }),
      permission({ principal: "kafka.amazonaws.com", sourceArn: "arn:aws:kafka:*" }),
      permission({ principal: "s3.amazonaws.com.cn" }),
      permission({ principal: "states.amazonaws.com", qualifier: "live" }),
      permission({ principal: "vpc-lattice.amazonaws.com" }),
      permission({ principal: "delivery.logs.amazonaws.com", sourceArn: "*" }),
      permission({ principal: "*", invokedViaFunctionUrl: true }),
      one("aws:lambda/functionUrl:FunctionUrl", {
        functionName: "f",
        qualifier: "live",
        authorizationType: "NONE",
        invokeMode: "RESPONSE_STREAM",
      }),
      one("aws:s3/bucketV2:BucketV2", { policy: documentOf(admit("*", "s3:GetObject", "arn:aws:s3:::b/*")) }),
      one("aws:s3/bucketAclV2:BucketAclV2", { bucket: notKnown, acl: "public-read-write" }),
      one("aws:s3/bucket:Bucket", { acl: "public-read", website: { indexDocument: "index.html" } }),
      one("aws:s3/bucketObjectv2:BucketObjectv2", {
        bucket: "b",
        key: "index.html",
        acl: "public-read",
        contentType: "text/html",
      }),
      one("aws:sqs/queue:Queue", {
        policy: JSON.stringify({
          Statement: { Effect: "Allow", Principal: { AWS: "*" }, Action: "SQS:SendMessage", Resource: "*" },
        }),
      }),
      one("aws:secretsmanager/secret:Secret", {
        policy: `{"Version":"2008-10-17","Statement":[{"Effect":"Allow","Principal":"\\u002a","Action":"secretsmanager:*","Resource":"*"}]}`,
      }),
      one("aws:opensearch/domain:Domain", {
        accessPolicies: documentOf(admit({ AWS: "*" }, "es:*", "*")),
        vpcOptions: null,
      }),
      one("aws:opensearch/domain:Domain", {
        accessPolicies: documentOf(admit({ AWS: "*" }, "es:*", "*")),
        vpcOptions: {},
      }),
      one("aws:apigateway/restApi:RestApi", {
        endpointConfiguration: { types: "PRIVATE" },
        policy: documentOf(admit("*", "execute-api:Invoke", "*")),
      }),
      one("aws:glacier/vault:Vault", {
        accessPolicy: documentOf(
          admit("*", ["glacier:InitiateJob", "glacier:GetJobOutput"], arnOf("glacier", "vaults/v")),
        ),
      }),
      one("aws:efs/fileSystemPolicy:FileSystemPolicy", {
        fileSystemId: "f",
        policy: documentOf(
          admit({ AWS: "*" }, "elasticfilesystem:ClientMount", "*", {
            Bool: { "elasticfilesystem:AccessedViaMountTarget": "false" },
          }),
        ),
      }),
      one("aws:ecs/taskDefinition:TaskDefinition", {
        containerDefinitions: JSON.stringify([{ environment: [{ name: "AWS_SECRET_KEY", value: secret }] }]),
      }),
      one("aws:lambda/function:Function", {
        environment: { variables: { URL: `https://user:pw@example.com/?key=${id}` } },
      }),
      one("aws:ec2/launchTemplate:LaunchTemplate", {
        userData: Buffer.from(
          `#cloud-config\nwrite_files:\n- content: |\n    [default]\n    aws_access_key_id = ${id}\n    aws_secret_access_key = ${secret}\n`,
        ).toString("base64"),
      }),
      one("aws:ssm/parameter:Parameter", { type: "StringList", value: `a,${id}` }),
      one("aws:apigateway/stage:Stage", { variables: { key: id } }),
      one("aws:cloudwatch/eventTarget:EventTarget", { input: JSON.stringify({ token: id }) }),
      one("aws:ec2/instance:Instance", { tags: { Name: "x" }, userData: `export AWS_SECRET_ACCESS_KEY="${secret}"` }),
      one("aws:mwaa/environment:Environment", { airflowConfigurationOptions: { "core.aws_access_key_id": id } }),
      one("aws:cloudformation/stack:Stack", {
        templateBody: JSON.stringify({ Resources: { F: { Properties: { Environment: { Variables: { K: id } } } } } }),
      }),
      one("aws:kms/replicaKey:ReplicaKey", { primaryKeyArn: "a", policy: documentOf(admit("*", "kms:*", "*")) }),
      key(keys, refuse({ AWS: "*" }, "kms:*", "*")),
      key({ ...keys, Action: "kms:?ecrypt" }),
      asData("key", admit({ AWS: notKnown }, ["kms:Encrypt"], "*")),
      whole("bucket", { Sid: notKnown, ...admit({ AWS: "*" }, ["s3:*"], ["arn:aws:s3:::b", "arn:aws:s3:::b/*"]) }),
    ],
    good: [
      permission({ principal: "sqs.amazonaws.com", sourceArn: arnOf("sqs", "orders") }),
      permission({ principal: "kafka.amazonaws.com", sourceArn: arnOf("kafka", "cluster/shop/1") }),
      permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws-cn:s3:::shop", sourceAccount: account }),
      permission({ principal: "vpc-lattice.amazonaws.com", sourceArn: arnOf("vpc-lattice", "targetgroup/tg-1") }),
      permission({ principal: role("x").AWS, qualifier: "live" }),
      permission({ principal: "events.amazonaws.com", sourceArn: notKnown, function: notKnown }),
      permission({ principal: "cloudwatch.amazonaws.com", sourceArn: arnOf("cloudwatch", "alarm:x") }),
      permission({
        principal: "lambda.alarms.cloudwatch.amazonaws.com",
        sourceArn: arnOf("cloudwatch", "alarm:x"),
        sourceAccount: account,
      }),
      permission({
        principal: "apigateway.amazonaws.com",
        sourceArn: `arn:aws:execute-api:us-gov-west-1:${account}:a/*/*/*`,
      }),
      one("aws:s3/bucketObject:BucketObject", { bucket: "b", key: "k", acl: notKnown }),
      one("aws:s3/bucket:Bucket", { acl: notKnown, grants: notKnown, policy: notKnown }),
      one("aws:ec2/amiLaunchPermission:AmiLaunchPermission", { imageId: notKnown, accountId: notKnown }),
      one("aws:rds/snapshot:Snapshot", { sharedAccounts: [notKnown] }),
      one("aws:kms/grant:Grant", { granteePrincipal: notKnown, keyId: notKnown, operations: ["Decrypt"] }),
      one("aws:cloudwatch/eventPermission:EventPermission", { statementId: "s", principal: notKnown }),
      one("aws:cloudwatch/eventPermission:EventPermission", {
        statementId: "s",
        principal: "*",
        condition: { key: "aws:PrincipalOrgID", type: "StringEquals", value: notKnown },
      }),
      one("aws:cloudwatch/eventPermission:EventPermission", { statementId: "s", principal: "*", condition: notKnown }),
      one("aws:sns/topic:Topic", { name: "t", kmsMasterKeyId: "alias/aws/sns" }),
      one("aws:sqs/queue:Queue", {
        redriveAllowPolicy: JSON.stringify({ redrivePermission: "byQueue", sourceQueueArns: [arnOf("sqs", "a")] }),
      }),
      one("aws:ecr/repository:Repository", { name: "r", imageScanningConfiguration: { scanOnPush: true } }),
      one("aws:apigateway/restApi:RestApi", { name: "a" }),
      one("aws:opensearch/domain:Domain", { domainName: "d", accessPolicies: notKnown }),
      one("aws:organizations/policy:Policy", {
        content: documentOf([{ Effect: "Allow", Action: "*", Resource: "*" }]),
      }),
      one("aws:organizations/policy:Policy", {
        type: "RESOURCE_CONTROL_POLICY",
        content: documentOf([
          refuse("*", "s3:*", "*", { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
        ]),
      }),
      one("aws:iot/policy:Policy", {
        policy: documentOf([
          {
            Effect: "Allow",
            Action: "iot:Connect",
            Resource: arnOf("iot", "client/${iot:Connection.Thing.ThingName}"),
          },
        ]),
      }),
      one("aws:verifiedaccess/group:Group", {
        policyDocument: 'permit(principal, action, resource) when { context.identity.groups.contains("a") };',
      }),
      one("aws:ec2/keyPair:KeyPair", { publicKey: notKnown }),
      one("aws:lambda/function:Function", {
        environment: { variables: { TOKEN: notKnown, KEY_ID: "alias/shop", PREFIX: "AKIA" } },
      }),
      one("aws:ssm/parameter:Parameter", { type: "SecureString", value: notKnown }),
      one("aws:cloudfront/publicKey:PublicKey", {
        encodedKey: "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n",
      }),
      key(
        keys,
        refuse("*", ["kms:DisableKey", "kms:ScheduleKeyDeletion"], "*", {
          ArnNotLike: { "aws:PrincipalArn": role("admin").AWS },
        }),
      ),
      whole(
        "bucket",
        admit(role("a"), ["s3:GetObject*", "s3:List*"], ["arn:aws:s3:::b", "arn:aws:s3:::b/*"]),
        refuse("*", "s3:*", ["arn:aws:s3:::b", "arn:aws:s3:::b/*"], {
          ArnNotEquals: { "aws:PrincipalArn": [role("a").AWS, root.AWS] },
        }),
      ),
    ],
  },
};
