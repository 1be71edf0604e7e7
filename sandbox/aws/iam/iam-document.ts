import type { PasswordPolicy } from "./password-policy.ts";

/** What the store keeps of IAM in one account. Times are ISO 8601. */
export interface IamDocument {
  /** Role name → role. */
  roles: Record<string, Role>;
  /** ARN → customer managed policy. */
  policies: Record<string, Policy>;
  /** Name → instance profile. */
  instanceProfiles: Record<string, InstanceProfile>;
  /** ARN → OpenID Connect provider. */
  openIdConnectProviders: Record<string, OpenIdConnectProvider>;
  /** Name → user. */
  users: Record<string, User>;
  passwordPolicy?: PasswordPolicy;
  /** Name → group. */
  groups: Record<string, Group>;
}

export interface Tag {
  Key: string;
  Value: string;
}

export interface Role {
  Path: string;
  RoleName: string;
  RoleId: string;
  Arn: string;
  CreateDate: string;
  Description?: string;
  MaxSessionDuration: number;
  AssumeRolePolicyDocument: string;
  /** ARN of each role and user that the trust policy names → its unique id at the time. */
  pinnedPrincipals: Record<string, string>;
  /** ARN. */
  permissionsBoundary?: string;
  Tags: Tag[];
  /** Name → document. */
  inlinePolicies: Record<string, string>;
  /** ARNs, in the order of their attachment. */
  attachedPolicies: string[];
  /** Of the permission set whose role it is in this account. */
  permissionSetArn?: string;
  /** Made together with the organization, not by a call. */
  founded?: boolean;
}

export interface Policy {
  PolicyName: string;
  PolicyId: string;
  Arn: string;
  Path: string;
  Description?: string;
  CreateDate: string;
  UpdateDate: string;
  DefaultVersionId: string;
  /** Number of the version to be made next. */
  nextVersion: number;
  versions: PolicyVersion[];
  Tags: Tag[];
  /** Made together with the organization, not by a call. */
  founded?: boolean;
}

export interface PolicyVersion {
  VersionId: string;
  CreateDate: string;
  document: string;
}

export interface InstanceProfile {
  Path: string;
  InstanceProfileName: string;
  InstanceProfileId: string;
  Arn: string;
  CreateDate: string;
  /** Names: none or one. */
  roles: string[];
  Tags: Tag[];
}

export interface OpenIdConnectProvider {
  Arn: string;
  /** Without `https://`, as AWS gives it. */
  Url: string;
  ClientIDList: string[];
  ThumbprintList: string[];
  CreateDate: string;
  Tags: Tag[];
}

/** Who has policies of its own. */
export interface PolicyHolder {
  /** Name → document. */
  inlinePolicies: Record<string, string>;
  /** ARNs, in the order of their attachment. */
  attachedPolicies: string[];
}

export interface User extends PolicyHolder {
  Path: string;
  UserName: string;
  UserId: string;
  Arn: string;
  CreateDate: string;
  permissionsBoundary?: string;
  Tags: Tag[];
  accessKeys: AccessKey[];
  mfaDevices: MfaDevice[];
  loginProfile?: LoginProfile;
}

export interface MfaDevice {
  SerialNumber: string;
  EnableDate: string;
}

/** That a user has a password; the password itself is kept nowhere. */
export interface LoginProfile {
  CreateDate: string;
  PasswordResetRequired: boolean;
}

export interface Group extends PolicyHolder {
  Path: string;
  GroupName: string;
  GroupId: string;
  Arn: string;
  CreateDate: string;
  /** Ids of users. */
  members: string[];
}

export interface AccessKey {
  AccessKeyId: string;
  SecretAccessKey: string;
  Status: "Active" | "Inactive" | "Expired";
  CreateDate: string;
}
