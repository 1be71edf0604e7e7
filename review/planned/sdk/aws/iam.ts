import { classesOf } from "../custom-resource.ts";

export const {
  AccountPasswordPolicy,
  Group,
  GroupMembership,
  GroupPoliciesExclusive,
  GroupPolicyAttachment,
  GroupPolicyAttachmentsExclusive,
  InstanceProfile,
  OpenIdConnectProvider,
  OrganizationsFeatures,
  Policy,
  Role,
  RolePoliciesExclusive,
  RolePolicy,
  RolePolicyAttachment,
  RolePolicyAttachmentsExclusive,
  User,
  UserLoginProfile,
  UserPoliciesExclusive,
  UserPolicyAttachment,
  UserPolicyAttachmentsExclusive,
} = classesOf("iam");
