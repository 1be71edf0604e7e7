import type { OrganizationsFeature } from "../iam/organizations-features.ts";

/** What the store keeps of the organization. */
export interface OrganizationDocument {
  id: string;
  partition: string;
  homeRegion: string;
  managementAccountId: string;
  createdDate: string;
  rootId: string;
  organizationalUnits: OrganizationalUnit[];
  accounts: MemberAccount[];
  /** Service principal, such as `sso.amazonaws.com` → account. */
  delegatedAdministrators: Record<string, string>;
  /** Service principals that may look into the organization. */
  trustedServices?: string[];
  /** What the management account may do in place of the root users of member accounts. */
  rootAccess?: OrganizationsFeature[];
  /** What was delegated and trusted when it was founded. */
  founded?: { delegated: string[]; trusted: string[] };
  /** What an administrator has enabled at the root, such as `SERVICE_CONTROL_POLICY`. */
  enabledPolicyTypes: string[];
  /** Id → policy, but for those that AWS itself has. */
  policies: Record<string, OrganizationPolicy>;
  /** Id of the root, a unit or an account → ids of what is attached to it, in the order of attaching. */
  attachments: Record<string, string[]>;
  /** Whose credentials a rehearsal starts with. */
  startingIdentity: { accountId: string; roleName: string };
  /** Signs the session tokens of this organization, so that they cannot be made up. */
  signingKey: string;
}

export interface OrganizationalUnit {
  id: string;
  name: string;
  parentId: string;
}

export interface MemberAccount {
  id: string;
  name: string;
  email: string;
  parentId: string;
  tags: Record<string, string>;
  joinedDate: string;
}

export interface OrganizationPolicy {
  id: string;
  name: string;
  type: string;
  description: string;
  content: string;
  tags: Record<string, string>;
}
