/** What the store keeps of Identity Center's directory. Times are ISO 8601. */
export interface IdentityStoreDocument {
  identityStoreId: string;
  /** Id → group. */
  groups: Record<string, Group>;
  /** Id → user. */
  users: Record<string, User>;
  /** Id → membership. */
  memberships: Record<string, Membership>;
}

interface Entry {
  revision: number;
  createdAt: string;
  updatedAt: string;
  createdBy: string;
  updatedBy: string;
  /** Came with the organization, as from an identity provider. */
  founded?: boolean;
}

export interface Group extends Entry {
  GroupId: string;
  DisplayName?: string;
  Description?: string;
}

/** `attributes` holds what AWS keeps under the members of its own shape, such as `UserName` and `Emails`. */
export interface User extends Entry {
  UserId: string;
  attributes: Record<string, unknown> & { UserName?: string };
}

export interface Membership extends Entry {
  MembershipId: string;
  GroupId: string;
  UserId: string;
}
