/**
 * Actions that are dangerous for what they do, beyond their access level. Each list names what AWS's Service
 * Authorization Reference describes so; a test holds that every one of them exists.
 * Source: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const list = (service: string, names: string): string[] => names.split(" ").map((name) => `${service}:${name}`);

/**
 * Reads content rather than metadata: objects, secrets, parameters, plain text, rows, messages, logs, and
 * credentials of others. What AWS gives to auditors, such as `apigateway:GET`, is metadata.
 * Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/SecurityAudit.html
 */
export const readsData = new Set([
  ...list("s3", "GetObject GetObjectVersion"),
  ...list("secretsmanager", "GetSecretValue BatchGetSecretValue"),
  ...list("ssm", "GetParameter GetParameters GetParametersByPath GetParameterHistory"),
  ...list("kms", "Decrypt ReEncryptFrom"),
  ...list("dynamodb", "GetItem BatchGetItem Query Scan PartiQLSelect GetRecords"),
  ...list("logs", "GetLogEvents FilterLogEvents StartQuery StartLiveTail Unmask"),
  ...list("sqs", "ReceiveMessage"),
  ...list("kinesis", "GetRecords"),
  ...list("ebs", "GetSnapshotBlock"),
  ...list("codecommit", "GitPull GetFile GetBlob"),
  ...list("redshift", "GetClusterCredentials GetClusterCredentialsWithIAM"),
  ...list("rds-data", "ExecuteStatement"),
  ...list("rds-db", "connect"),
  ...list("ec2", "GetPasswordData"),
  ...list("lightsail", "GetInstanceAccessDetails DownloadDefaultKeyPair"),
  ...list("acm", "ExportCertificate"),
  ...list("connect", "GetFederationToken"),
  ...list("s3", "GetObjectTorrent"),
  ...list("s3-object-lambda", "GetObject GetObjectVersion"),
  ...list("s3tables", "GetTableData"),
  ...list("mediastore", "GetObject"),
  ...list("glacier", "GetJobOutput"),
  ...list("rds", "DownloadCompleteDBLogFile DownloadDBLogFilePortion"),
  ...list("dax", "GetItem BatchGetItem Query Scan"),
  ...list("cassandra", "Select"),
  ...list("timestream", "Select"),
  ...list("sdb", "Select"),
  ...list("neptune-db", "ReadDataViaQuery"),
  ...list("kafka-cluster", "ReadData"),
  ...list("es", "ESHttpGet"),
  ...list("athena", "GetQueryResults GetQueryResultsStream"),
  ...list("glue", "GetConnection GetConnections"),
  ...list("cognito-idp", "AdminGetUser"),
  ...list("appsync", "ListApiKeys"),
  ...list("ec2", "GetConsoleOutput GetConsoleScreenshot"),
  ...list("sts", "GetFederationToken"),
  ...list("cognito-identity", "GetOpenIdTokenForDeveloperIdentity"),
  ...list("redshift-serverless", "GetCredentials"),
  ...list("elasticmapreduce", "GetClusterSessionCredentials"),
  ...list("lightsail", "GetRelationalDatabaseMasterUserPassword"),
]);

/** Makes a credential that does not expire, or resets one. */
export const makesCredentials = new Set([
  ...list("iam", "CreateAccessKey CreateLoginProfile UpdateLoginProfile UploadSSHPublicKey UploadSigningCertificate"),
  ...list("iam", "CreateServiceSpecificCredential ResetServiceSpecificCredential"),
  ...list("lightsail", "CreateBucketAccessKey"),
]);

/** Switches off what watches or bounds others. */
export const breaksGuardrails = new Set([
  ...list("cloudtrail", "StopLogging DeleteTrail UpdateTrail PutEventSelectors DeleteEventDataStore"),
  ...list("config", "StopConfigurationRecorder DeleteConfigurationRecorder DeleteDeliveryChannel DeleteConfigRule"),
  ...list("access-analyzer", "DeleteAnalyzer"),
  ...list(
    "guardduty",
    "DeleteDetector UpdateDetector DisassociateFromAdministratorAccount DisassociateFromMasterAccount DeleteMembers StopMonitoringMembers",
  ),
  ...list("guardduty", "ArchiveFindings DisassociateMembers DisableOrganizationAdminAccount UpdateMemberDetectors"),
  ...list("guardduty", "UpdateOrganizationConfiguration"),
  ...list("securityhub", "DisableSecurityHub DisableSecurityHubV2 DisassociateFromAdministratorAccount"),
  ...list("securityhub", "BatchUpdateStandardsControlAssociations UpdateSecurityControl"),
  ...list("ec2", "DisableEbsEncryptionByDefault"),
  ...list("macie2", "DisableMacie DisassociateFromAdministratorAccount DisassociateFromMasterAccount"),
  ...list("macie2", "UpdateMacieSession DisableOrganizationAdminAccount"),
  ...list("inspector2", "Disable DisassociateMember DisableDelegatedAdminAccount"),
  ...list("detective", "DisableOrganizationAdminAccount"),
  ...list("shield", "DeleteSubscription"),
  ...list("fms", "DisassociateAdminAccount"),
  ...list("controltower", "DisableGuardrail"),
  ...list("logs", "DeleteAccountPolicy"),
  ...list("iam", "DeleteRolePermissionsBoundary DeleteUserPermissionsBoundary DeleteAccountPasswordPolicy"),
  ...list("iam", "DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions"),
  ...list("organizations", "LeaveOrganization DisablePolicyType DisableAWSServiceAccess DetachPolicy DeletePolicy"),
  ...list("organizations", "DeleteOrganization DeleteResourcePolicy"),
  ...list("account", "CloseAccount"),
]);

/** As `breaksGuardrails`, where the thing itself may be one's own: keys, and devices for MFA. */
export const breaksOthers = new Set([
  ...list("iam", "DeactivateMFADevice DeleteVirtualMFADevice"),
  ...list("kms", "ScheduleKeyDeletion DisableKey"),
]);

/** Gives a role or a user permissions, or another boundary; a permissions boundary that is named keeps them small. */
export const changesBoundable = new Set([
  ...list("iam", "CreateRole PutRolePolicy AttachRolePolicy PutRolePermissionsBoundary"),
  ...list("iam", "CreateUser PutUserPolicy AttachUserPolicy PutUserPermissionsBoundary"),
]);

/** Makes whoever may do it stronger, on its own, or opens a door through which it comes back as somebody else. */
export const escalates = new Set([
  ...list("iam", "CreatePolicyVersion SetDefaultPolicyVersion PutGroupPolicy AttachGroupPolicy AddUserToGroup"),
  ...list("iam", "UpdateAssumeRolePolicy"),
  ...list("sso", "CreateAccountAssignment PutInlinePolicyToPermissionSet AttachManagedPolicyToPermissionSet"),
  ...list("sso", "AttachCustomerManagedPolicyReferenceToPermissionSet ProvisionPermissionSet"),
  ...list("sso", "DeletePermissionsBoundaryFromPermissionSet PutPermissionsBoundaryToPermissionSet"),
  ...list("identitystore", "CreateGroupMembership"),
  ...list("sso", "AssociateProfile UpdateProfile PutPermissionsPolicy AssociateDirectory UpdateSSOConfiguration"),
  ...list("sso", "CreateTrust UpdateTrust PutMfaDeviceManagementForDirectory"),
  ...list("sso-directory", "AddMemberToGroup CreateUser UpdateUser UpdateUserName EnableUser UpdatePassword"),
  ...list("sso-directory", "CreateBearerToken CreateProvisioningTenant UpdateMfaDeviceForUser DeleteMfaDeviceForUser"),
  ...list("sso-directory", "CreateExternalIdPConfigurationForDirectory UpdateExternalIdPConfigurationForDirectory"),
  ...list("sso-directory", "EnableExternalIdPConfigurationForDirectory ImportExternalIdPCertificate"),
  ...list("sts", "AssumeRoot"),
  ...list("iam", "UpdateAccountEmailAddress"),
  ...list("organizations", "CreateAccount CreateGovCloudAccount EnableAWSServiceAccess"),
  ...list("rolesanywhere", "CreateTrustAnchor UpdateTrustAnchor CreateProfile UpdateProfile"),
]);

/** Opens resources to others although AWS takes no resource but `*`; those with one are known by their access level. */
export const exposes = new Set([
  ...list("events", "PutPermission"),
  ...list("cognito-identity", "SetIdentityPoolRoles"),
  ...list("logs", "PutResourcePolicy"),
  ...list("ecr", "PutRegistryPolicy"),
  ...list("ram", "CreateResourceShare EnableSharingWithAwsOrganization"),
  ...list("lakeformation", "GrantPermissions BatchGrantPermissions PutDataLakeSettings"),
  ...list("ses", "PutIdentityPolicy"),
  ...list("s3", "PutAccountPublicAccessBlock PutAccessPointPublicAccessBlock"),
  ...list(
    "ec2",
    "DisableImageBlockPublicAccess DisableSnapshotBlockPublicAccess ModifySnapshotAttribute ModifyImageAttribute ModifyVpcBlockPublicAccessOptions EnableSerialConsoleAccess",
  ),
  ...list("rds", "ModifyDBSnapshotAttribute ModifyDBClusterSnapshotAttribute"),
]);

/**
 * Writes that AWS's own instructions and its managed policies for services grant on `*`, although a resource can be named:
 * what they write is told about oneself, is how long logs are kept, is a new revision or device that nobody uses yet, or is the network of one's own
 * function.
 * Sources: https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-permissions,
 * https://docs.aws.amazon.com/eks/latest/userguide/cni-iam-role.html,
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache.html,
 * https://docs.aws.amazon.com/prometheus/latest/userguide/set-up-irsa.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-writing-lambda.html,
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/CloudWatchAgentServerPolicy.html and
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonSSMManagedInstanceCore.html
 */
export const usuallyOnStar = new Set([
  ...list("cloudwatch", "PutMetricData"),
  ...list("logs", "CreateLogGroup CreateLogStream PutLogEvents PutRetentionPolicy"),
  ...list("ssm", "UpdateInstanceInformation UpdateInstanceAssociationStatus UpdateAssociationStatus"),
  ...list("ssm", "PutInventory PutComplianceItems"),
  ...list("iam", "CreateVirtualMFADevice"),
  ...list("ecs", "RegisterTaskDefinition"),
  ...list("ec2", "CreateNetworkInterface DeleteNetworkInterface AssignPrivateIpAddresses UnassignPrivateIpAddresses"),
  ...list("ec2", "AssignIpv6Addresses UnassignIpv6Addresses"),
  ...list("ecr", "BatchImportUpstreamImage"),
  ...list("aps", "RemoteWrite"),
  ...list("s3-object-lambda", "WriteGetObjectResponse"),
]);

/** Services that decide who may do what: all that they can write is power over access. */
export const identityServices = ["iam", "organizations", "sso", "sso-directory", "identitystore", "account"];
