import { AwsError } from "../call.ts";
import type { World } from "../world.ts";

interface OfService {
  ServicePrincipal: string;
}

/** Only the management account changes the organization. */
function own({ organization, caller }: World) {
  if (caller.accountId === organization.managementAccountId) return organization;
  throw new AwsError("AccessDeniedException", "You don't have permissions to access this resource.");
}

/** Enabling what is enabled changes nothing. */
export function enableAWSServiceAccess({ ServicePrincipal }: OfService, world: World) {
  const organization = own(world);
  organization.trustedServices = [...new Set([...(organization.trustedServices ?? []), ServicePrincipal])].sort();
  return {};
}

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_DisableAWSServiceAccess.html */
export function disableAWSServiceAccess({ ServicePrincipal }: OfService, world: World) {
  const organization = own(world);
  if (organization.delegatedAdministrators[ServicePrincipal] !== undefined) {
    const message = `You cannot disable trusted access for ${ServicePrincipal}: it has a delegated administrator.`;
    throw new AwsError("ConstraintViolationException", message);
  }
  organization.trustedServices = (organization.trustedServices ?? []).filter((one) => one !== ServicePrincipal);
  return {};
}

interface Delegation extends OfService {
  AccountId: string;
}

/** One administrator for each of these services, of 2026-11. */
export function registerDelegatedAdministrator({ AccountId, ServicePrincipal }: Delegation, world: World) {
  const { delegatedAdministrators, accounts, managementAccountId } = own(world);
  if (!accounts.some(({ id }) => id === AccountId)) {
    throw new AwsError("AccountNotFoundException", "You specified an account that doesn't exist.");
  }
  if (AccountId === managementAccountId) {
    const message = "You cannot register the management account as delegated administrator.";
    throw new AwsError("ConstraintViolationException", message);
  }
  const registered = delegatedAdministrators[ServicePrincipal];
  if (registered === AccountId) {
    const message = "The specified account is already a delegated administrator for this AWS service.";
    throw new AwsError("AccountAlreadyRegisteredException", message);
  }
  if (registered !== undefined) {
    const message = "You have exceeded the number of delegated administrators for this AWS service.";
    throw new AwsError("ConstraintViolationException", message);
  }
  delegatedAdministrators[ServicePrincipal] = AccountId;
  return {};
}

export function deregisterDelegatedAdministrator({ AccountId, ServicePrincipal }: Delegation, world: World) {
  const { delegatedAdministrators } = own(world);
  if (delegatedAdministrators[ServicePrincipal] !== AccountId) {
    const message = "The specified account is not a delegated administrator for this AWS service.";
    throw new AwsError("AccountNotRegisteredException", message);
  }
  Reflect.deleteProperty(delegatedAdministrators, ServicePrincipal);
  return {};
}
