import { type ActionsByType, of } from "./type-actions.ts";

const iam = (names: string) => of("iam", names);

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html */
export const breakGlassTypes: ActionsByType = {
  "aws:iam/group:Group": {
    create: iam("CreateGroup"),
    read: iam("GetGroup"),
    update: iam("UpdateGroup"),
    delete: iam("DeleteGroup"),
  },
  "aws:iam/groupMembership:GroupMembership": {
    create: iam("AddUserToGroup"),
    read: iam("GetGroup"),
    update: iam("AddUserToGroup RemoveUserFromGroup"),
    delete: iam("RemoveUserFromGroup"),
  },
  "aws:iam/groupPoliciesExclusive:GroupPoliciesExclusive": {
    create: iam("DeleteGroupPolicy PutGroupPolicy"),
    read: iam("ListGroupPolicies"),
    update: iam("DeleteGroupPolicy PutGroupPolicy"),
    delete: [],
  },
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": {
    create: iam("AttachGroupPolicy"),
    read: iam("ListAttachedGroupPolicies"),
    update: [],
    delete: iam("DetachGroupPolicy"),
  },
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": {
    create: iam("AttachGroupPolicy DetachGroupPolicy"),
    read: iam("ListAttachedGroupPolicies"),
    update: iam("AttachGroupPolicy DetachGroupPolicy"),
    delete: [],
  },
  "aws:iam/user:User": {
    create: iam("CreateUser TagUser"),
    read: iam("GetUser"),
    update: iam("TagUser UntagUser UpdateUser"),
    // Whoever is deleted leaves the groups first.
    delete: iam("DeleteUser ListGroupsForUser RemoveUserFromGroup"),
  },
  "aws:iam/userLoginProfile:UserLoginProfile": {
    create: iam("CreateLoginProfile"),
    read: iam("GetLoginProfile"),
    update: [],
    delete: iam("DeleteLoginProfile"),
  },
  "aws:iam/userPoliciesExclusive:UserPoliciesExclusive": {
    create: iam("DeleteUserPolicy PutUserPolicy"),
    read: iam("ListUserPolicies"),
    update: iam("DeleteUserPolicy PutUserPolicy"),
    delete: [],
  },
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": {
    create: iam("AttachUserPolicy"),
    read: iam("ListAttachedUserPolicies"),
    update: [],
    delete: iam("DetachUserPolicy"),
  },
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": {
    create: iam("AttachUserPolicy DetachUserPolicy"),
    read: iam("ListAttachedUserPolicies"),
    update: iam("AttachUserPolicy DetachUserPolicy"),
    delete: [],
  },
};
