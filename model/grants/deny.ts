import type { Verb } from "./verb.ts";

/**
 * The verbs of `deny`. An explicit deny wins over every allow:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export const denyVerbs: readonly Verb[] = [
  {
    // In the list is each action by which a service for databases, caches or search deletes a whole one, a table or an
    // index of it, the machines that carry it, or a copy of it; rows, files and settings are not, but for the one that
    // deletes a table's continuous backups when it ends them.
    verb: "delete databases",
    means:
      "Delete a database, a cluster of one, a table, their snapshots and backups. DocumentDB and Neptune use RDS's actions.",
    statements: () => [
      {
        actions: [
          "aoss:DeleteCollection",
          "aoss:DeleteIndex",
          "backup:DeleteBackupVault",
          "backup:DeleteRecoveryPoint",
          "cassandra:Drop",
          "cassandra:DropMultiRegionResource",
          "docdb-elastic:DeleteCluster",
          "docdb-elastic:DeleteClusterSnapshot",
          "dsql:DeleteCluster",
          "dynamodb:DeleteBackup",
          "dynamodb:DeleteTable",
          "dynamodb:DeleteTableReplica",
          "dynamodb:UpdateContinuousBackups",
          "elasticache:DeleteCacheCluster",
          "elasticache:DeleteGlobalReplicationGroup",
          "elasticache:DeleteReplicationGroup",
          "elasticache:DeleteServerlessCache",
          "elasticache:DeleteServerlessCacheSnapshot",
          "elasticache:DeleteSnapshot",
          "es:DeleteDomain",
          "es:DeleteElasticsearchDomain",
          "es:DeleteIndex",
          "finspace:DeleteKxDatabase",
          "finspace:DeleteKxEnvironment",
          "lightsail:DeleteRelationalDatabase",
          "lightsail:DeleteRelationalDatabaseSnapshot",
          "memorydb:DeleteCluster",
          "memorydb:DeleteMultiRegionCluster",
          "memorydb:DeleteSnapshot",
          "neptune-graph:DeleteGraph",
          "neptune-graph:DeleteGraphSnapshot",
          "odb:DeleteAutonomousDatabase",
          "odb:DeleteAutonomousDatabaseBackup",
          "odb:DeleteCloudAutonomousVmCluster",
          "odb:DeleteCloudExadataInfrastructure",
          "odb:DeleteCloudVmCluster",
          "odb:DeleteExadbVmCluster",
          "odb:DeleteExascaleDbStorageVault",
          "qldb:DeleteLedger",
          "rds:DeleteDBCluster",
          "rds:DeleteDBClusterAutomatedBackup",
          "rds:DeleteDBClusterSnapshot",
          "rds:DeleteDBInstance",
          "rds:DeleteDBInstanceAutomatedBackup",
          "rds:DeleteDBShardGroup",
          "rds:DeleteDBSnapshot",
          "rds:DeleteGlobalCluster",
          "rds:DeleteTenantDatabase",
          "redshift-serverless:DeleteNamespace",
          "redshift-serverless:DeleteSnapshot",
          "redshift-serverless:DeleteWorkgroup",
          "redshift:BatchDeleteClusterSnapshots",
          "redshift:DeleteCluster",
          "redshift:DeleteClusterSnapshot",
          "sdb:DeleteDomain",
          "timestream-influxdb:DeleteDbBackup",
          "timestream-influxdb:DeleteDbCluster",
          "timestream-influxdb:DeleteDbInstance",
          "timestream:DeleteDatabase",
          "timestream:DeleteTable",
        ],
        resources: ["*"],
      },
    ],
  },
  {
    // In the list is each action that ends a record, a detector or a rule, narrows what it covers, sends its findings
    // elsewhere or hides them; what answers a single finding is not.
    verb: "stop auditing",
    means: "Stop, delete or narrow CloudTrail, IAM Access Analyzer, Config, GuardDuty or Security Hub.",
    statements: () => [
      {
        actions: [
          "access-analyzer:ApplyArchiveRule",
          "access-analyzer:CreateArchiveRule",
          "access-analyzer:DeleteAnalyzer",
          "access-analyzer:DeleteServiceLinkedAnalyzer",
          "access-analyzer:UpdateAnalyzer",
          "access-analyzer:UpdateArchiveRule",
          "cloudtrail:DeleteEventDataStore",
          "cloudtrail:DeleteTrail",
          "cloudtrail:PutEventConfiguration",
          "cloudtrail:PutEventSelectors",
          "cloudtrail:PutInsightSelectors",
          "cloudtrail:StopEventDataStoreIngestion",
          "cloudtrail:StopLogging",
          "cloudtrail:UpdateEventDataStore",
          "cloudtrail:UpdateTrail",
          "config:DeleteConfigRule",
          "config:DeleteConfigurationRecorder",
          "config:DeleteDeliveryChannel",
          "config:DeleteServiceLinkedConfigurationRecorder",
          "config:DisassociateResourceTypes",
          "config:PutConfigurationRecorder",
          "config:PutDeliveryChannel",
          "config:StopConfigurationRecorder",
          "guardduty:CreateFilter",
          "guardduty:DeleteDetector",
          "guardduty:DeleteMembers",
          "guardduty:DeletePublishingDestination",
          "guardduty:DisableOrganizationAdminAccount",
          "guardduty:DisassociateFromAdministratorAccount",
          "guardduty:DisassociateFromMasterAccount",
          "guardduty:DisassociateMembers",
          "guardduty:StopMonitoringMembers",
          "guardduty:UpdateDetector",
          "guardduty:UpdateFilter",
          "guardduty:UpdateMemberDetectors",
          "guardduty:UpdatePublishingDestination",
          "securityhub:BatchDisableStandards",
          "securityhub:DeleteMembers",
          "securityhub:DisableImportFindingsForProduct",
          "securityhub:DisableOrganizationAdminAccount",
          "securityhub:DisableSecurityHub",
          "securityhub:DisableSecurityHubV2",
          "securityhub:DisassociateFromAdministratorAccount",
          "securityhub:DisassociateFromMasterAccount",
          "securityhub:DisassociateMembers",
        ],
        resources: ["*"],
      },
    ],
  },
  {
    verb: "leave organization",
    means: "Take the account out of the organization, or close it.",
    statements: () => [{ actions: ["account:CloseAccount", "organizations:LeaveOrganization"], resources: ["*"] }],
  },
  {
    verb: "create iam users",
    means: "Create an IAM user.",
    statements: () => [{ actions: ["iam:CreateUser"], resources: ["*"] }],
  },
  {
    verb: "create long-term credentials",
    means: "Create or revive a password, an access key or another credential of an IAM user that does not expire.",
    statements: () => [
      {
        actions: [
          "iam:CreateAccessKey",
          "iam:CreateLoginProfile",
          "iam:CreateServiceSpecificCredential",
          "iam:ResetServiceSpecificCredential",
          "iam:UpdateAccessKey",
          "iam:UpdateLoginProfile",
          "iam:UpdateSSHPublicKey",
          "iam:UpdateServiceSpecificCredential",
          "iam:UpdateSigningCertificate",
          "iam:UploadSSHPublicKey",
          "iam:UploadSigningCertificate",
        ],
        resources: ["*"],
      },
    ],
  },
  {
    verb: "create unbounded roles",
    means: "Create a role or a user without a permissions boundary.",
    statements: () => [
      {
        actions: ["iam:CreateRole", "iam:CreateUser"],
        resources: ["*"],
        condition: { Null: { "iam:PermissionsBoundary": "true" } },
      },
    ],
  },
  {
    verb: "change boundaries",
    means: "Take a permissions boundary off, put another one on, or change what a boundary says.",
    statements: (_, { boundaryArns }) => [
      {
        actions: [
          "iam:DeleteRolePermissionsBoundary",
          "iam:DeleteUserPermissionsBoundary",
          "iam:PutRolePermissionsBoundary",
          "iam:PutUserPermissionsBoundary",
        ],
        resources: ["*"],
      },
      ...(boundaryArns.length === 0
        ? []
        : [
            {
              actions: [
                "iam:CreatePolicyVersion",
                "iam:DeletePolicy",
                "iam:DeletePolicyVersion",
                "iam:SetDefaultPolicyVersion",
              ],
              resources: boundaryArns,
            },
          ]),
    ],
  },
];

/** The actions that a word of `deny` means, wherever somebody is. Throws where there is no such word. */
export function deniedActions(word: string): string[] {
  const found = denyVerbs.find(({ verb }) => verb === word);
  if (found === undefined) throw new Error(`"${word}" is no word of deny.`);
  const anywhere = { partition: "", accountId: "", region: "", boundaryArns: [] };
  return found.statements({ target: "" }, anywhere).flatMap(({ actions }) => actions);
}
