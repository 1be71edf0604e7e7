import type { Verb } from "./verb.ts";

/**
 * The verbs of `deny`. An explicit deny wins over every allow:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export const denyVerbs: readonly Verb[] = [
  {
    verb: "delete databases",
    means:
      "Delete a database, a cluster of one, a table, their snapshots and backups. DocumentDB and Neptune use RDS's actions.",
    statements: () => [
      {
        actions: [
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
          "elasticache:DeleteCacheCluster",
          "elasticache:DeleteGlobalReplicationGroup",
          "elasticache:DeleteReplicationGroup",
          "elasticache:DeleteServerlessCache",
          "elasticache:DeleteServerlessCacheSnapshot",
          "elasticache:DeleteSnapshot",
          "memorydb:DeleteCluster",
          "memorydb:DeleteMultiRegionCluster",
          "memorydb:DeleteSnapshot",
          "neptune-graph:DeleteGraph",
          "neptune-graph:DeleteGraphSnapshot",
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
    verb: "stop auditing",
    means: "Stop, delete or narrow CloudTrail, IAM Access Analyzer, Config, GuardDuty or Security Hub.",
    statements: () => [
      {
        actions: [
          "access-analyzer:ApplyArchiveRule",
          "access-analyzer:CreateArchiveRule",
          "access-analyzer:DeleteAnalyzer",
          "access-analyzer:UpdateAnalyzer",
          "access-analyzer:UpdateArchiveRule",
          "cloudtrail:DeleteEventDataStore",
          "cloudtrail:DeleteTrail",
          "cloudtrail:PutEventSelectors",
          "cloudtrail:PutInsightSelectors",
          "cloudtrail:StopEventDataStoreIngestion",
          "cloudtrail:StopLogging",
          "cloudtrail:UpdateEventDataStore",
          "cloudtrail:UpdateTrail",
          "config:DeleteConfigurationRecorder",
          "config:DeleteDeliveryChannel",
          "config:PutConfigurationRecorder",
          "config:StopConfigurationRecorder",
          "guardduty:DeleteDetector",
          "guardduty:DisassociateFromAdministratorAccount",
          "guardduty:UpdateDetector",
          "securityhub:DisableSecurityHub",
          "securityhub:DisableSecurityHubV2",
          "securityhub:DisassociateFromAdministratorAccount",
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
