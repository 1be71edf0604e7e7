import type { serviceOperations } from "../../../iam/catalogue/service-operations.ts";
import { changesOrganization, reads, type Run } from "../operation.ts";
import { documents, type Operation, type World } from "../world.ts";
import * as accessKey from "./access-key.ts";
import { groupPolicy } from "./group-policy.ts";
import * as group from "./group.ts";
import * as instanceProfile from "./instance-profile.ts";
import * as features from "./organizations-features.ts";
import * as loginProfile from "./login-profile.ts";
import * as mfaDevice from "./mfa-device.ts";
import * as openIdConnectProvider from "./open-id-connect-provider.ts";
import * as passwordPolicy from "./password-policy.ts";
import * as policyVersion from "./policy-version.ts";
import * as policy from "./policy.ts";
import * as rolePolicy from "./role-policy.ts";
import * as role from "./role.ts";
import { userPolicy } from "./user-policy.ts";
import * as user from "./user.ts";

const changes = (run: Run): Operation => ({
  run,
  changes: (_, { caller }: World) => [documents.iam(caller.accountId)],
});

/** IAM acts in the account of the caller, whatever the region. */
export const iam = {
  CreateRole: changes(role.createRole),
  GetRole: reads(role.getRole),
  UpdateRole: changes(role.updateRole),
  UpdateAssumeRolePolicy: changes(role.updateAssumeRolePolicy),
  UpdateRoleDescription: changes(role.updateRoleDescription),
  DeleteRole: changes(role.deleteRole),
  ListRoles: reads(role.listRoles),
  TagRole: changes(role.tagRole),
  UntagRole: changes(role.untagRole),
  ListRoleTags: reads(role.listRoleTags),
  PutRolePermissionsBoundary: changes(role.putRolePermissionsBoundary),
  DeleteRolePermissionsBoundary: changes(role.deleteRolePermissionsBoundary),

  PutRolePolicy: changes(rolePolicy.putRolePolicy),
  GetRolePolicy: reads(rolePolicy.getRolePolicy),
  DeleteRolePolicy: changes(rolePolicy.deleteRolePolicy),
  ListRolePolicies: reads(rolePolicy.listRolePolicies),
  AttachRolePolicy: changes(rolePolicy.attachRolePolicy),
  DetachRolePolicy: changes(rolePolicy.detachRolePolicy),
  ListAttachedRolePolicies: reads(rolePolicy.listAttachedRolePolicies),

  CreatePolicy: changes(policy.createPolicy),
  GetPolicy: reads(policy.getPolicy),
  ListPolicies: reads(policy.listPolicies),
  DeletePolicy: changes(policy.deletePolicy),
  ListEntitiesForPolicy: reads(policy.listEntitiesForPolicy),
  TagPolicy: changes(policy.tagPolicy),
  UntagPolicy: changes(policy.untagPolicy),
  ListPolicyTags: reads(policy.listPolicyTags),

  CreatePolicyVersion: changes(policyVersion.createPolicyVersion),
  GetPolicyVersion: reads(policyVersion.getPolicyVersion),
  ListPolicyVersions: reads(policyVersion.listPolicyVersions),
  DeletePolicyVersion: changes(policyVersion.deletePolicyVersion),
  SetDefaultPolicyVersion: changes(policyVersion.setDefaultPolicyVersion),

  CreateInstanceProfile: changes(instanceProfile.createInstanceProfile),
  GetInstanceProfile: reads(instanceProfile.getInstanceProfile),
  DeleteInstanceProfile: changes(instanceProfile.deleteInstanceProfile),
  ListInstanceProfilesForRole: reads(instanceProfile.listInstanceProfilesForRole),
  AddRoleToInstanceProfile: changes(instanceProfile.addRoleToInstanceProfile),
  RemoveRoleFromInstanceProfile: changes(instanceProfile.removeRoleFromInstanceProfile),
  TagInstanceProfile: changes(instanceProfile.tagInstanceProfile),
  UntagInstanceProfile: changes(instanceProfile.untagInstanceProfile),

  CreateOpenIDConnectProvider: changes(openIdConnectProvider.createOpenIDConnectProvider),
  GetOpenIDConnectProvider: reads(openIdConnectProvider.getOpenIDConnectProvider),
  ListOpenIDConnectProviders: reads(openIdConnectProvider.listOpenIDConnectProviders),
  UpdateOpenIDConnectProviderThumbprint: changes(openIdConnectProvider.updateOpenIDConnectProviderThumbprint),
  DeleteOpenIDConnectProvider: changes(openIdConnectProvider.deleteOpenIDConnectProvider),
  AddClientIDToOpenIDConnectProvider: changes(openIdConnectProvider.addClientIDToOpenIDConnectProvider),
  RemoveClientIDFromOpenIDConnectProvider: changes(openIdConnectProvider.removeClientIDFromOpenIDConnectProvider),
  TagOpenIDConnectProvider: changes(openIdConnectProvider.tagOpenIDConnectProvider),
  UntagOpenIDConnectProvider: changes(openIdConnectProvider.untagOpenIDConnectProvider),

  CreateUser: changes(user.createUser),
  GetUser: reads(user.getUser),
  ListUsers: reads(user.listUsers),
  DeleteUser: changes(user.deleteUser),
  UpdateUser: changes(user.updateUser),
  TagUser: changes(user.tagUser),
  UntagUser: changes(user.untagUser),

  PutUserPolicy: changes(userPolicy.put),
  GetUserPolicy: reads(userPolicy.get),
  DeleteUserPolicy: changes(userPolicy.delete),
  ListUserPolicies: reads(userPolicy.list),
  AttachUserPolicy: changes(userPolicy.attach),
  DetachUserPolicy: changes(userPolicy.detach),
  ListAttachedUserPolicies: reads(userPolicy.listAttached),

  CreateLoginProfile: changes(loginProfile.createLoginProfile),
  GetLoginProfile: reads(loginProfile.getLoginProfile),
  UpdateLoginProfile: changes(loginProfile.updateLoginProfile),
  DeleteLoginProfile: changes(loginProfile.deleteLoginProfile),

  EnableMFADevice: changes(mfaDevice.enableMfaDevice),
  ListMFADevices: reads(mfaDevice.listMfaDevices),
  DeactivateMFADevice: changes(mfaDevice.deactivateMfaDevice),

  CreateAccessKey: changes(accessKey.createAccessKey),
  UpdateAccessKey: changes(accessKey.updateAccessKey),
  ListAccessKeys: reads(accessKey.listAccessKeys),
  DeleteAccessKey: changes(accessKey.deleteAccessKey),

  UpdateAccountPasswordPolicy: changes(passwordPolicy.updateAccountPasswordPolicy),
  GetAccountPasswordPolicy: reads(passwordPolicy.getAccountPasswordPolicy),
  DeleteAccountPasswordPolicy: changes(passwordPolicy.deleteAccountPasswordPolicy),

  EnableOrganizationsRootCredentialsManagement: changesOrganization(features.enable("RootCredentialsManagement")),
  DisableOrganizationsRootCredentialsManagement: changesOrganization(features.disable("RootCredentialsManagement")),
  EnableOrganizationsRootSessions: changesOrganization(features.enable("RootSessions")),
  DisableOrganizationsRootSessions: changesOrganization(features.disable("RootSessions")),
  ListOrganizationsFeatures: reads(features.listOrganizationsFeatures),
  CreateGroup: changes(group.createGroup),
  GetGroup: reads(group.getGroup),
  UpdateGroup: changes(group.updateGroup),
  ListGroups: reads(group.listGroups),
  DeleteGroup: changes(group.deleteGroup),
  AddUserToGroup: changes(group.addUserToGroup),
  RemoveUserFromGroup: changes(group.removeUserFromGroup),
  ListGroupsForUser: reads(group.listGroupsForUser),

  PutGroupPolicy: changes(groupPolicy.put),
  GetGroupPolicy: reads(groupPolicy.get),
  DeleteGroupPolicy: changes(groupPolicy.delete),
  ListGroupPolicies: reads(groupPolicy.list),
  AttachGroupPolicy: changes(groupPolicy.attach),
  DetachGroupPolicy: changes(groupPolicy.detach),
  ListAttachedGroupPolicies: reads(groupPolicy.listAttached),
} satisfies Record<(typeof serviceOperations)["iam"][number], Operation>;
