import { accessKey } from "./iam/access-key.ts";
import { iamGroupMembership } from "./iam/group-membership.ts";
import { iamGroup } from "./iam/group.ts";
import { instanceProfile } from "./iam/instance-profile.ts";
import { openIdConnectProvider } from "./iam/open-id-connect-provider.ts";
import { policyHolder } from "./iam/policy-holder.ts";
import { policy } from "./iam/policy.ts";
import { role } from "./iam/role.ts";
import { rolePoliciesExclusive } from "./iam/role-policies-exclusive.ts";
import { rolePolicy } from "./iam/role-policy.ts";
import { rolePolicyAttachment } from "./iam/role-policy-attachment.ts";
import { rolePolicyAttachmentsExclusive } from "./iam/role-policy-attachments-exclusive.ts";
import { userLoginProfile } from "./iam/user-login-profile.ts";
import { user as iamUser } from "./iam/user.ts";
import { group } from "./identitystore/group.ts";
import { groupMembership } from "./identitystore/group-membership.ts";
import { user as identityStoreUser } from "./identitystore/user.ts";
import { policy as organizationPolicy } from "./organizations/policy.ts";
import { policyAttachment } from "./organizations/policy-attachment.ts";
import type { ResourceType } from "./resource-type.ts";
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
  rolePolicyAttachment,
  rolePoliciesExclusive,
  rolePolicyAttachmentsExclusive,
  policy,
  instanceProfile,
  openIdConnectProvider,
  iamUser,
  accessKey,
  ...policyHolder("User", "user"),
  userLoginProfile,
  iamGroup,
  ...policyHolder("Group", "group"),
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
