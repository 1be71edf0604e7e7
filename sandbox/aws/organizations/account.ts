import { AwsError } from "../call.ts";
import type { World } from "../world.ts";
import type { MemberAccount } from "./organization-document.ts";
import { checkParent, listed, mayLook, organizationArn, pathOf, type Paging } from "./organizational-unit.ts";

function summary({ id: Id, name: Name, email: Email, joinedDate }: MemberAccount, world: World) {
  return {
    Id,
    Arn: organizationArn(world, "account", `/${Id}`),
    Email,
    Name,
    Status: "ACTIVE",
    State: "ACTIVE",
    JoinedMethod: Id === world.organization.managementAccountId ? "INVITED" : "CREATED",
    JoinedTimestamp: joinedDate,
  };
}

function details(account: MemberAccount, world: World) {
  return { ...summary(account, world), Paths: [`${pathOf(world, account.parentId)}${account.id}/`] };
}

export function listAccounts(input: Paging, world: World) {
  mayLook(world);
  return listed(
    "Accounts",
    world.organization.accounts.map((one) => details(one, world)),
    input,
  );
}

export function listAccountsForParent(input: Paging & { ParentId: string }, world: World) {
  mayLook(world);
  checkParent(world, input.ParentId);
  const accounts = world.organization.accounts.filter(({ parentId }) => parentId === input.ParentId);
  return listed(
    "Accounts",
    accounts.map((one) => details(one, world)),
    input,
  );
}

export function describeAccount({ AccountId }: { AccountId: string }, world: World) {
  mayLook(world);
  const found = world.organization.accounts.find(({ id }) => id === AccountId);
  if (found === undefined)
    throw new AwsError("AccountNotFoundException", "You specified an account that doesn't exist.");
  return { Account: details(found, world) };
}

export function listParents(input: Paging & { ChildId: string }, world: World) {
  mayLook(world);
  const { accounts, organizationalUnits, rootId } = world.organization;
  const child = [...accounts, ...organizationalUnits].find(({ id }) => id === input.ChildId);
  if (child === undefined) {
    const message = "You specified an organizational unit or account that doesn't exist.";
    throw new AwsError("ChildNotFoundException", message);
  }
  const Type = child.parentId === rootId ? "ROOT" : "ORGANIZATIONAL_UNIT";
  return listed("Parents", [{ Id: child.parentId, Type }], input);
}

export function listDelegatedAdministrators(input: Paging & { ServicePrincipal?: string }, world: World) {
  mayLook(world);
  const { accounts, createdDate, delegatedAdministrators } = world.organization;
  const wanted = Object.entries(delegatedAdministrators)
    .filter(([service]) => input.ServicePrincipal === undefined || service === input.ServicePrincipal)
    .map(([, id]) => id);
  const found = accounts.filter(({ id }) => wanted.includes(id));
  const administrators = found.map((one) => {
    return { ...summary(one, world), DelegationEnabledDate: createdDate };
  });
  return listed("DelegatedAdministrators", administrators, input);
}

export function listAWSServiceAccessForOrganization(input: Paging, world: World) {
  mayLook(world);
  const { createdDate, trustedServices = [] } = world.organization;
  const enabled = trustedServices.map((ServicePrincipal) => ({ ServicePrincipal, DateEnabled: createdDate }));
  return listed("EnabledServicePrincipals", enabled, input);
}

export function describeOrganization(_: object, world: World) {
  const { id: Id, managementAccountId, accounts } = world.organization;
  return {
    Organization: {
      Id,
      Arn: organizationArn(world, "organization", ""),
      FeatureSet: "ALL",
      MasterAccountArn: organizationArn(world, "account", `/${managementAccountId}`),
      MasterAccountId: managementAccountId,
      MasterAccountEmail: accounts.find(({ id }) => id === managementAccountId)?.email,
      // Of AWS's own interface this member is out of date; what is enabled is told of the root.
      AvailablePolicyTypes: [{ Type: "SERVICE_CONTROL_POLICY", Status: "ENABLED" }],
    },
  };
}
