export type Kind = "Role" | "Group" | "User" | "PermissionSet";

/** Type → the properties that name whom it gives policies, and the properties that name managed ones. */
export const givers: Readonly<Record<string, { to: Partial<Record<string, Kind>>; managed: string[] }>> = {
  "aws:iam/rolePolicy:RolePolicy": { to: { role: "Role" }, managed: [] },
  "aws:iam/groupPolicy:GroupPolicy": { to: { group: "Group" }, managed: [] },
  "aws:iam/userPolicy:UserPolicy": { to: { user: "User" }, managed: [] },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": { to: { role: "Role" }, managed: ["policyArn"] },
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": { to: { group: "Group" }, managed: ["policyArn"] },
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": { to: { user: "User" }, managed: ["policyArn"] },
  "aws:iam/policyAttachment:PolicyAttachment": {
    to: { roles: "Role", groups: "Group", users: "User" },
    managed: ["policyArn"],
  },
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": {
    to: { roleName: "Role" },
    managed: ["policyArns"],
  },
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": {
    to: { groupName: "Group" },
    managed: ["policyArns"],
  },
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": {
    to: { userName: "User" },
    managed: ["policyArns"],
  },
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": {
    to: { permissionSetArn: "PermissionSet" },
    managed: [],
  },
  "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": {
    to: { permissionSetArn: "PermissionSet" },
    managed: ["managedPolicyArn"],
  },
  "aws:ssoadmin/managedPolicyAttachmentsExclusive:ManagedPolicyAttachmentsExclusive": {
    to: { permissionSetArn: "PermissionSet" },
    managed: ["managedPolicyArns"],
  },
  "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment": {
    to: { permissionSetArn: "PermissionSet" },
    managed: ["customerManagedPolicyReference"],
  },
  "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive": {
    to: { permissionSetArn: "PermissionSet" },
    managed: ["customerManagedPolicyReferences"],
  },
};
