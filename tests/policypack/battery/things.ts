import { notKnown, type Given } from "../judge.ts";
import type { Row } from "./row.ts";
import { documentOf } from "./row.ts";
import { account } from "./statements.ts";

const one = (type: string, props: Record<string, unknown> = {}): Given[] => [{ type, name: "held", props }];
const trust = documentOf([{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }]);
const managed = (name: string, partition = "aws") => `arn:${partition}:iam::aws:policy/${name}`;
const onRole = (policyArn: string) =>
  one("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: "shop", policyArn });
const onSet = (managedPolicyArn: string) =>
  one("aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment", {
    instanceArn: "i",
    permissionSetArn: "p",
    managedPolicyArn,
  });
const permission = (props: object) =>
  one("aws:lambda/permission:Permission", { action: "lambda:InvokeFunction", function: "shop", ...props });
const variables = (value: Record<string, string>) =>
  one("aws:lambda/function:Function", { role: `arn:aws:iam::${account}:role/shop`, environment: { variables: value } });
const small = documentOf([{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::shop/*" }]);
// Put together, so that nobody's scanner takes them for real ones.
const id = ["AK", "IAIOSFODNN7", "EXAMPLE"].join("");
const secret = ["wJalrXUtnFEMI/K7MDENG/", "bPxRfiCYEXAMPLEKEY"].join("");
const pem = ["-----BEGIN RSA PRI", "VATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----"].join("");

const everything = { Effect: "Allow", Action: "*", Resource: "*" };

/** Users, keys, groups, attachments, permissions of functions. */
export const things: Record<string, Row<Given[]>> = {
  "user-exists": {
    bad: [
      one("aws:iam/user:User", { name: "alice" }),
      one("aws:iam/user:User", {}),
      one("aws:iam/user:User", { name: "break-glass", tags: { breakGlass: "true" } }),
      one("aws:iam/user:User", { name: "ci", path: "/system/", permissionsBoundary: managed("ReadOnlyAccess") }),
      one("aws:iam/userLoginProfile:UserLoginProfile", { user: "alice" }),
      one("aws:iam/userLoginProfile:UserLoginProfile", {
        user: "alice",
        pgpKey: "keybase:alice",
        passwordResetRequired: true,
      }),
      one("aws:iam/userPolicy:UserPolicy", { user: "alice", policy: small }),
      one("aws:iam/userPolicyAttachment:UserPolicyAttachment", { user: "alice", policyArn: managed("ReadOnlyAccess") }),
      one("aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", {
        userName: "alice",
        policyArns: [managed("ReadOnlyAccess")],
      }),
      one("aws:iam/userPoliciesExclusive:UserPoliciesExclusive", { userName: "alice", policyNames: ["a"] }),
      one("aws:iam/policyAttachment:PolicyAttachment", { policyArn: managed("ReadOnlyAccess"), users: ["alice"] }),
      one("aws:iam/group:Group", { name: "admins" }),
      one("aws:iam/groupMembership:GroupMembership", { group: "admins", users: ["alice"], name: "m" }),
      one("aws:iam/userGroupMembership:UserGroupMembership", { user: "alice", groups: ["admins"] }),
    ],
    good: [
      one("aws:iam/role:Role", { assumeRolePolicy: trust }),
      one("aws:ssoadmin/permissionSet:PermissionSet", { name: "Developer", instanceArn: "i" }),
      one("aws:ssoadmin/accountAssignment:AccountAssignment", {
        instanceArn: "i",
        permissionSetArn: "p",
        principalId: "g",
        principalType: "GROUP",
        targetId: account,
        targetType: "AWS_ACCOUNT",
      }),
      one("aws:identitystore/user:User", {
        userName: "alice",
        displayName: "Alice",
        identityStoreId: "d-1",
        name: { familyName: "A", givenName: "A" },
      }),
      one("aws:identitystore/group:Group", { displayName: "developers", identityStoreId: "d-1" }),
      one("aws:cognito/userPool:UserPool", { name: "customers" }),
      one("aws:cognito/userGroup:UserGroup", { name: "customers", userPoolId: "p" }),
      one("aws:iam/policyAttachment:PolicyAttachment", { policyArn: managed("ReadOnlyAccess"), roles: ["shop"] }),
      one("aws:transfer/user:User", { serverId: "s", userName: "bob", role: `arn:aws:iam::${account}:role/x` }),
      one("aws:rds/instance:Instance", { username: "shop", manageMasterUserPassword: true }),
    ],
  },
  "key-access": {
    bad: [
      one("aws:iam/accessKey:AccessKey", { user: "ci" }),
      one("aws:iam/accessKey:AccessKey", { user: "ci", status: "Inactive" }),
      one("aws:iam/accessKey:AccessKey", { user: "ci", pgpKey: "keybase:bob" }),
      one("aws:iam/sshKey:SshKey", { username: "git", encoding: "SSH", publicKey: "ssh-rsa AAAA" }),
      one("aws:iam/serviceSpecificCredential:ServiceSpecificCredential", {
        userName: "git",
        serviceName: "codecommit.amazonaws.com",
      }),
      one("aws:iam/serviceSpecificCredential:ServiceSpecificCredential", {
        userName: "ai",
        serviceName: "bedrock.amazonaws.com",
      }),
      one("aws:iam/signingCertificate:SigningCertificate", { userName: "ci", certificateBody: "x" }),
      one("aws:lightsail/bucketAccessKey:BucketAccessKey", { bucketName: "b" }),
    ],
    good: [
      one("aws:ec2/keyPair:KeyPair", { publicKey: "ssh-ed25519 AAAA" }),
      one("aws:kms/key:Key", { description: "x" }),
      one("aws:apigateway/apiKey:ApiKey", { name: "partner" }),
      one("aws:iam/openIdConnectProvider:OpenIdConnectProvider", {
        url: "https://token.actions.githubusercontent.com",
        clientIdLists: ["sts.amazonaws.com"],
      }),
      one("aws:iam/instanceProfile:InstanceProfile", { role: "shop" }),
      one("aws:iam/serverCertificate:ServerCertificate", { certificateBody: "x", name: "c" }),
      one("aws:iam/serviceLinkedRole:ServiceLinkedRole", { awsServiceName: "ecs.amazonaws.com" }),
      one("aws:acm/certificate:Certificate", { domainName: "example.com" }),
    ],
  },
  "key-in-clear": {
    bad: [
      variables({ AWS_ACCESS_KEY_ID: id }),
      variables({ S3_SECRET_ACCESS_KEY: secret }),
      variables({ KEY: pem }),
      variables({ CONFIG: JSON.stringify({ aws: { id } }) }),
      one("aws:ec2/instance:Instance", { userData: `#!/bin/sh\nexport AWS_ACCESS_KEY_ID=${id}\n` }),
      one("aws:ec2/instance:Instance", {
        userDataBase64: Buffer.from(`export AWS_ACCESS_KEY_ID=${id}`).toString("base64"),
      }),
      one("aws:ec2/launchTemplate:LaunchTemplate", {
        userData: Buffer.from(`export AWS_SECRET_ACCESS_KEY=${secret}`).toString("base64"),
      }),
      one("aws:ecs/taskDefinition:TaskDefinition", {
        family: "f",
        containerDefinitions: JSON.stringify([{ name: "a", environment: [{ name: "AWS_ACCESS_KEY_ID", value: id }] }]),
      }),
      one("aws:ecs/taskDefinition:TaskDefinition", {
        family: "f",
        containerDefinitions: JSON.stringify([
          { name: "a", environment: [{ name: "AWS_SECRET_ACCESS_KEY", value: secret }] },
        ]),
      }),
      one("aws:s3/bucket:Bucket", { tags: { key: id } }),
      one("aws:codebuild/project:Project", {
        environment: { environmentVariables: [{ name: "AWS_ACCESS_KEY_ID", value: id }] },
      }),
      one("aws:apprunner/service:Service", {
        sourceConfiguration: {
          imageRepository: { imageConfiguration: { runtimeEnvironmentVariables: { AWS_SECRET_ACCESS_KEY: secret } } },
        },
      }),
    ],
    good: [
      variables({ SECRET: `arn:aws:secretsmanager:eu-central-1:${account}:secret:shop-a1b2c3` }),
      variables({ TABLE: "orders", STAGE: "prod", LOG_LEVEL: "info" }),
      variables({ AWS_ACCESS_KEY_ID_PARAMETER: "/shop/key" }),
      variables({ KMS_KEY_ID: "1234abcd-12ab-34cd-56ef-1234567890ab" }),
      variables({ GIT_SHA: "0123456789abcdef0123456789abcdef01234567" }),
      variables({ PUBLIC_KEY: "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----" }),
      one("aws:ec2/instance:Instance", { userData: "#!/bin/sh\nyum update -y\n" }),
      one("aws:ecs/taskDefinition:TaskDefinition", {
        family: "f",
        containerDefinitions: JSON.stringify([
          {
            name: "a",
            secrets: [
              { name: "DB_PASSWORD", valueFrom: `arn:aws:secretsmanager:eu-central-1:${account}:secret:db-a1b2c3` },
            ],
          },
        ]),
      }),
      one("aws:s3/bucketObject:BucketObject", { bucket: "b", key: "index.html", content: "<h1>hello</h1>" }),
    ],
  },
  "admin-managed": {
    bad: [
      onRole(managed("AdministratorAccess")),
      onRole(managed("AdministratorAccess", "aws-cn")),
      onRole(managed("AdministratorAccess", "aws-us-gov")),
      onRole(managed("IAMFullAccess")),
      onRole(managed("PowerUserAccess")),
      onRole(managed("AdministratorAccess-Amplify")),
      onRole(managed("AmazonS3FullAccess")),
      onRole(managed("AWSOrganizationsFullAccess")),
      onRole(managed("AWSSSOMasterAccountAdministrator")),
      onSet(managed("AdministratorAccess")),
      onSet(managed("IAMFullAccess")),
      one("aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive", {
        instanceArn: "i",
        permissionSetArn: "p",
        managedPolicyArns: [managed("ReadOnlyAccess"), managed("AdministratorAccess")],
      }),
      one("aws:iam/role:Role", {
        assumeRolePolicy: trust,
        managedPolicyArns: [managed("ReadOnlyAccess"), managed("AdministratorAccess")],
      }),
      one("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", {
        roleName: "shop",
        policyArns: [managed("AdministratorAccess")],
      }),
      one("aws:iam/groupPolicyAttachment:GroupPolicyAttachment", {
        group: "g",
        policyArn: managed("AdministratorAccess"),
      }),
      one("aws:iam/policyAttachment:PolicyAttachment", { policyArn: managed("AdministratorAccess"), roles: ["shop"] }),
      one("aws:iam/policyAttachment:PolicyAttachment", {
        policyArn: managed("PowerUserAccess"),
        roles: ["shop"],
        groups: ["x"],
      }),
    ],
    good: [
      onRole(managed("service-role/AWSLambdaBasicExecutionRole")),
      onRole(managed("service-role/AWSLambdaVPCAccessExecutionRole")),
      onRole(managed("service-role/AmazonECSTaskExecutionRolePolicy")),
      onRole(managed("AmazonSSMManagedInstanceCore")),
      onRole(managed("CloudWatchAgentServerPolicy")),
      onRole(managed("AmazonEKSWorkerNodePolicy")),
      onRole(managed("AmazonEKSClusterPolicy")),
      onRole(managed("AmazonEKS_CNI_Policy")),
      onRole(managed("AmazonEC2ContainerRegistryReadOnly")),
      onRole(managed("ReadOnlyAccess")),
      onRole(managed("SecurityAudit")),
      onRole(managed("AWSXRayDaemonWriteAccess")),
      onRole(managed("service-role/AWSBackupServiceRolePolicyForBackup")),
      onRole(managed("service-role/AmazonEBSCSIDriverPolicy")),
      onRole(managed("service-role/AmazonRDSEnhancedMonitoringRole")),
      onRole(managed("service-role/AWSGlueServiceRole")),
      onRole(managed("service-role/AWS_ConfigRole")),
      onRole(managed("AmazonS3ReadOnlyAccess")),
      onRole(`arn:aws:iam::${account}:policy/shop`),
      onRole(managed("service-role/AWSLambdaBasicExecutionRole", "aws-cn")),
      onSet(managed("ReadOnlyAccess")),
      onSet(managed("job-function/ViewOnlyAccess")),
      onSet(managed("SecurityAudit")),
      onSet(managed("job-function/Billing")),
      onSet(managed("PowerUserAccess")),
      onSet(managed("job-function/SupportUser")),
    ],
  },
  "lambda-public": {
    bad: [
      permission({ principal: "*" }),
      permission({ principal: "*", action: "lambda:*" }),
      permission({ principal: "*", functionUrlAuthType: "NONE", action: "lambda:InvokeFunctionUrl" }),
      permission({ principal: "s3.amazonaws.com" }),
      permission({ principal: "sns.amazonaws.com" }),
      permission({ principal: "events.amazonaws.com" }),
      permission({ principal: "apigateway.amazonaws.com" }),
      permission({ principal: "apigateway.amazonaws.com", sourceArn: "arn:aws:execute-api:*:*:*" }),
      permission({ principal: "s3.amazonaws.com", sourceArn: "*" }),
      permission({ principal: "sns.amazonaws.com", sourceArn: "arn:aws:sns:*:*:*" }),
      permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::*" }),
      permission({ principal: "logs.amazonaws.com" }),
      permission({ principal: "cloudfront.amazonaws.com", action: "lambda:InvokeFunctionUrl" }),
      one("aws:lambda/functionUrl:FunctionUrl", { functionName: "shop", authorizationType: "NONE" }),
      one("aws:lambda/layerVersionPermission:LayerVersionPermission", {
        layerName: "l",
        versionNumber: 1,
        statementId: "s",
        action: "lambda:GetLayerVersion",
        principal: "*",
      }),
    ],
    good: [
      permission({ principal: "sns.amazonaws.com", sourceArn: `arn:aws:sns:eu-central-1:${account}:orders` }),
      permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::shop", sourceAccount: account }),
      permission({ principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::shop" }),
      permission({
        principal: "events.amazonaws.com",
        sourceArn: `arn:aws:events:eu-central-1:${account}:rule/nightly`,
      }),
      permission({
        principal: "apigateway.amazonaws.com",
        sourceArn: `arn:aws:execute-api:eu-central-1:${account}:abc123/*/*`,
      }),
      permission({
        principal: "apigateway.amazonaws.com",
        sourceArn: `arn:aws:execute-api:eu-central-1:${account}:abc123/*/GET/orders`,
      }),
      permission({
        principal: "logs.eu-central-1.amazonaws.com",
        sourceArn: `arn:aws:logs:eu-central-1:${account}:log-group:/shop:*`,
      }),
      permission({ principal: "secretsmanager.amazonaws.com", sourceAccount: account }),
      permission({ principal: "*", principalOrgId: "o-a1b2c3d4e5" }),
      permission({ principal: `arn:aws:iam::${account}:role/shop` }),
      permission({
        principal: "cognito-idp.amazonaws.com",
        sourceArn: `arn:aws:cognito-idp:eu-central-1:${account}:userpool/eu-central-1_abc`,
      }),
      permission({
        principal: "elasticloadbalancing.amazonaws.com",
        sourceArn: `arn:aws:elasticloadbalancing:eu-central-1:${account}:targetgroup/shop/1234567890123456`,
      }),
      one("aws:lambda/functionUrl:FunctionUrl", { functionName: "shop", authorizationType: "AWS_IAM" }),
      one("aws:lambda/layerVersionPermission:LayerVersionPermission", {
        layerName: "l",
        versionNumber: 1,
        statementId: "s",
        action: "lambda:GetLayerVersion",
        principal: "*",
        organizationId: "o-a1b2c3d4e5",
      }),
    ],
  },
  validity: {
    bad: [
      one("aws:iam/policy:Policy", { policy: "{" }),
      one("aws:iam/policy:Policy", {
        policy: '{"Version":"2012-10-17","Statement":[{"Effect":"allow","Action":"*","Resource":"*"}]}',
      }),
      one("aws:iam/policy:Policy", { policy: documentOf([{ Effect: "Allow", Action: "s3:GetObject" }]) }),
      one("aws:iam/policy:Policy", {
        policy: documentOf([{ Effect: "Allow", Action: "s3:GetObject", Resource: "shop" }]),
      }),
      one("aws:iam/policy:Policy", {
        policy: documentOf([{ Effect: "Allow", Action: "s3:GetObject", Resource: "*", Principal: "*" }]),
      }),
      one("aws:iam/policy:Policy", { policy: '{"Version":"2013-10-17","Statement":[]}' }),
      one("aws:iam/policy:Policy", {
        policy: documentOf([
          { Sid: "a", Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::a/*" },
          { Sid: "a", Effect: "Allow", Action: "s3:PutObject", Resource: "arn:aws:s3:::a/*" },
        ]),
      }),
      one("aws:iam/role:Role", {
        assumeRolePolicy: documentOf([
          { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole", Resource: "*" },
        ]),
      }),
    ],
    good: [
      one("aws:iam/policy:Policy", { policy: small }),
      one("aws:iam/policy:Policy", {
        policy: documentOf([{ Sid: "", Effect: "Allow", Action: ["s3:getobject"], Resource: ["arn:aws:s3:::shop/*"] }]),
      }),
      one("aws:iam/role:Role", { assumeRolePolicy: trust, inlinePolicies: [{}] }),
      one("aws:iam/role:Role", { assumeRolePolicy: JSON.parse(trust) as unknown }),
    ],
  },
  "not known before the update": {
    bad: [
      one("aws:iam/rolePolicy:RolePolicy", {
        role: notKnown,
        policy: {
          Version: "2012-10-17",
          Statement: [everything, { ...everything, Action: "s3:GetObject", Resource: notKnown }],
        },
      }),
      one("aws:iam/rolePolicy:RolePolicy", {
        role: "shop",
        policy: { Version: "2012-10-17", Statement: [everything, notKnown] },
      }),
      one("aws:iam/rolePolicy:RolePolicy", { role: "shop", policy: { Version: notKnown, Statement: [everything] } }),
      one("aws:iam/rolePolicy:RolePolicy", {
        role: "shop",
        policy: { Version: "2012-10-17", Statement: [{ ...everything, Action: ["*", notKnown], Sid: notKnown }] },
      }),
      one("aws:iam/role:Role", {
        assumeRolePolicy: notKnown,
        inlinePolicies: [{ policy: notKnown }, { name: notKnown, policy: documentOf(everything) }],
      }),
      one("aws:iam/role:Role", {
        assumeRolePolicy: notKnown,
        managedPolicyArns: [notKnown, managed("AdministratorAccess")],
      }),
      one("aws:iam/role:Role", {
        assumeRolePolicy: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: { AWS: ["*", notKnown] }, Action: "sts:AssumeRole" }],
        },
      }),
      one("aws:iam/accessKey:AccessKey", { user: notKnown }),
      one("aws:iam/policyAttachment:PolicyAttachment", { users: [notKnown], policyArn: notKnown }),
      one("aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
        role: notKnown,
        policyArn: managed("AdministratorAccess"),
      }),
      one("aws:kms/key:Key", { policy: notKnown, bypassPolicyLockoutSafetyCheck: true }),
    ],
    good: [
      one("aws:iam/rolePolicy:RolePolicy", { role: notKnown, policy: notKnown }),
      one("aws:iam/role:Role", { assumeRolePolicy: notKnown, inlinePolicies: notKnown, managedPolicyArns: notKnown }),
      one("aws:s3/bucketPolicy:BucketPolicy", { bucket: notKnown, policy: notKnown }),
      permission({ principal: "s3.amazonaws.com", sourceArn: notKnown }),
      one("aws:kms/key:Key", { policy: notKnown }),
    ],
  },
};
