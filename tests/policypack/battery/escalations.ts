import type { Row } from "./row.ts";
import { account, all, allow, bounded, deny, role, words } from "./statements.ts";

const pass = allow("iam:PassRole");
const passAny = allow("iam:PassRole", "arn:aws:iam::*:role/*");
const passOne = (name: string, service: string) =>
  allow("iam:PassRole", role(name), { StringEquals: { "iam:PassedToService": service } });
const regional = (service: string, rest: string) => `arn:aws:${service}:eu-central-1:${account}:${rest}`;

/** The published ways by which somebody becomes stronger, each as the policy that its description gives. */
export const escalations: Record<string, Row> = {
  "escalate-alone": {
    bad: [
      ...words(
        "iam",
        "CreatePolicyVersion SetDefaultPolicyVersion AttachUserPolicy AttachGroupPolicy AttachRolePolicy PutUserPolicy PutGroupPolicy PutRolePolicy AddUserToGroup UpdateAssumeRolePolicy UpdateLoginProfile CreateLoginProfile CreateAccessKey",
      ).map((action) => allow(action)),
      allow("iam:AttachRolePolicy", role("*")),
      allow("iam:PutRolePolicy", "arn:aws:iam::*:role/*"),
      allow("iam:CreatePolicyVersion", `arn:aws:iam::${account}:policy/*`),
      allow("iam:Attach*Policy"),
      allow("iam:Put*"),
      allow("IAM:putrolepolicy"),
      allow("iam:PutUserPolicy", "arn:aws:iam::*:user/${aws:username}"),
      allow("iam:AttachUserPolicy", `arn:aws:iam::${account}:user/alice`),
      allow("iam:AttachRolePolicy", all, { ArnLike: { "iam:PolicyARN": "arn:aws:iam::aws:policy/*" } }),
      allow("iam:AttachRolePolicy", all, {
        ArnEquals: { "iam:PolicyARN": "arn:aws:iam::aws:policy/AdministratorAccess" },
      }),
      allow("lambda:UpdateFunctionCode"),
      allow("lambda:UpdateFunctionConfiguration", "arn:aws:lambda:*:*:function:*"),
      allow("glue:UpdateDevEndpoint"),
      allow("cloudformation:UpdateStack"),
      allow("codebuild:StartBuild"),
      allow("ssm:SendCommand"),
      allow("ssm:StartSession"),
      allow("sagemaker:CreatePresignedNotebookInstanceUrl"),
      allow("apprunner:UpdateService"),
      allow("ec2-instance-connect:SendSSHPublicKey"),
      allow("ecs:ExecuteCommand"),
      allow("sso:AttachManagedPolicyToPermissionSet"),
      allow("sso:CreateAccountAssignment"),
      allow("sso:PutInlinePolicyToPermissionSet"),
      allow("identitystore:CreateGroupMembership"),
      allow("eks:CreateAccessEntry"),
      allow("eks:AssociateAccessPolicy"),
      allow("iam:UpdateSAMLProvider"),
      allow("iam:CreateOpenIDConnectProvider"),
      allow("iam:UpdateOpenIDConnectProviderThumbprint"),
      allow("iam:AddClientIDToOpenIDConnectProvider"),
      allow("iam:CreateSAMLProvider"),
      allow("iam:ResyncMFADevice"),
      allow("iam:DeactivateMFADevice"),
      allow("iam:ChangePassword", `arn:aws:iam::${account}:user/*`),
      allow("rolesanywhere:CreateTrustAnchor"),
      allow("cognito-identity:SetIdentityPoolRoles"),
    ],
    good: [
      allow("iam:ChangePassword", "arn:aws:iam::*:user/${aws:username}"),
      allow("iam:AttachRolePolicy", role("app-*"), bounded),
      allow("lambda:UpdateFunctionCode", regional("lambda", "function:shop-checkout")),
      allow(
        words("lambda", "UpdateFunctionCode UpdateFunctionConfiguration PublishVersion UpdateAlias"),
        regional("lambda", "function:shop-*"),
      ),
      allow("codebuild:StartBuild", regional("codebuild", "project/shop")),
      allow(
        words("cloudformation", "CreateChangeSet ExecuteChangeSet DescribeChangeSet UpdateStack"),
        regional("cloudformation", "stack/shop-*/*"),
      ),
      allow("ecs:ExecuteCommand", regional("ecs", "task/shop/*")),
      allow("ssm:SendCommand", [
        regional("ec2", "instance/i-0123456789abcdef0"),
        "arn:aws:ssm:eu-central-1::document/AWS-RunPatchBaseline",
      ]),
      deny(words("iam", "CreatePolicyVersion AttachRolePolicy PutRolePolicy")),
      allow(words("iam", "CreateVirtualMFADevice EnableMFADevice ResyncMFADevice ListMFADevices"), [
        "arn:aws:iam::*:mfa/${aws:username}",
        "arn:aws:iam::*:user/${aws:username}",
      ]),
    ],
  },
  "passrole-star": {
    bad: [
      pass,
      passAny,
      allow("iam:PassRole", `arn:aws:iam::${account}:role/*`),
      allow("iam:PassRole", `arn:aws:iam::${account}:*`),
      allow("iam:Pass*"),
      allow("iam:passrole", ["*"]),
      allow("iam:PassRole", "arn:aws:iam::*:role/?*"),
      allow("iam:PassRole", all, { StringLike: { "iam:PassedToService": "*" } }),
      allow("iam:PassRole", all, { StringLike: { "iam:PassedToService": "*.amazonaws.com" } }),
      allow("iam:PassRole", all, { StringEqualsIfExists: { "iam:PassedToService": "ec2.amazonaws.com" } }),
      allow("iam:PassRole", all, { StringNotEquals: { "iam:PassedToService": "ec2.amazonaws.com" } }),
      allow(["ec2:DescribeInstances", "iam:PassRole"]),
      { Effect: "Allow", Action: "iam:PassRole", NotResource: role("admin") },
      allow("iam:PassRole", role("*"), { StringEquals: { "aws:RequestedRegion": "eu-central-1" } }),
    ],
    good: [
      allow("iam:PassRole", role("shop-task")),
      passOne("shop-task", "ecs-tasks.amazonaws.com"),
      allow("iam:PassRole", role("shop-*"), { StringEquals: { "iam:PassedToService": ["lambda.amazonaws.com"] } }),
      allow("iam:PassRole", role("service-role/shop/*"), {
        StringLike: { "iam:PassedToService": "ec2.amazonaws.com*" },
      }),
      deny("iam:PassRole"),
      [deny("iam:PassRole", role("admin")), passOne("shop-task", "ecs-tasks.amazonaws.com")],
    ],
  },
  "escalate-pair": {
    bad: [
      [pass, allow("ec2:RunInstances", regional("ec2", "*"))],
      [passAny, allow(words("lambda", "CreateFunction InvokeFunction"), regional("lambda", "function:x"))],
      [passAny, allow(words("lambda", "CreateFunction CreateEventSourceMapping"))],
      [passAny, allow(words("glue", "CreateJob StartJobRun"))],
      [passAny, allow("cloudformation:CreateStack", regional("cloudformation", "stack/shop/*"))],
      [passAny, allow(words("datapipeline", "CreatePipeline PutPipelineDefinition ActivatePipeline"))],
      [passAny, allow(words("codebuild", "CreateProject StartBuild"), regional("codebuild", "project/x"))],
      [passAny, allow("sagemaker:CreateNotebookInstance")],
      [passAny, allow(words("ecs", "RegisterTaskDefinition RunTask"))],
      [passAny, allow(words("apprunner", "CreateService"))],
      [passAny, allow(words("bedrock-agentcore", "CreateCodeInterpreter InvokeCodeInterpreter"))],
      [passAny, allow("autoscaling:CreateLaunchConfiguration")],
      allow(words("cloudformation", "CreateChangeSet ExecuteChangeSet")),
      allow(words("ec2", "ModifyInstanceAttribute StopInstances StartInstances")),
      allow(words("ec2", "CreateLaunchTemplateVersion ModifyLaunchTemplate")),
      allow(
        words(
          "sagemaker",
          "CreateNotebookInstanceLifecycleConfig StopNotebookInstance UpdateNotebookInstance StartNotebookInstance",
        ),
      ),
      allow(words("lambda", "UpdateFunctionCode AddPermission")),
      allow(words("iam", "AttachRolePolicy UpdateAssumeRolePolicy"), role("app-*")),
      [allow("iam:PutRolePolicy", role("app-*")), allow("sts:AssumeRole", role("app-*"))],
      allow(words("bedrock-agentcore", "StartCodeInterpreterSession InvokeCodeInterpreter")),
    ],
    good: [
      [
        passOne("shop-fn", "lambda.amazonaws.com"),
        allow(words("lambda", "CreateFunction UpdateFunctionCode"), regional("lambda", "function:shop-*")),
      ],
      [
        passOne("shop-build", "codebuild.amazonaws.com"),
        allow(words("codebuild", "CreateProject StartBuild"), regional("codebuild", "project/shop")),
      ],
      [passOne("shop-node", "ec2.amazonaws.com"), allow(words("ec2", "DescribeInstances DescribeImages"))],
      [
        passOne("shop-cfn", "cloudformation.amazonaws.com"),
        allow(
          words("cloudformation", "CreateStack UpdateStack DeleteStack DescribeStacks"),
          regional("cloudformation", "stack/shop-*/*"),
        ),
      ],
    ],
  },
  "key-maker": {
    bad: [
      ...words(
        "iam",
        "CreateAccessKey UpdateAccessKey CreateLoginProfile UpdateLoginProfile CreateServiceSpecificCredential ResetServiceSpecificCredential UploadSSHPublicKey UploadSigningCertificate",
      ).map((action) => allow(action, `arn:aws:iam::${account}:user/*`)),
      allow("iam:CreateAccessKey", "arn:aws:iam::*:user/ci-*"),
      allow("iam:Create*Key"),
      allow("iam:*AccessKey*"),
      allow("iam:*LoginProfile"),
      allow("iam:CreateAccessKey", all, { StringEquals: { "aws:username": "${aws:username}" } }),
      allow("lightsail:CreateBucketAccessKey"),
      allow("iam:Upload*"),
    ],
    good: [
      allow(
        words("iam", "CreateAccessKey DeleteAccessKey ListAccessKeys UpdateAccessKey"),
        "arn:aws:iam::*:user/${aws:username}",
      ),
      allow(words("iam", "ListAccessKeys GetAccessKeyLastUsed")),
      allow(
        words("iam", "UploadSSHPublicKey GetSSHPublicKey ListSSHPublicKeys"),
        "arn:aws:iam::*:user/${aws:username}",
      ),
      deny(words("iam", "CreateAccessKey CreateLoginProfile")),
      allow(words("iam", "DeleteAccessKey DeleteLoginProfile"), `arn:aws:iam::${account}:user/leaver`),
    ],
  },
  "guardrail-break": {
    bad: [
      ...words("cloudtrail", "StopLogging DeleteTrail UpdateTrail PutEventSelectors"),
      ...words("config", "StopConfigurationRecorder DeleteConfigurationRecorder DeleteDeliveryChannel"),
      ...words("guardduty", "DeleteDetector UpdateDetector DisassociateFromMasterAccount"),
      ...words("securityhub", "DisableSecurityHub"),
      ...words("access-analyzer", "DeleteAnalyzer"),
      ...words(
        "iam",
        "DeleteRolePermissionsBoundary DeleteUserPermissionsBoundary PutRolePermissionsBoundary DeactivateMFADevice DeleteAccountPasswordPolicy",
      ),
      ...words("kms", "DisableKey ScheduleKeyDeletion"),
      ...words("organizations", "DetachPolicy LeaveOrganization DisablePolicyType DeletePolicy UpdatePolicy"),
      ...words("macie2", "DisableMacie"),
      ...words("inspector2", "Disable"),
      ...words("ec2", "DeleteFlowLogs DisableEbsEncryptionByDefault"),
      ...words("s3", "PutAccountPublicAccessBlock BypassGovernanceRetention"),
      ...words("logs", "DeleteLogGroup"),
      ...words("backup", "DeleteBackupVaultLockConfiguration"),
      ...words("wafv2", "DisassociateWebACL"),
    ].map((action) => allow(action)),
    good: [
      allow(words("cloudtrail", "GetTrailStatus LookupEvents")),
      deny(words("cloudtrail", "StopLogging DeleteTrail")),
      allow(
        words("guardduty", "GetFindings ListDetectors ArchiveFindings"),
        regional("guardduty", "detector/0123456789abcdef0123456789abcdef"),
      ),
      allow("logs:DeleteLogGroup", regional("logs", "log-group:/shop/tmp-*")),
      allow("kms:DisableKey", regional("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab")),
    ],
  },
  "exposure-star": {
    bad: [
      ...words(
        "s3",
        "PutBucketPolicy PutBucketAcl PutObjectAcl PutBucketPublicAccessBlock PutAccessPointPolicy DeleteBucketPolicy",
      ),
      ...words("kms", "PutKeyPolicy CreateGrant"),
      ...words("sqs", "AddPermission SetQueueAttributes"),
      ...words("sns", "AddPermission SetTopicAttributes"),
      ...words("lambda", "AddPermission AddLayerVersionPermission CreateFunctionUrlConfig"),
      ...words("secretsmanager", "PutResourcePolicy"),
      ...words("ecr", "SetRepositoryPolicy"),
      ...words("ram", "CreateResourceShare AssociateResourceShare"),
      ...words("ec2", "ModifySnapshotAttribute ModifyImageAttribute AuthorizeSecurityGroupIngress"),
      ...words("rds", "ModifyDBSnapshotAttribute ModifyDBClusterSnapshotAttribute AuthorizeDBSecurityGroupIngress"),
      ...words("backup", "PutBackupVaultAccessPolicy"),
      ...words("glacier", "SetVaultAccessPolicy"),
      ...words("events", "PutPermission"),
      ...words("ssm", "ModifyDocumentPermission"),
      ...words("elasticfilesystem", "PutFileSystemPolicy"),
      ...words("dynamodb", "PutResourcePolicy"),
      ...words("kinesis", "PutResourcePolicy"),
      ...words("es", "UpdateElasticsearchDomainConfig"),
      ...words("glue", "PutResourcePolicy"),
      ...words("codeartifact", "PutDomainPermissionsPolicy"),
      ...words("lakeformation", "GrantPermissions"),
    ].map((action) => allow(action)),
    good: [
      allow("s3:PutBucketPolicy", "arn:aws:s3:::shop-assets"),
      allow("kms:CreateGrant", regional("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab"), {
        Bool: { "kms:GrantIsForAWSResource": "true" },
      }),
      allow("kms:CreateGrant", all, {
        Bool: { "kms:GrantIsForAWSResource": "true" },
        StringEquals: { "kms:ViaService": "ec2.eu-central-1.amazonaws.com" },
      }),
      allow("lambda:AddPermission", regional("lambda", "function:shop-checkout")),
      allow("sns:SetTopicAttributes", regional("sns", "shop-alarms")),
      deny(words("s3", "PutBucketPolicy PutBucketAcl")),
      allow(
        words("ec2", "AuthorizeSecurityGroupIngress RevokeSecurityGroupIngress"),
        regional("ec2", "security-group/sg-0123456789abcdef0"),
      ),
    ],
  },
};
