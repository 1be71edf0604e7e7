import { type ActionsByType, of } from "./type-actions.ts";

const sso = (names: string) => of("sso", names);
const identitystore = (names: string) => of("identitystore", names);

const provisioning = "DescribePermissionSetProvisioningStatus ProvisionPermissionSet";

/**
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiamidentitycenter.html and
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentitystore.html
 */
export const identityCenterTypes: ActionsByType = {
  "aws:identitystore/getGroups:getGroups": {
    create: [],
    read: identitystore("ListGroups"),
    update: [],
    delete: [],
  },
  "aws:identitystore/group:Group": {
    create: identitystore("CreateGroup"),
    read: identitystore("DescribeGroup ListGroups"),
    update: identitystore("UpdateGroup"),
    delete: identitystore("DeleteGroup"),
  },
  "aws:identitystore/groupMembership:GroupMembership": {
    create: identitystore("CreateGroupMembership"),
    read: identitystore("DescribeGroupMembership ListGroupMemberships"),
    update: [],
    delete: identitystore("DeleteGroupMembership"),
  },
  "aws:identitystore/user:User": {
    create: identitystore("CreateUser"),
    read: identitystore("DescribeUser ListUsers"),
    update: identitystore("UpdateUser"),
    delete: identitystore("DeleteUser"),
  },
  "aws:ssoadmin/accountAssignment:AccountAssignment": {
    create: sso("CreateAccountAssignment DescribeAccountAssignmentCreationStatus"),
    read: sso("ListAccountAssignments"),
    update: [],
    delete: sso("DeleteAccountAssignment DescribeAccountAssignmentDeletionStatus"),
  },
  "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive": {
    create: sso(
      `AttachCustomerManagedPolicyReferenceToPermissionSet DetachCustomerManagedPolicyReferenceFromPermissionSet ${provisioning}`,
    ),
    read: sso("ListCustomerManagedPolicyReferencesInPermissionSet"),
    update: sso(
      `AttachCustomerManagedPolicyReferenceToPermissionSet DetachCustomerManagedPolicyReferenceFromPermissionSet ${provisioning}`,
    ),
    delete: [],
  },
  "aws:ssoadmin/getInstances:getInstances": { create: [], read: sso("ListInstances"), update: [], delete: [] },
  "aws:ssoadmin/instanceAccessControlAttributes:InstanceAccessControlAttributes": {
    create: sso("CreateInstanceAccessControlAttributeConfiguration"),
    read: sso("DescribeInstanceAccessControlAttributeConfiguration"),
    update: sso("UpdateInstanceAccessControlAttributeConfiguration"),
    delete: sso("DeleteInstanceAccessControlAttributeConfiguration"),
  },
  "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive": {
    create: sso(`AttachManagedPolicyToPermissionSet DetachManagedPolicyFromPermissionSet ${provisioning}`),
    read: sso("ListManagedPoliciesInPermissionSet"),
    update: sso(`AttachManagedPolicyToPermissionSet DetachManagedPolicyFromPermissionSet ${provisioning}`),
    delete: [],
  },
  "aws:ssoadmin/permissionSet:PermissionSet": {
    create: sso("CreatePermissionSet TagResource"),
    read: sso("DescribePermissionSet ListPermissionSets ListTagsForResource"),
    update: sso(`TagResource UntagResource UpdatePermissionSet ${provisioning}`),
    delete: sso("DeletePermissionSet"),
  },
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": {
    create: sso(`PutInlinePolicyToPermissionSet ${provisioning}`),
    read: sso("GetInlinePolicyForPermissionSet"),
    update: sso(`PutInlinePolicyToPermissionSet ${provisioning}`),
    delete: sso(`DeleteInlinePolicyFromPermissionSet ${provisioning}`),
  },
  "aws:ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment": {
    create: sso(`PutPermissionsBoundaryToPermissionSet ${provisioning}`),
    read: sso("GetPermissionsBoundaryForPermissionSet"),
    update: [],
    delete: sso(`DeletePermissionsBoundaryFromPermissionSet ${provisioning}`),
  },
};
