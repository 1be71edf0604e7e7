/** What the store keeps of the organization: one document, changed only by founding. */
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
