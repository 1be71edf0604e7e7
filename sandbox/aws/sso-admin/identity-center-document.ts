import type { Tag } from "../iam/iam-document.ts";

/** What the store keeps of Identity Center's one instance. Times are ISO 8601. */
export interface IdentityCenterDocument {
  instanceArn: string;
  identityStoreId: string;
  createdDate: string;
  /** ARN → permission set. */
  permissionSets: Record<string, PermissionSet>;
  assignments: Assignment[];
  /** Request id → request, oldest first. */
  requests: Record<string, Request>;
  /** Key → sources; absent where attributes for access control are not enabled. */
  accessControlAttributes?: { Key: string; Value: { Source: string[] } }[];
}

export interface PermissionSet {
  Name: string;
  PermissionSetArn: string;
  Description?: string;
  CreatedDate: string;
  SessionDuration: string;
  RelayState?: string;
  tags: Tag[];
  /** ARNs. */
  managedPolicies: string[];
  customerManagedPolicies: CustomerManagedPolicyReference[];
  inlinePolicy?: string;
  permissionsBoundary?: { ManagedPolicyArn?: string; CustomerManagedPolicyReference?: CustomerManagedPolicyReference };
  /** Counts the changes, so that an account knows whether it has the latest. */
  revision: number;
  /** Account → the role there, and the revision it was made from. */
  provisioned: Record<string, { roleName: string; revision: number }>;
}

export interface CustomerManagedPolicyReference {
  Name: string;
  Path: string;
}

export interface Assignment {
  AccountId: string;
  PermissionSetArn: string;
  PrincipalType: string;
  PrincipalId: string;
}

/** How a request ended. */
export interface Request {
  kind: "create assignment" | "delete assignment" | "provision";
  status: "IN_PROGRESS" | "SUCCEEDED" | "FAILED";
  createdDate: string;
  permissionSetArn: string;
  /** Empty where the request went to all accounts. */
  accountId: string;
  principal: { PrincipalType: string | undefined; PrincipalId: string | undefined };
  failureReason: string | undefined;
}
