import { type ActionsByType, of } from "./type-actions.ts";

const iam = (names: string) => of("iam", names);

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html */
export const iamTypes: ActionsByType = {
  "aws:iam/accountPasswordPolicy:AccountPasswordPolicy": {
    create: iam("UpdateAccountPasswordPolicy"),
    read: iam("GetAccountPasswordPolicy"),
    update: iam("UpdateAccountPasswordPolicy"),
    delete: iam("DeleteAccountPasswordPolicy"),
  },
  "aws:iam/instanceProfile:InstanceProfile": {
    // Adding a role demands the right to pass it:
    // https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html
    create: iam("AddRoleToInstanceProfile CreateInstanceProfile PassRole TagInstanceProfile"),
    read: iam("GetInstanceProfile"),
    update: iam(
      "AddRoleToInstanceProfile PassRole RemoveRoleFromInstanceProfile TagInstanceProfile UntagInstanceProfile",
    ),
    delete: iam("DeleteInstanceProfile RemoveRoleFromInstanceProfile"),
  },
  "aws:iam/openIdConnectProvider:OpenIdConnectProvider": {
    create: iam("CreateOpenIDConnectProvider TagOpenIDConnectProvider"),
    read: iam("GetOpenIDConnectProvider"),
    update: iam(
      "AddClientIDToOpenIDConnectProvider RemoveClientIDFromOpenIDConnectProvider TagOpenIDConnectProvider UntagOpenIDConnectProvider UpdateOpenIDConnectProviderThumbprint",
    ),
    delete: iam("DeleteOpenIDConnectProvider"),
  },
  "aws:iam/policy:Policy": {
    create: iam("CreatePolicy TagPolicy"),
    read: iam("GetPolicy GetPolicyVersion ListPolicyVersions"),
    update: iam("CreatePolicyVersion DeletePolicyVersion SetDefaultPolicyVersion TagPolicy UntagPolicy"),
    delete: iam("DeletePolicy DeletePolicyVersion"),
  },
  "aws:iam/role:Role": {
    create: iam("CreateRole TagRole"),
    read: iam("GetRole GetRolePolicy ListAttachedRolePolicies ListInstanceProfilesForRole ListRolePolicies"),
    update: iam("PutRolePermissionsBoundary TagRole UntagRole UpdateAssumeRolePolicy UpdateRole UpdateRoleDescription"),
    delete: iam("DeleteRole DeleteRolePolicy DetachRolePolicy RemoveRoleFromInstanceProfile"),
  },
  "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive": {
    create: iam("DeleteRolePolicy PutRolePolicy"),
    read: iam("ListRolePolicies"),
    update: iam("DeleteRolePolicy PutRolePolicy"),
    delete: [],
  },
  "aws:iam/rolePolicy:RolePolicy": {
    create: iam("PutRolePolicy"),
    read: iam("GetRolePolicy"),
    update: iam("PutRolePolicy"),
    delete: iam("DeleteRolePolicy"),
  },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    create: iam("AttachRolePolicy"),
    read: iam("ListAttachedRolePolicies"),
    update: [],
    delete: iam("DetachRolePolicy"),
  },
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": {
    create: iam("AttachRolePolicy DetachRolePolicy"),
    read: iam("ListAttachedRolePolicies"),
    update: iam("AttachRolePolicy DetachRolePolicy"),
    delete: [],
  },
};

/** What makes up one role, whatever it holds. */
export const roleTypes = Object.keys(iamTypes).filter((type) => type.startsWith("aws:iam/role"));
