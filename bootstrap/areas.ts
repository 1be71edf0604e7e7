import type { Condition } from "../iam/document.ts";
import { type Estate, breakGlassArns, thisAccount } from "./estate.ts";
import { breakGlassTypes } from "./type-actions/break-glass.ts";
import { roleTypes } from "./type-actions/iam.ts";
import { logFileTypes } from "./type-actions/s3.ts";

/** Resource types whose changes concern the same things in AWS. */
export interface Area {
  /** Sid of the statement that allows their changes. */
  sid: string;
  /** Pulumi's tokens. */
  types: readonly string[];
  /** What is changed: ARNs of which the model knows paths or names. */
  resources: (estate: Estate) => string[];
  condition?: (estate: Estate) => Condition;
}

/** The order in which the statements stand. */
export const areas: readonly Area[] = [
  {
    sid: "Roles",
    types: roleTypes,
    resources: ({ roles }) => roles,
  },
  {
    sid: "InstanceProfiles",
    types: ["aws:iam/instanceProfile:InstanceProfile"],
    resources: ({ instanceProfiles }) => instanceProfiles,
  },
  { sid: "Policies", types: ["aws:iam/policy:Policy"], resources: ({ policies }) => policies },
  {
    sid: "IdentityProviders",
    types: ["aws:iam/openIdConnectProvider:OpenIdConnectProvider"],
    resources: ({ identityProviders }) => identityProviders,
  },
  {
    sid: "BreakGlass",
    types: Object.keys(breakGlassTypes),
    resources: breakGlassArns,
  },
  {
    sid: "IdentityCenter",
    types: [
      "aws:ssoadmin/accountAssignment:AccountAssignment",
      "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive",
      "aws:ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes",
      "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
      "aws:ssoadmin/permissionSet:PermissionSet",
      "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
      "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment",
    ],
    resources: ({ partition }) =>
      ["account/*", "instance/*", "permissionSet/*"].map((name) => `arn:${partition}:sso:::${name}`),
  },
  {
    sid: "Directory",
    types: [
      "aws:identitystore/group:Group",
      "aws:identitystore/groupMembership:GroupMembership",
      "aws:identitystore/user:User",
    ],
    resources: () => ["*"],
  },
  {
    sid: "AccountBaseline",
    types: [
      "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
      "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
    ],
    resources: () => ["*"],
  },
  { sid: "RootAccess", types: ["aws:iam/organizationsFeatures:OrganizationsFeatures"], resources: () => ["*"] },
  {
    sid: "OrganizationServices",
    types: [
      "aws:organizations/awsServiceAccess:AwsServiceAccess",
      "aws:organizations/delegatedAdministrator:DelegatedAdministrator",
    ],
    resources: () => ["*"],
    condition: ({ services }) => ({ StringEquals: { "organizations:ServicePrincipal": services } }),
  },
  {
    sid: "LogFiles",
    types: logFileTypes,
    resources: ({ logBuckets }) => logBuckets,
  },
  {
    sid: "Keys",
    types: ["aws:kms/alias:Alias", "aws:kms/key:Key"],
    // AWS makes up the ids of keys.
    resources: ({ partition }) =>
      ["alias/audit-*", "key/*"].map((name) => `arn:${partition}:kms:*:${thisAccount}:${name}`),
  },
  {
    sid: "Events",
    types: ["aws:cloudwatch/logGroup:LogGroup", "aws:cloudwatch/logMetricFilter:LogMetricFilter"],
    resources: ({ logGroups }) => logGroups.flatMap((arn) => [arn, `${arn}:*`]),
  },
  { sid: "Alarms", types: ["aws:cloudwatch/metricAlarm:MetricAlarm"], resources: ({ alarms }) => alarms },
  {
    sid: "AlarmTopics",
    types: ["aws:sns/topic:Topic", "aws:sns/topicPolicy:TopicPolicy", "aws:sns/topicSubscription:TopicSubscription"],
    resources: ({ topics }) => topics,
  },
  {
    sid: "Trails",
    types: ["aws:cloudtrail/trail:Trail"],
    resources: ({ trails }) => trails,
  },
  {
    sid: "Analyzers",
    types: ["aws:accessanalyzer/analyzer:Analyzer", "aws:accessanalyzer/archiveRule:ArchiveRule"],
    resources: ({ analyzers }) => analyzers,
  },
  { sid: "Guardrails", types: ["aws:organizations/policy:Policy"], resources: guardrails },
  {
    sid: "GuardrailTargets",
    types: ["aws:organizations/policyAttachment:PolicyAttachment"],
    resources: (estate) => [
      ...guardrails(estate),
      ...["account", "ou", "root"].map((kind) => organizationArn(estate, kind, "*")),
    ],
  },
];

/** Of the organization's policies, the two types that guardrails are. */
function guardrails(estate: Estate): string[] {
  const types = ["resource_control_policy", "service_control_policy"];
  return types.map((type) => organizationArn(estate, "policy", `${type}/*`));
}

function organizationArn({ partition, managementAccountId, organizationId }: Estate, kind: string, rest: string) {
  return `arn:${partition}:organizations::${managementAccountId}:${kind}/${organizationId}/${rest}`;
}
