import type { Audit } from "../model/audit.ts";
import type { Deployment } from "../model/deployment.ts";
import { rolesOf } from "../model/roles.ts";
import { breakGlassTypes } from "./type-actions/break-glass.ts";
import { roleTypes } from "./type-actions/iam.ts";
import { logFileTypes } from "./type-actions/s3.ts";

const permissionSet = [
  "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive",
  "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive",
  "aws:ssoadmin/permissionSet:PermissionSet",
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy",
  "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment",
];

const key = ["aws:kms/alias:Alias", "aws:kms/key:Key"];

const alarms = [
  ...["aws:cloudwatch/logMetricFilter:LogMetricFilter", "aws:cloudwatch/metricAlarm:MetricAlarm"],
  ...["aws:sns/topic:Topic", "aws:sns/topicPolicy:TopicPolicy", "aws:sns/topicSubscription:TopicSubscription"],
];

const group = ["aws:identitystore/group:Group", "aws:identitystore/groupMembership:GroupMembership"];

const guardrail = [
  "aws:organizations/getOrganization:getOrganization",
  "aws:organizations/getOrganizationalUnits:getOrganizationalUnits",
  "aws:organizations/policy:Policy",
  "aws:organizations/policyAttachment:PolicyAttachment",
];

/** A resource type or lookup of Pulumi, and the account in which a stack uses it. */
export interface Use {
  account: string;
  type: string;
}

/**
 * What a stack uses where: for each thing that it makes every resource type that may belong to the thing, so that the
 * deploy role need not change when a role is given its first inline policy.
 */
export function usesOf(deployment: Deployment): Use[] {
  const { identityCenter, identityProviders, policies, permissionSets, access, guardrails } = deployment;
  const { administeredFrom, attributes, groups, users } = identityCenter;
  const lookups = ["aws:ssoadmin/getInstances:getInstances", "aws:identitystore/getGroups:getGroups"];
  return [
    ...use(administeredFrom, lookups),
    ...(attributes === undefined
      ? []
      : use(attributes.administeredFrom, [
          "aws:ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes",
        ])),
    ...groups.flatMap((one) => use(one.administeredFrom, group)),
    ...users.flatMap((one) => use(one.administeredFrom, ["aws:identitystore/user:User"])),
    ...identityProviders.flatMap(({ account }) =>
      use(account, ["aws:iam/openIdConnectProvider:OpenIdConnectProvider"]),
    ),
    ...policies.flatMap(({ account }) => use(account, ["aws:iam/policy:Policy"])),
    ...permissionSets.flatMap((set) => use(set.administeredFrom, permissionSet)),
    ...access
      .flatMap(({ cells }) => cells)
      .flatMap((cell) => use(cell.administeredFrom, ["aws:ssoadmin/accountAssignment:AccountAssignment"])),
    ...rolesOf(deployment).flatMap(({ account }) => use(account, roleTypes)),
    ...deployment.accountBaselines.flatMap(({ account }) =>
      use(account, [
        "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
        "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
      ]),
    ),
    ...(deployment.audit === undefined ? [] : usesOfAudit(deployment.audit)),
    ...(deployment.breakGlass?.users ?? []).flatMap(({ account }) => use(account, Object.keys(breakGlassTypes))),
    ...deployment.workloads.flatMap(({ account }) => use(account, ["aws:iam/instanceProfile:InstanceProfile"])),
    ...guardrails.flatMap(({ account }) => use(account, guardrail)),
  ];
}

function usesOfAudit({ services, trail, analyzers, rootAccess, alarms: raised }: Audit): Use[] {
  return [
    ...services.flatMap(({ account }) =>
      use(account, [
        "aws:organizations/awsServiceAccess:AwsServiceAccess",
        "aws:organizations/delegatedAdministrator:DelegatedAdministrator",
      ]),
    ),
    ...(trail === undefined
      ? []
      : [
          ...use(trail.account, ["aws:cloudtrail/trail:Trail"]),
          ...use(trail.logFiles.account, [...logFileTypes, ...key]),
          ...use(trail.logGroup.account, ["aws:cloudwatch/logGroup:LogGroup", ...key]),
        ]),
    ...analyzers.flatMap(({ account }) =>
      use(account, ["aws:accessanalyzer/analyzer:Analyzer", "aws:accessanalyzer/archiveRule:ArchiveRule"]),
    ),
    ...(rootAccess === undefined
      ? []
      : use(rootAccess.account, ["aws:iam/organizationsFeatures:OrganizationsFeatures"])),
    ...(raised === undefined ? [] : use(raised.account, alarms)),
  ];
}

function use(account: string, types: readonly string[]): Use[] {
  return types.map((type) => ({ account, type }));
}
