/**
 * The API operations of which the catalogue keeps the models: those that manage access in an organization, and those
 * that say who is calling. The virtual AWS serves exactly these.
 */
export const serviceOperations = {
  iam: [
    ...["CreateRole", "GetRole", "UpdateRole", "UpdateAssumeRolePolicy", "UpdateRoleDescription", "DeleteRole"],
    ...["ListRoles", "TagRole", "UntagRole", "ListRoleTags"],
    ...["PutRolePermissionsBoundary", "DeleteRolePermissionsBoundary"],
    ...["PutRolePolicy", "GetRolePolicy", "DeleteRolePolicy", "ListRolePolicies"],
    ...["AttachRolePolicy", "DetachRolePolicy", "ListAttachedRolePolicies"],
    ...["CreatePolicy", "GetPolicy", "ListPolicies", "DeletePolicy", "ListEntitiesForPolicy"],
    ...["CreatePolicyVersion", "GetPolicyVersion", "ListPolicyVersions", "DeletePolicyVersion"],
    ...["SetDefaultPolicyVersion", "TagPolicy", "UntagPolicy", "ListPolicyTags"],
    ...["CreateInstanceProfile", "GetInstanceProfile", "DeleteInstanceProfile", "ListInstanceProfilesForRole"],
    ...["AddRoleToInstanceProfile", "RemoveRoleFromInstanceProfile", "TagInstanceProfile", "UntagInstanceProfile"],
    ...["CreateOpenIDConnectProvider", "GetOpenIDConnectProvider", "ListOpenIDConnectProviders"],
    ...["UpdateOpenIDConnectProviderThumbprint", "DeleteOpenIDConnectProvider"],
    ...["AddClientIDToOpenIDConnectProvider", "RemoveClientIDFromOpenIDConnectProvider"],
    ...["TagOpenIDConnectProvider", "UntagOpenIDConnectProvider"],
    ...["CreateUser", "GetUser", "UpdateUser", "ListUsers", "DeleteUser", "TagUser", "UntagUser"],
    ...["CreateAccessKey", "UpdateAccessKey", "ListAccessKeys", "DeleteAccessKey"],
  ],
  sts: ["AssumeRole", "GetCallerIdentity"],
  "sso-admin": [
    ...["ListInstances", "DescribeInstance"],
    ...["CreatePermissionSet", "DescribePermissionSet", "UpdatePermissionSet", "DeletePermissionSet"],
    ...["ListPermissionSets", "TagResource", "UntagResource", "ListTagsForResource"],
    ...["PutInlinePolicyToPermissionSet", "GetInlinePolicyForPermissionSet", "DeleteInlinePolicyFromPermissionSet"],
    ...["AttachManagedPolicyToPermissionSet", "DetachManagedPolicyFromPermissionSet"],
    ...["ListManagedPoliciesInPermissionSet", "AttachCustomerManagedPolicyReferenceToPermissionSet"],
    ...["DetachCustomerManagedPolicyReferenceFromPermissionSet", "ListCustomerManagedPolicyReferencesInPermissionSet"],
    ...["PutPermissionsBoundaryToPermissionSet", "GetPermissionsBoundaryForPermissionSet"],
    ...["DeletePermissionsBoundaryFromPermissionSet"],
    ...["ProvisionPermissionSet", "DescribePermissionSetProvisioningStatus"],
    ...["CreateAccountAssignment", "DescribeAccountAssignmentCreationStatus"],
    ...["DeleteAccountAssignment", "DescribeAccountAssignmentDeletionStatus"],
    ...["ListAccountAssignments", "ListAccountsForProvisionedPermissionSet", "ListPermissionSetsProvisionedToAccount"],
    ...["CreateInstanceAccessControlAttributeConfiguration", "DescribeInstanceAccessControlAttributeConfiguration"],
    ...["UpdateInstanceAccessControlAttributeConfiguration", "DeleteInstanceAccessControlAttributeConfiguration"],
  ],
  identitystore: [
    ...["CreateGroup", "DescribeGroup", "UpdateGroup", "DeleteGroup", "ListGroups", "GetGroupId"],
    ...["CreateUser", "DescribeUser", "UpdateUser", "DeleteUser", "ListUsers", "GetUserId"],
    ...["CreateGroupMembership", "DescribeGroupMembership", "DeleteGroupMembership", "ListGroupMemberships"],
    ...["GetGroupMembershipId"],
  ],
  organizations: [
    ...["DescribeOrganization", "ListRoots", "ListOrganizationalUnitsForParent", "DescribeOrganizationalUnit"],
    ...["ListAccounts", "ListAccountsForParent", "ListParents", "DescribeAccount", "ListTagsForResource"],
    ...["ListDelegatedAdministrators", "ListAWSServiceAccessForOrganization"],
  ],
} as const;
