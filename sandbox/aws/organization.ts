import { hexadecimal, uniqueId, directoryId } from "./id.ts";
import type { Credentials } from "./call.ts";
import { sessionCredentials } from "./credentials.ts";
import type { IamDocument, Policy, Role } from "./iam/iam-document.ts";
import type { IdentityStoreDocument } from "./identitystore/identity-store-document.ts";
import type { OrganizationDocument } from "./organizations/organization-document.ts";
import { awsPolicies } from "./organizations/aws-policy.ts";
import type { IdentityCenterDocument } from "./sso-admin/identity-center-document.ts";
import { emptyServices, type ServicesDocument } from "./services-document.ts";
import { openStore, type Store } from "./store/store.ts";
import { documents } from "./world.ts";

/** The organization that a rehearsal starts from: what exists before the program's first deployment. */
export interface OrganizationSeed {
  /** Such as `o-a1b2c3d4e5`. */
  organizationId: string;
  partition: string;
  homeRegion: string;
  managementAccountId: string;
  accounts: AccountSeed[];
  /** Service principal, such as `sso.amazonaws.com` → account id. */
  delegatedAdministrators: Record<string, string>;
  /** Service principals that may look into the organization. */
  trustedServices: string[];
  /** Ids of Identity Center's instance (`ssoins-…`) and directory (`d-…`); made up where they are left out. */
  identityCenter?: { instanceId: string; identityStoreId: string };
  /** Groups that an identity provider has synchronised. */
  scimGroups: GroupSeed[];
  /** The role that every account has for the program. */
  deployRoleName: string;
  /** The role that every account has for looking at what the program made. */
  previewRoleName: string;
  /** Customer managed policies that accounts have already. */
  policies: PolicySeed[];
  /** Where and as which role the rehearsal is signed in; deploy roles trust its account. */
  startingIdentity: { accountId: string; roleName: string };
}

export interface GroupSeed {
  displayName: string;
  /** Made up where it is left out. */
  id?: string;
  /** User names. */
  members?: string[];
}

export interface PolicySeed {
  accountId: string;
  /** IAM path: begins and ends with a slash. */
  path: string;
  name: string;
  document: object;
}

export interface AccountSeed {
  /** Twelve digits. */
  id: string;
  name: string;
  email: string;
  /** Names of organizational units from the top, such as `Workloads/Production`; `root` or nothing for the root. */
  ou: string;
  tags: Record<string, string>;
}

/**
 * Founds the virtual organization in a directory: accounts, organizational units, Identity Center, the groups of the
 * identity provider and, in every account, the deploy role. Founding it again adds what is missing and takes nothing
 * away; ids stay. Throws where the directory holds another organization.
 */
export async function createOrganization(directory: string, seed: OrganizationSeed): Promise<void> {
  const store = openStore(directory);
  const now = new Date().toISOString();
  await foundOrganization(store, seed, now);
  await store.create(documents.identityCenter, {
    instanceArn: `arn:${seed.partition}:sso:::instance/${seed.identityCenter?.instanceId ?? `ssoins-${hexadecimal(16)}`}`,
    identityStoreId: seed.identityCenter?.identityStoreId ?? `d-${hexadecimal(10)}`,
    createdDate: now,
    permissionSets: {},
    assignments: [],
    requests: {},
  } satisfies IdentityCenterDocument);
  const { identityStoreId } = store.read(documents.identityCenter) as IdentityCenterDocument;
  const emptyStore: IdentityStoreDocument = { identityStoreId, groups: {}, users: {}, memberships: {} };
  await store.create(documents.identityStore, emptyStore);
  await store.change([documents.identityStore], () => {
    const people = store.read(documents.identityStore) as IdentityStoreDocument;
    for (const group of seed.scimGroups) synchronise(people, group, now);
  });
  for (const { id } of seed.accounts) await foundAccount(store, seed, id, now);
}

/** Credentials of the seed's starting identity, for twelve hours. They are made up, and good for nothing elsewhere. */
export function startingCredentials(directory: string): Required<Credentials> {
  const { accountId, roleName } = (openStore(directory).read(documents.organization) as OrganizationDocument)
    .startingIdentity;
  return credentialsOf(directory, accountId, roleName);
}

/** Credentials of any role in any account, without being asked who wants them: for changes behind the program's back. */
export function credentialsOf(directory: string, accountId: string, roleName: string): Required<Credentials> {
  const store = openStore(directory);
  const organization = store.read(documents.organization) as OrganizationDocument;
  const role = (store.read(documents.iam(accountId)) as IamDocument).roles[roleName];
  if (role === undefined) throw new Error(`There is no role ${roleName} in account ${accountId}.`);
  return sessionCredentials(organization, accountId, role, "sandbox", 43_200).credentials;
}

async function foundOrganization(store: Store, seed: OrganizationSeed, now: string): Promise<void> {
  const rootId = `r-${hexadecimal(4)}`;
  await store.create(documents.organization, {
    id: seed.organizationId,
    partition: seed.partition,
    homeRegion: seed.homeRegion,
    managementAccountId: seed.managementAccountId,
    createdDate: now,
    rootId,
    organizationalUnits: [],
    accounts: [],
    delegatedAdministrators: {},
    trustedServices: [],
    rootAccess: [],
    ...withoutGuardrails(),
    startingIdentity: seed.startingIdentity,
    signingKey: hexadecimal(64),
  } satisfies OrganizationDocument);
  await store.change([documents.organization], () => {
    const found = store.read(documents.organization) as OrganizationDocument;
    if (found.id !== seed.organizationId || found.partition !== seed.partition) {
      throw new Error(`The directory holds the organization ${found.id} in ${found.partition} already.`);
    }
    // One that was founded before guardrails were served has none of this.
    Object.assign(found, { ...withoutGuardrails(), ...found });
    found.startingIdentity = seed.startingIdentity;
    found.delegatedAdministrators = { ...found.delegatedAdministrators, ...seed.delegatedAdministrators };
    found.trustedServices = [...new Set([...(found.trustedServices ?? []), ...seed.trustedServices])].sort();
    found.founded = { delegated: Object.keys(seed.delegatedAdministrators), trusted: seed.trustedServices };
    for (const account of seed.accounts) {
      const { id, name, email, tags } = account;
      const known = found.accounts.find((one) => one.id === id);
      const settings = { name, email, tags, parentId: unitAt(found, account.ou) };
      if (known === undefined) found.accounts.push({ id, joinedDate: now, ...settings });
      else Object.assign(known, settings);
    }
    // AWS attaches its own policies to everything.
    for (const { id } of [{ id: found.rootId }, ...found.organizationalUnits, ...found.accounts])
      found.attachments[id] ??= Object.keys(awsPolicies);
  });
}

/** Both types of guardrails are enabled, as an administrator does once: https://docs.aws.amazon.com/organizations/latest/userguide/enable-policy-type.html */
function withoutGuardrails(): Pick<OrganizationDocument, "enabledPolicyTypes" | "policies" | "attachments"> {
  return {
    enabledPolicyTypes: Object.values(awsPolicies).flatMap((policy) => policy?.type ?? []),
    policies: {},
    attachments: {},
  };
}

/** The id of the unit at a path; units on the way are made where they are missing. */
function unitAt(found: OrganizationDocument, path: string): string {
  let parentId = found.rootId;
  for (const name of path.split("/").filter((part) => part !== "" && part !== "root")) {
    let unit = found.organizationalUnits.find((one) => one.parentId === parentId && one.name === name);
    if (unit === undefined) {
      unit = { id: `ou-${found.rootId.slice(2)}-${hexadecimal(8)}`, name, parentId };
      found.organizationalUnits.push(unit);
    }
    parentId = unit.id;
  }
  return parentId;
}

function synchronise(people: IdentityStoreDocument, { displayName, id, members = [] }: GroupSeed, now: string) {
  const entry = { revision: 1, createdAt: now, updatedAt: now, createdBy: "SCIM", updatedBy: "SCIM", founded: true };
  const newId = () => directoryId(people.identityStoreId);
  let group = Object.values(people.groups).find(({ DisplayName }) => DisplayName === displayName);
  if (group === undefined) {
    group = { GroupId: id ?? newId(), DisplayName: displayName, ...entry };
    people.groups[group.GroupId] = group;
  }
  for (const userName of members) {
    let user = Object.values(people.users).find(({ attributes }) => attributes["UserName"] === userName);
    if (user === undefined) {
      user = {
        UserId: newId(),
        attributes: { UserName: userName, DisplayName: userName, Name: { GivenName: userName, FamilyName: userName } },
        ...entry,
      };
      people.users[user.UserId] = user;
    }
    const { GroupId } = group;
    const { UserId } = user;
    if (Object.values(people.memberships).some((one) => one.GroupId === GroupId && one.UserId === UserId)) continue;
    const MembershipId = newId();
    people.memberships[MembershipId] = { MembershipId, GroupId, UserId, ...entry };
  }
}

async function foundAccount(store: Store, seed: OrganizationSeed, id: string, now: string): Promise<void> {
  const name = documents.iam(id);
  const empty: IamDocument = {
    roles: {},
    policies: {},
    instanceProfiles: {},
    openIdConnectProviders: {},
    users: {},
    groups: {},
  };
  await store.create(name, empty);
  await store.create(documents.services(id), emptyServices());
  await store.change([name, documents.services(id)], () => {
    // An account that was founded before something was served has nothing of it.
    const [iam, services] = [store.read(name) as IamDocument, store.read(documents.services(id)) as ServicesDocument];
    Object.assign(iam, { ...empty, ...iam });
    Object.assign(services, { ...emptyServices(), ...services });
    const { roles, policies } = iam;
    const { accountId, roleName } = seed.startingIdentity;
    const trusted = `arn:${seed.partition}:iam::${accountId}:root`;
    const found = (role: string, policy: string) => {
      roles[role] ??= foundedRole(seed, id, role, policy, { AWS: trusted }, now);
    };
    found(seed.deployRoleName, "AdministratorAccess");
    found(seed.previewRoleName, "ReadOnlyAccess");
    for (const policy of seed.policies.filter(({ accountId }) => accountId === id)) {
      const founded = foundedPolicy(seed, policy, now);
      policies[founded.Arn] ??= founded;
    }
    if (id === accountId) found(roleName, "AdministratorAccess");
  });
}

function foundedRole(
  seed: OrganizationSeed,
  accountId: string,
  name: string,
  policy: string,
  principal: object,
  now: string,
): Role {
  const statement = { Effect: "Allow", Principal: principal, Action: ["sts:AssumeRole", "sts:TagSession"] };
  return {
    Path: "/",
    RoleName: name,
    RoleId: uniqueId("AROA"),
    Arn: `arn:${seed.partition}:iam::${accountId}:role/${name}`,
    CreateDate: now,
    MaxSessionDuration: 43_200,
    AssumeRolePolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
    pinnedPrincipals: {},
    Tags: [],
    inlinePolicies: {},
    attachedPolicies: [`arn:${seed.partition}:iam::aws:policy/${policy}`],
    founded: true,
  };
}

function foundedPolicy({ partition }: OrganizationSeed, { accountId, path, name, document }: PolicySeed, now: string) {
  return {
    PolicyName: name,
    PolicyId: uniqueId("ANPA"),
    Arn: `arn:${partition}:iam::${accountId}:policy${path}${name}`,
    Path: path,
    CreateDate: now,
    UpdateDate: now,
    DefaultVersionId: "v1",
    nextVersion: 2,
    versions: [{ VersionId: "v1", CreateDate: now, document: JSON.stringify(document) }],
    Tags: [],
    founded: true,
  } satisfies Policy;
}
