import type { IamDocument } from "./iam/iam-document.ts";
import type { IdentityStoreDocument } from "./identitystore/identity-store-document.ts";
import type { OrganizationDocument } from "./organizations/organization-document.ts";
import type { IdentityCenterDocument } from "./sso-admin/identity-center-document.ts";
import { retainedIn, servicesInventory, type Retained } from "./inventory-of-services.ts";
import type { ServicesDocument } from "./services-document.ts";
import { openStore } from "./store/store.ts";
import { documents } from "./world.ts";

/** What has been made in one place since the organization was founded. */
export interface Inventory {
  /** Name of the account, "Organization" or "Identity Center". */
  place: string;
  accountId?: string;
  /** Kind, such as "roles" → names, sorted. Kinds of which there are none are left out. */
  made: Record<string, string[]>;
}

/** What exists beyond what was founded: the organization and Identity Center first, then the accounts in the order of their founding. */
export function inventory(directory: string): Inventory[] {
  return places(directory, () => []);
}

/** Places with anything that was made since the organization was founded and that AWS does not keep of itself. */
export function leftBehind(directory: string): Inventory[] {
  return places(directory, retainedIn).filter(({ made }) => Object.keys(made).length > 0);
}

/** Whether nothing is left of all that was made since the organization was founded, but for what AWS keeps. */
export function isEmpty(directory: string): boolean {
  return leftBehind(directory).length === 0;
}

/** What AWS keeps whatever is destroyed. */
export function retained(directory: string): Retained[] {
  const store = openStore(directory);
  const { accounts } = store.read(documents.organization) as OrganizationDocument;
  return accounts.flatMap(({ id }) => retainedIn(store.read(documents.services(id)) as ServicesDocument));
}

function places(directory: string, without: (services: ServicesDocument) => Retained[]): Inventory[] {
  const store = openStore(directory);
  const organization = store.read(documents.organization) as OrganizationDocument;
  const { accounts } = organization;
  const center = store.read(documents.identityCenter) as IdentityCenterDocument;
  const people = store.read(documents.identityStore) as IdentityStoreDocument;
  const named = new Map(accounts.map(({ id, name }) => [id, name]));
  return [
    { place: "Organization", made: inOrganization(organization) },
    { place: "Identity Center", made: inIdentityCenter(center, people, named) },
    ...accounts.map(({ id, name }) => {
      const iam = store.read(documents.iam(id)) as IamDocument;
      const services = store.read(documents.services(id)) as ServicesDocument;
      return {
        place: name,
        accountId: id,
        made: filled({ ...inAccount(iam), ...servicesInventory(services, without(services)) }),
      };
    }),
  ];
}

/** Its policies, and where they are attached; the services that look into it, and to whom they are delegated. */
function inOrganization({ policies, attachments, ...found }: OrganizationDocument): Record<string, string[]> {
  const names = new Map([
    [found.rootId, "root"],
    ...found.organizationalUnits.map(({ id, name }) => [id, `ou ${name}`] as const),
    ...found.accounts.map(({ id, name }) => [id, name] as const),
  ]);
  const ofType = (type: string) =>
    Object.values(policies)
      .filter((policy) => policy.type === type)
      .map(({ id, name }) => {
        const targets = Object.keys(attachments).filter((target) => attachments[target]?.includes(id));
        return `${name} → ${targets.map((target) => names.get(target) ?? target).join(", ") || "nothing"}`;
      });
  return filled({
    "service control policies": ofType("SERVICE_CONTROL_POLICY"),
    "resource control policies": ofType("RESOURCE_CONTROL_POLICY"),
    "trusted services": (found.trustedServices ?? []).filter((one) => found.founded?.trusted.includes(one) !== true),
    "delegated administrators": Object.entries(found.delegatedAdministrators)
      .filter(([service]) => found.founded?.delegated.includes(service) !== true)
      .map(([service, id]) => `${service}: ${names.get(id) ?? id}`),
    "centralized root access": [...(found.rootAccess ?? [])],
  });
}

function inAccount(iam: IamDocument): Record<string, string[]> {
  const roles = Object.values(iam.roles).filter(({ founded }) => founded !== true);
  return {
    roles: roles.filter(({ permissionSetArn }) => permissionSetArn === undefined).map(({ RoleName }) => RoleName),
    "permission set roles": roles
      .filter(({ permissionSetArn }) => permissionSetArn !== undefined)
      .map(({ RoleName }) => RoleName),
    policies: Object.values(iam.policies)
      .filter(made)
      .map(({ PolicyName }) => PolicyName),
    "instance profiles": Object.keys(iam.instanceProfiles),
    "identity providers": Object.values(iam.openIdConnectProviders).map(({ Url }) => Url),
    users: Object.keys(iam.users),
    groups: Object.keys(iam.groups),
    "password policy":
      iam.passwordPolicy === undefined ? [] : [`${iam.passwordPolicy.MinimumPasswordLength ?? 6} characters`],
  };
}

function inIdentityCenter(
  { permissionSets, assignments, accessControlAttributes }: IdentityCenterDocument,
  { groups, users, memberships }: IdentityStoreDocument,
  accountNames: Map<string, string>,
): Record<string, string[]> {
  const principal = (id: string) => groups[id]?.DisplayName ?? users[id]?.attributes.UserName ?? id;
  const userName = (id: string) => users[id]?.attributes.UserName ?? id;
  return filled({
    "permission sets": Object.values(permissionSets).map(({ Name }) => Name),
    "account assignments": assignments.map(({ AccountId, PermissionSetArn, PrincipalId }) => {
      const set = permissionSets[PermissionSetArn]?.Name ?? PermissionSetArn;
      return `${principal(PrincipalId)} → ${accountNames.get(AccountId) ?? AccountId}: ${set}`;
    }),
    groups: Object.values(groups)
      .filter(made)
      .map(({ GroupId, DisplayName }) => DisplayName ?? GroupId),
    users: Object.values(users)
      .filter(made)
      .map(({ UserId }) => userName(UserId)),
    "group memberships": Object.values(memberships)
      .filter(made)
      .map(({ GroupId, UserId }) => `${userName(UserId)} in ${principal(GroupId)}`),
    "attributes for access control": (accessControlAttributes ?? []).map(({ Key }) => Key),
  });
}

const made = ({ founded }: { founded?: boolean }) => founded !== true;

function filled(kinds: Record<string, string[]>): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(kinds)
      .filter(([, names]) => names.length > 0)
      .map(([kind, names]) => [kind, names.sort()]),
  );
}
