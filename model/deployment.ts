import type { PolicyDocument, Statement } from "../iam/document.ts";
import type { AccountBaseline, Audit } from "./audit.ts";

/**
 * What one stack makes, wholly decided: plain data, in the order of its names, so that the order of the YAML changes
 * nothing. Components wire it and decide nothing. Every ARN in it is computed; ids that only AWS knows (permission
 * sets, groups, the Identity Center instance) are referred to by name.
 */
export interface Deployment {
  stack: string;
  /** The accounts in which this stack needs a provider: those it owns and those from which Identity Center is administered. */
  accounts: Account[];
  identityCenter: IdentityCenter;
  identityProviders: IdentityProvider[];
  policies: ManagedPolicy[];
  accountBaselines: AccountBaseline[];
  permissionSets: PermissionSet[];
  access: AccountAssignments[];
  workloads: WorkloadRole[];
  pipelines: DeploymentPipeline[];
  /** Only in the stack that holds the management account. */
  audit?: Audit;
  guardrails: Guardrail[];
  breakGlass?: BreakGlass;
  /** What the policy pack is told to let through. */
  policyExceptions: PolicyException[];
  packSettings: PackSettings;
  /** Only in the stack that holds the management account, where there is break-glass. */
  alarms?: Alarms;
}

/** This stack's share of break-glass: users and groups where it owns their account, the role in its own accounts. */
export interface BreakGlass extends Declared {
  users: BreakGlassUser[];
  groups: IamGroup[];
  roles: Role[];
}

/** An IAM user without keys. */
export interface BreakGlassUser extends Declared {
  account: string;
  userName: string;
  path: string;
  policyArns: string[];
  /** Logical names of the policies of this stack that have to exist before the user can sign in. */
  needsPolicies: string[];
  /** With it the first password is made and recorded, encrypted; without it none is. */
  pgpKey?: string;
  tags: Tags;
}

/** An IAM group with all its members. */
export interface IamGroup extends Declared {
  account: string;
  groupName: string;
  path: string;
  /** Logical names of users. */
  members: string[];
  awsManagedPolicyArns: string[];
}

/** Who hears of every use of the break-glass users, of their role and of root. */
export interface Alarms {
  emails: string[];
  userNames: string[];
  roleName: string;
  configPath: string;
}

/** One resource that may break one rule of the policy pack, until a day. */
export interface PolicyException {
  rule: string;
  /** URN. */
  resource: string;
  reason: string;
  owner: string;
  /** The last day, YYYY-MM-DD, UTC. */
  until: string;
}

/** What the policy pack is told of the organization. */
export interface PackSettings {
  organizationId: string;
  /** Ids of all accounts. */
  ownAccounts: string[];
  trustedThirdParties: { account: string; externalId: string }[];
  /** Names of rules. */
  disabledRules: string[];
  /** Id. */
  managementAccount: string;
  /** Ids of the accounts, beside the management account, from which Identity Center is administered. */
  delegatedAdministrators: string[];
  /** Keys of the permission sets that may administer; each with its groups, and their ids as far as they are pinned. */
  administrators: { permissionSet: string; groups: string[]; groupIds: string[] }[];
}

/** Something that the program declares under a name of its own. */
export interface Declared {
  /** Logical name in Pulumi: built from keys of the YAML, never from a position, an ARN or an id. */
  name: string;
  /** Earlier logical names, newest first; each becomes an alias. */
  formerly: string[];
  /** The place in the YAML that asked for it, such as `access.Developers.Production`. */
  configPath: string;
}

export type Tags = Record<string, string>;

/** One target of an entry of `allow` or `deny`, and the statements that it comes to: they are part of the document beside it. */
export interface ShortGrant {
  /** As the YAML says it, whatever the order of its keys: `read secrets: payments/* (kms-key: alias/payments)`. */
  text: string;
  statements: Statement[];
}

export interface Account extends Declared {
  /** Twelve digits. */
  id: string;
  /** The region in which the account's provider works by default: the organization's home region. */
  region: string;
  deployRoleArn: string;
  /** The role that may look at everything and change nothing. */
  previewRoleArn: string;
  /** The permissions boundary of the roles here for which the configuration names none; `npm run bootstrap` makes it. */
  ceiling: { arn: string; document: PolicyDocument };
  /** The same whoever deploys, so that a deployment by somebody else shows no change. */
  sessionName: string;
  /** Default tags of everything made in the account. */
  tags: Tags;
}

export interface IdentityCenter {
  /** Name of the account whose provider looks up the instance and the groups. */
  administeredFrom: string;
  region: string;
  /** Attributes for access control; only in the stack that holds the management account. */
  attributes?: Declared & { administeredFrom: string; values: Record<string, string[]> };
  /** Groups that come from the identity provider, or that another stack manages: looked up, never created. */
  lookedUp: LookedUpGroup[];
  groups: Group[];
  users: User[];
}

export interface LookedUpGroup {
  /** Key of the YAML, by which assignments refer to it. */
  name: string;
  configPath: string;
  displayName: string;
  /** The group's id in the identity store, where the YAML pins it. */
  id?: string;
}

/** A group that is managed here: created, with its members. */
export interface Group extends Declared {
  administeredFrom: string;
  displayName: string;
  description: string;
  /** Names of users. */
  members: string[];
}

/** A person in Identity Center's own directory. */
export interface User extends Declared {
  administeredFrom: string;
  userName: string;
  displayName: string;
  givenName: string;
  familyName: string;
  email: string;
}

/** An OpenID Connect provider in one account. */
export interface IdentityProvider extends Declared {
  account: string;
  url: string;
  audiences: string[];
  tags: Tags;
}

/** A customer managed policy in one account. */
export interface ManagedPolicy extends Declared {
  account: string;
  policyName: string;
  path: string;
  description: string;
  document: PolicyDocument;
  shortGrants: ShortGrant[];
  /** Whether it is anybody's permissions boundary. */
  isBoundary: boolean;
  tags: Tags;
}

export interface PermissionSet extends Declared {
  administeredFrom: string;
  permissionSetName: string;
  description: string;
  /** ISO 8601, such as `PT8H`. */
  sessionDuration: string;
  relayState?: string;
  tags: Tags;
  awsManagedPolicyArns: string[];
  customerManagedPolicies: CustomerManagedPolicyReference[];
  inlinePolicy?: PolicyDocument;
  shortGrants: ShortGrant[];
  permissionsBoundary?: { awsManagedPolicyArn: string } | { customerManagedPolicy: CustomerManagedPolicyReference };
  /** Logical names of the policies of this stack that have to exist in an account before the set lands there. */
  needsPolicies: string[];
}

/** Identity Center refers to a policy by name and path, and expects it in every account where the set lands. */
export interface CustomerManagedPolicyReference {
  name: string;
  path: string;
}

/** One line of the matrix: what one principal has in the accounts that one selector means. */
export interface AccountAssignments extends Declared {
  principal: { type: "GROUP" | "USER"; name: string };
  cells: Cell[];
}

/** One cell of the matrix. Its name never holds the selector, so that moving it between selectors moves nothing in AWS. */
export interface Cell {
  name: string;
  formerly: string[];
  account: string;
  accountId: string;
  /** The account from which the set is administered. */
  administeredFrom: string;
  permissionSet: string;
}

/** A role and everything it holds. */
export interface Role extends Declared {
  account: string;
  arn: string;
  roleName: string;
  path: string;
  description: string;
  trust: PolicyDocument;
  /** Seconds. */
  maxSessionDuration: number;
  /** The configuration's own, else the account's ceiling; absent where the role has neither. */
  permissionsBoundaryArn?: string;
  inlinePolicy?: PolicyDocument;
  shortGrants: ShortGrant[];
  awsManagedPolicyArns: string[];
  customerManagedPolicyArns: string[];
  /** Logical names of the policies of this stack that have to exist before the role. */
  needsPolicies: string[];
  /** Logical name of the identity provider that has to exist before the role. */
  needsIdentityProvider?: string;
  tags: Tags;
}

export interface WorkloadRole extends Declared {
  account: string;
  role: Role;
  /** What ECS uses to start the task. */
  executionRole?: Role;
  /** What it runs on, as the YAML says; absent where the YAML writes the trust out. */
  runsOn?: string;
  /** Name of the instance profile, where the workload runs on EC2. */
  instanceProfile?: string;
}

/** This stack's share of a pipeline: its role in the tool account, its roles in the accounts it deploys to. */
export interface DeploymentPipeline extends Declared {
  source?: Role;
  targets: Role[];
}

/** A service control policy or a resource control policy, and where it is attached. */
export interface Guardrail extends Declared {
  /** The management account. */
  account: string;
  policyName: string;
  type: "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";
  document: PolicyDocument;
  shortGrants: ShortGrant[];
  attachments: GuardrailAttachment[];
  tags: Tags;
}

export interface GuardrailAttachment {
  name: string;
  formerly: string[];
  target: GuardrailTarget;
}

/** Only AWS knows the ids of the root and of the organizational units. */
export type GuardrailTarget =
  { kind: "root" } | { kind: "ou"; path: string } | { kind: "account"; name: string; id: string };
