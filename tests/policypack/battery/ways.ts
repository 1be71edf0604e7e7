import { notKnown, type Given } from "../judge.ts";
import { documentOf, type Row } from "./row.ts";
import { account, allow } from "./statements.ts";

const one = (type: string, props: Record<string, unknown> = {}): Given[] => [{ type, name: "held", props }];
const trust = documentOf([
  { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
]);
const managed = (name: string, partition = "aws") => `arn:${partition}:iam::aws:policy/${name}`;
const small = documentOf([allow("s3:GetObject", "arn:aws:s3:::shop-assets/*")]);
const broad = documentOf([allow("*")]);
const set = {
  instanceArn: "arn:aws:sso:::instance/ssoins-1",
  permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1/ps-1",
};
const own = `arn:aws:iam::${account}:policy/shop`;

/** Every property by which a user, a key or a policy can come to be. */
export const ways: Record<string, Row<Given[]>> = {
  "users, by every way": {
    bad: [
      one("aws:iam/user:User", { name: "backup", path: "/service/" }),
      one("aws:iam/user:User", { name: "ses-smtp" }),
      one("aws:iam/user:User", { name: "x", forceDestroy: true, tags: { owner: "break-glass-1" } }),
      one("aws:iam/user:User", { name: notKnown }),
      one("aws:iam/user:User", { name: "ADMIN" }),
      one("aws:iam/userLoginProfile:UserLoginProfile", {
        user: "bob",
        passwordLength: 40,
        passwordResetRequired: true,
        pgpKey: "keybase:bob",
      }),
      one("aws:iam/userLoginProfile:UserLoginProfile", { user: notKnown }),
      one("aws:iam/userPolicy:UserPolicy", { user: "bob", policy: small }),
      one("aws:iam/userPolicy:UserPolicy", { user: notKnown, policy: notKnown }),
      one("aws:iam/userPolicy:UserPolicy", { user: "bob", policy: broad }),
      one("aws:iam/userPolicyAttachment:UserPolicyAttachment", { user: "bob", policyArn: own }),
      one("aws:iam/userPolicyAttachment:UserPolicyAttachment", { user: notKnown, policyArn: notKnown }),
      one("aws:iam/userPolicyAttachment:UserPolicyAttachment", {
        user: "bob",
        policyArn: managed("IAMUserChangePassword"),
      }),
      one("aws:iam/policyAttachment:PolicyAttachment", { name: "a", policyArn: own, users: ["bob"], roles: ["shop"] }),
      one("aws:iam/policyAttachment:PolicyAttachment", { name: "a", policyArn: own, users: [notKnown] }),
      one("aws:iam/userPoliciesExclusive:UserPoliciesExclusive", { userName: "bob", policyNames: ["inline"] }),
      one("aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", {
        userName: "bob",
        policyArns: [own],
      }),
      one("aws:iam/group:Group", { name: "developers" }),
      one("aws:iam/group:Group", { name: "admin", path: "/people/" }),
      one("aws:iam/group:Group", {}),
      one("aws:iam/groupMembership:GroupMembership", { name: "m", group: "DevOps-Admin", users: ["bob", "carol"] }),
      one("aws:iam/userGroupMembership:UserGroupMembership", { user: "bob", groups: ["Billing-ReadOnly"] }),
      one("aws:iam/userGroupMembership:UserGroupMembership", { user: notKnown, groups: [notKnown] }),
    ],
    good: [
      one("aws:iam/group:Group", { name: "Billing-ReadOnly" }),
      one("aws:iam/group:Group", { name: "Security-Audit", path: "/" }),
      one("aws:iam/userPoliciesExclusive:UserPoliciesExclusive", { userName: "bob", policyNames: [] }),
      one("aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", { userName: "bob", policyArns: [] }),
      one("aws:iam/accountAlias:AccountAlias", { accountAlias: "securecart" }),
      one("aws:iam/samlProvider:SamlProvider", { name: "okta", samlMetadataDocument: "<xml/>" }),
      one("aws:identitystore/groupMembership:GroupMembership", { identityStoreId: "d-1", groupId: "g", memberId: "u" }),
      one("aws:iam/accountPasswordPolicy:AccountPasswordPolicy", { minimumPasswordLength: 8 }),
      one("aws:quicksight/user:User", { email: "a@example.com", identityType: "IAM", userRole: "READER" }),
      one("aws:memorydb/user:User", {
        userName: "app",
        accessString: "on ~* +@read",
        authenticationMode: { type: "iam" },
      }),
      one("aws:mq/broker:Broker", { brokerName: "b", users: [{ username: "app", password: notKnown }] }),
      one("aws:connect/user:User", { instanceId: "i", name: "agent" }),
      one("aws:organizations/account:Account", { name: "prod", email: "aws@example.com" }),
    ],
  },
  "keys, by every way": {
    bad: [
      one("aws:iam/accessKey:AccessKey", { user: "ses-smtp" }),
      one("aws:iam/accessKey:AccessKey", {}),
      one("aws:iam/accessKey:AccessKey", { user: "root" }),
      one("aws:iam/accessKey:AccessKey", { user: notKnown, pgpKey: notKnown, status: "Inactive" }),
      one("aws:iam/sshKey:SshKey", { username: "ci", encoding: "PEM", publicKey: "x", status: "Inactive" }),
      one("aws:iam/serviceSpecificCredential:ServiceSpecificCredential", {
        userName: "k",
        serviceName: "cassandra.amazonaws.com",
      }),
      one("aws:iam/serviceSpecificCredential:ServiceSpecificCredential", {
        userName: "k",
        serviceName: "bedrock.amazonaws.com",
        credentialAgeDays: 30,
      }),
      one("aws:iam/serviceSpecificCredential:ServiceSpecificCredential", { userName: notKnown, serviceName: notKnown }),
      one("aws:iam/signingCertificate:SigningCertificate", {
        userName: "soap",
        certificateBody: notKnown,
        status: "Inactive",
      }),
      one("aws:lightsail/bucketAccessKey:BucketAccessKey", { bucketName: notKnown }),
    ],
    good: [
      one("aws:transfer/sshKey:SshKey", { serverId: "s", userName: "partner", body: "ssh-ed25519 AAAA" }),
      one("aws:lightsail/keyPair:KeyPair", { name: "k", publicKey: "ssh-ed25519 AAAA" }),
      one("aws:cloudfront/publicKey:PublicKey", {
        encodedKey: "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----\n",
      }),
      one("aws:appsync/apiKey:ApiKey", { apiId: "a" }),
      one("aws:rolesanywhere/trustAnchor:TrustAnchor", {
        name: "onprem",
        source: {
          sourceType: "AWS_ACM_PCA",
          sourceData: { acmPcaArn: "arn:aws:acm-pca:eu-central-1:111122223333:certificate-authority/1" },
        },
      }),
      one("aws:kms/alias:Alias", { name: "alias/shop", targetKeyId: "1234abcd-12ab-34cd-56ef-1234567890ab" }),
      one("aws:secretsmanager/secret:Secret", { name: "shop/stripe" }),
      one("aws:lightsail/bucket:Bucket", { name: "b", bundleId: "small_1_0" }),
    ],
  },
  "attachments, by every way": {
    bad: [
      ...[
        "AdministratorAccess",
        "IAMFullAccess",
        "PowerUserAccess",
        "job-function/SystemAdministrator",
        "AmazonEC2FullAccess",
        "AWSLambda_FullAccess",
        "SecretsManagerReadWrite",
        "AmazonDynamoDBFullAccess",
        "AWSCloudFormationFullAccess",
        "AmazonSSMFullAccess",
        "AmazonSageMakerFullAccess",
        "AWSCodeBuildAdminAccess",
        "AmazonSQSFullAccess",
        "AmazonSNSFullAccess",
        "AmazonRDSFullAccess",
        "CloudWatchFullAccess",
        "AWSCloudTrail_FullAccess",
      ].map((name) =>
        one("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: "shop", policyArn: managed(name) }),
      ),
      one("aws:iam/rolePolicyAttachment:RolePolicyAttachment", {
        role: notKnown,
        policyArn: managed("IAMFullAccess", "aws-us-gov"),
      }),
      one("aws:iam/groupPolicyAttachment:GroupPolicyAttachment", {
        group: "DevOps-Admin",
        policyArn: managed("AdministratorAccess"),
      }),
      one("aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive", {
        groupName: "DevOps-Admin",
        policyArns: [own, managed("IAMFullAccess")],
      }),
      one("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", {
        roleName: notKnown,
        policyArns: [notKnown, managed("AdministratorAccess", "aws-cn")],
      }),
      one("aws:iam/policyAttachment:PolicyAttachment", {
        name: "a",
        policyArn: managed("AdministratorAccess"),
        groups: ["DevOps-Admin"],
      }),
      one("aws:iam/role:Role", { assumeRolePolicy: trust, managedPolicyArns: [managed("IAMFullAccess")] }),
      one("aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment", {
        ...set,
        managedPolicyArn: managed("AdministratorAccess", "aws-cn"),
      }),
      one("aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment", {
        instanceArn: notKnown,
        permissionSetArn: notKnown,
        managedPolicyArn: managed("IAMFullAccess"),
      }),
      one("aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive", {
        ...set,
        managedPolicyArns: [managed("job-function/ViewOnlyAccess"), managed("IAMFullAccess")],
      }),
      one("aws:quicksight/iamPolicyAssignment:IamPolicyAssignment", {
        assignmentName: "a",
        assignmentStatus: "ENABLED",
        policyArn: managed("AdministratorAccess"),
      }),
    ],
    good: [
      ...[
        "service-role/AWSLambdaSQSQueueExecutionRole",
        "service-role/AWSLambdaKinesisExecutionRole",
        "service-role/AWSLambdaDynamoDBExecutionRole",
        "service-role/AmazonEC2ContainerServiceforEC2Role",
        "AmazonEC2ContainerRegistryPullOnly",
        "AmazonEKSVPCResourceController",
        "AmazonEKSFargatePodExecutionRolePolicy",
        "CloudWatchLogsReadOnlyAccess",
        "AmazonDynamoDBReadOnlyAccess",
        "AmazonPrometheusRemoteWriteAccess",
        "CloudWatchLambdaInsightsExecutionRolePolicy",
        "service-role/AmazonAPIGatewayPushToCloudWatchLogs",
        "service-role/AWSAppSyncPushToCloudWatchLogs",
        "service-role/AWSBackupServiceRolePolicyForRestores",
        "AmazonSSMPatchAssociation",
        "service-role/AWSQuickSightListIAM",
        "service-role/AmazonECSInfrastructureRolePolicyForVolumes",
        "AWSResourceExplorerReadOnlyAccess",
        "job-function/ViewOnlyAccess",
      ].map((name) =>
        one("aws:iam/rolePolicyAttachment:RolePolicyAttachment", { role: "shop", policyArn: managed(name) }),
      ),
      one("aws:iam/groupPolicyAttachment:GroupPolicyAttachment", {
        group: "Billing-ReadOnly",
        policyArn: managed("AWSBillingReadOnlyAccess"),
      }),
      one("aws:iam/groupPolicyAttachment:GroupPolicyAttachment", {
        group: "Security-Audit",
        policyArn: managed("SecurityAudit"),
      }),
      one("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", {
        roleName: "shop",
        policyArns: [own, managed("service-role/AWSLambdaBasicExecutionRole")],
      }),
      one("aws:iam/rolePoliciesExclusive:RolePoliciesExclusive", { roleName: "shop", policyNames: ["a"] }),
      one("aws:iam/policyAttachment:PolicyAttachment", {
        name: "a",
        policyArn: own,
        roles: ["shop", "web"],
        users: [],
        groups: [],
      }),
      one("aws:iam/role:Role", {
        assumeRolePolicy: trust,
        managedPolicyArns: [managed("service-role/AWSLambdaVPCAccessExecutionRole"), own],
      }),
      one("aws:iam/role:Role", { assumeRolePolicy: trust, permissionsBoundary: managed("PowerUserAccess") }),
      one("aws:iam/role:Role", { assumeRolePolicy: trust, permissionsBoundary: managed("AdministratorAccess") }),
      one("aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment", {
        ...set,
        permissionsBoundary: { managedPolicyArn: managed("PowerUserAccess") },
      }),
      one("aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment", {
        ...set,
        permissionsBoundary: { customerManagedPolicyReference: { name: "limit", path: "/" } },
      }),
      one("aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment", {
        ...set,
        customerManagedPolicyReference: { name: "deploy", path: "/" },
      }),
      one("aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive", {
        ...set,
        customerManagedPolicyReferences: [{ name: "deploy" }],
      }),
      one("aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive", {
        ...set,
        managedPolicyArns: [managed("SecurityAudit"), managed("job-function/ViewOnlyAccess")],
      }),
      one("aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive", {
        ...set,
        managedPolicyArns: [],
      }),
      one("aws:ssoadmin/permissionSet:PermissionSet", {
        instanceArn: set.instanceArn,
        name: "ReadOnly",
        sessionDuration: "PT8H",
      }),
      one("aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", { ...set, inlinePolicy: small }),
      one("aws:ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes", {
        instanceArn: set.instanceArn,
        attributes: [{ key: "team", values: [{ sources: ["${path:enterprise.department}"] }] }],
      }),
      one("aws:ssoadmin/application:Application", {
        instanceArn: set.instanceArn,
        applicationProviderArn: "arn:aws:sso::aws:applicationProvider/custom",
        name: "wiki",
      }),
    ],
  },
  "service control policies and other limits": {
    bad: [],
    good: [
      one("aws:organizations/policy:Policy", { content: broad, type: "SERVICE_CONTROL_POLICY" }),
      one("aws:organizations/policy:Policy", { content: broad }),
      one("aws:organizations/policy:Policy", {
        content: documentOf([{ Effect: "Allow", NotAction: ["iam:*"], Resource: "*" }]),
      }),
      one("aws:organizations/policy:Policy", {
        content: documentOf([
          { Sid: "DenyLeaving", Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" },
        ]),
      }),
      one("aws:organizations/policy:Policy", {
        type: "RESOURCE_CONTROL_POLICY",
        content: documentOf([
          {
            Effect: "Deny",
            Principal: "*",
            Action: ["s3:*", "sts:AssumeRole"],
            Resource: "*",
            Condition: {
              StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
              BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
            },
          },
        ]),
      }),
      one("aws:organizations/policy:Policy", {
        type: "TAG_POLICY",
        content: '{"tags":{"team":{"tag_key":{"@@assign":"team"}}}}',
      }),
      one("aws:organizations/policy:Policy", { type: "BACKUP_POLICY", content: '{"plans":{}}' }),
      one("aws:organizations/policy:Policy", { type: "DECLARATIVE_POLICY_EC2", content: '{"ec2_attributes":{}}' }),
      one("aws:ec2/vpcEndpoint:VpcEndpoint", { vpcId: "vpc-1", serviceName: "com.amazonaws.eu-central-1.s3" }),
      one("aws:transfer/user:User", {
        serverId: "s",
        userName: "partner",
        role: `arn:aws:iam::${account}:role/sftp`,
        policy: documentOf([allow("s3:*", "arn:aws:s3:::${transfer:HomeBucket}/*")]),
      }),
      one("aws:rolesanywhere/profile:Profile", {
        name: "p",
        roleArns: [`arn:aws:iam::${account}:role/onprem`],
        sessionPolicy: small,
      }),
      one("aws:eks/podIdentityAssociation:PodIdentityAssociation", {
        clusterName: "shop",
        namespace: "n",
        serviceAccount: "s",
        roleArn: `arn:aws:iam::${account}:role/pod`,
      }),
      one("aws:sns/dataProtectionPolicy:DataProtectionPolicy", {
        arn: "arn:aws:sns:eu-central-1:111122223333:t",
        policy: '{"Name":"x","Version":"2021-06-01","Statement":[]}',
      }),
      one("aws:ecr/lifecyclePolicy:LifecyclePolicy", { repository: "r", policy: '{"rules":[]}' }),
      one("aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy", {
        name: "n",
        type: "network",
        policy: '[{"Rules":[],"AllowFromPublic":false}]',
      }),
    ],
  },
};
