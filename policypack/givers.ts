export type Kind = "Role" | "Group" | "User" | "PermissionSet";

/** What gives policies: the properties that name whom, and the properties that name managed ones. */
export interface Giver {
  to: Readonly<Record<string, Kind>>;
  managed: readonly string[];
}

const giver = (to: string, kind: Kind, ...managed: string[]): Giver => ({ to: { [to]: kind }, managed });
const toSet = (...managed: string[]): Giver => giver("permissionSetArn", "PermissionSet", ...managed);

/** By type; without managed policies, the resource is itself the policy. */
export const givers: Readonly<Partial<Record<string, Giver>>> = {
  "aws:iam/rolePolicy:RolePolicy": giver("role", "Role"),
  "aws:iam/groupPolicy:GroupPolicy": giver("group", "Group"),
  "aws:iam/userPolicy:UserPolicy": giver("user", "User"),
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": giver("role", "Role", "policyArn"),
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": giver("group", "Group", "policyArn"),
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": giver("user", "User", "policyArn"),
  "aws:iam/policyAttachment:PolicyAttachment": {
    to: { roles: "Role", groups: "Group", users: "User" },
    managed: ["policyArn"],
  },
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": giver("roleName", "Role", "policyArns"),
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": giver("groupName", "Group", "policyArns"),
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": giver("userName", "User", "policyArns"),
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": toSet(),
  "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": toSet("managedPolicyArn"),
  "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive": toSet("managedPolicyArns"),
  "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment": toSet(
    "customerManagedPolicyReference",
  ),
  "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive": toSet(
    "customerManagedPolicyReferences",
  ),
};
