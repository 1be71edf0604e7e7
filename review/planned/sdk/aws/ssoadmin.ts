import { classesOf } from "../custom-resource.ts";

export const {
  AccountAssignment,
  CustomerManagedPolicyAttachmentsExclusive,
  InstanceAccessControlAttributes,
  ManagedPolicyAttachmentsExclusive,
  PermissionSet,
  PermissionSetInlinePolicy,
  PermissionsBoundaryAttachment,
} = classesOf("ssoadmin");
