import { analyzer } from "./accessanalyzer/analyzer.ts";
import { archiveRule } from "./accessanalyzer/archive-rule.ts";
import { trail } from "./cloudtrail/trail.ts";
import { logGroup } from "./cloudwatch/log-group.ts";
import { logMetricFilter } from "./cloudwatch/log-metric-filter.ts";
import { metricAlarm } from "./cloudwatch/metric-alarm.ts";
import { accessKey } from "./iam/access-key.ts";
import { accountPasswordPolicy } from "./iam/account-password-policy.ts";
import { iamGroupMembership } from "./iam/group-membership.ts";
import { iamGroup } from "./iam/group.ts";
import { instanceProfile } from "./iam/instance-profile.ts";
import { openIdConnectProvider } from "./iam/open-id-connect-provider.ts";
import { organizationsFeatures } from "./iam/organizations-features.ts";
import { policyHolder } from "./iam/policy-holder.ts";
import { policy } from "./iam/policy.ts";
import { role } from "./iam/role.ts";
import { rolePolicy } from "./iam/role-policy.ts";
import { userLoginProfile } from "./iam/user-login-profile.ts";
import { user as iamUser } from "./iam/user.ts";
import { group } from "./identitystore/group.ts";
import { groupMembership } from "./identitystore/group-membership.ts";
import { user as identityStoreUser } from "./identitystore/user.ts";
import { alias } from "./kms/alias.ts";
import { key } from "./kms/key.ts";
import { awsServiceAccess } from "./organizations/aws-service-access.ts";
import { delegatedAdministrator } from "./organizations/delegated-administrator.ts";
import { policy as organizationPolicy } from "./organizations/policy.ts";
import { policyAttachment } from "./organizations/policy-attachment.ts";
import type { ResourceType } from "./resource-type.ts";
import { accountPublicAccessBlock } from "./s3/account-public-access-block.ts";
import * as bucketSettings from "./s3/bucket-settings.ts";
import { bucket } from "./s3/bucket.ts";
import { topicPolicy } from "./sns/topic-policy.ts";
import { topicSubscription } from "./sns/topic-subscription.ts";
import { topic } from "./sns/topic.ts";
import { accountAssignment } from "./ssoadmin/account-assignment.ts";
import { customerManagedPolicyAttachmentsExclusive } from "./ssoadmin/customer-managed-policy-attachments-exclusive.ts";
import { instanceAccessControlAttributes } from "./ssoadmin/instance-access-control-attributes.ts";
import { managedPolicyAttachmentsExclusive } from "./ssoadmin/managed-policy-attachments-exclusive.ts";
import { permissionSet } from "./ssoadmin/permission-set.ts";
import { permissionSetInlinePolicy } from "./ssoadmin/permission-set-inline-policy.ts";
import { permissionsBoundaryAttachment } from "./ssoadmin/permissions-boundary-attachment.ts";

/** Every resource type that the sandbox serves. */
export const resourceTypes: ResourceType[] = [
  role,
  rolePolicy,
  ...policyHolder("Role"),
  policy,
  instanceProfile,
  openIdConnectProvider,
  iamUser,
  accessKey,
  ...policyHolder("User"),
  userLoginProfile,
  iamGroup,
  ...policyHolder("Group"),
  iamGroupMembership,
  permissionSet,
  permissionSetInlinePolicy,
  managedPolicyAttachmentsExclusive,
  customerManagedPolicyAttachmentsExclusive,
  permissionsBoundaryAttachment,
  accountAssignment,
  instanceAccessControlAttributes,
  group,
  identityStoreUser,
  groupMembership,
  accountPasswordPolicy,
  organizationsFeatures,
  awsServiceAccess,
  delegatedAdministrator,
  accountPublicAccessBlock,
  bucket,
  ...Object.values(bucketSettings),
  key,
  alias,
  logGroup,
  logMetricFilter,
  metricAlarm,
  topic,
  topicPolicy,
  topicSubscription,
  analyzer,
  archiveRule,
  trail,
  organizationPolicy,
  policyAttachment,
];

const byToken = new Map(resourceTypes.map((type) => [type.token, type]));

/** Throws where the sandbox does not serve the type. */
export function resourceType(token: string): ResourceType {
  const type = byToken.get(token);
  if (type === undefined) throw new Error(`unrecognized resource type: ${token}; the sandbox does not serve it`);
  return type;
}
