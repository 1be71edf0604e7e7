import { AwsError } from "../call.ts";
import { page } from "../page.ts";
import type { World } from "../world.ts";
import type { OrganizationalUnit } from "./organization-document.ts";

export interface Paging {
  NextToken?: string;
  MaxResults?: number;
}

/** The management account and delegated administrators may look at the organization, others only at its summary. */
export function mayLook({ organization, caller }: World): void {
  const { managementAccountId, delegatedAdministrators } = organization;
  if ([managementAccountId, ...Object.values(delegatedAdministrators)].includes(caller.accountId)) return;
  throw new AwsError("AccessDeniedException", "You don't have permissions to access this resource.");
}

/** Policies and tags are the management account's to change. */
export function mayChange({ organization, caller }: World): void {
  if (caller.accountId === organization.managementAccountId) return;
  throw new AwsError("AccessDeniedException", "You don't have permissions to access this resource.");
}

/** A minimum or a maximum of AWS would be violated. */
export const constraint = (message: string) => new AwsError("ConstraintViolationException", message);

/** AWS's default and largest part is 20. */
export function listed<Name extends string, Entry>(name: Name, all: Entry[], { NextToken, MaxResults = 20 }: Paging) {
  const malformed = () => new AwsError("InvalidInputException", "You specified an invalid NextToken.");
  const { entries, next } = page(all, NextToken, MaxResults, malformed);
  return { [name]: entries, NextToken: next } as Record<Name, Entry[]> & { NextToken: string | undefined };
}

export function organizationArn({ organization, partition }: World, kind: string, rest: string): string {
  return `arn:${partition}:organizations::${organization.managementAccountId}:${kind}/${organization.id}${rest}`;
}

/** `o-…/r-…/ou-…/` down to the unit or root. */
export function pathOf({ organization }: World, id: string): string {
  const unit = organization.organizationalUnits.find((one) => one.id === id);
  const { rootId } = organization;
  if (unit === undefined) return `${organization.id}/${rootId}/`;
  return `${pathOf({ organization } as World, unit.parentId)}${id}/`;
}

function details(unit: OrganizationalUnit, world: World) {
  const { id: Id, name: Name } = unit;
  return { Id, Arn: organizationArn(world, "ou", `/${Id}`), Name, Path: pathOf(world, Id) };
}

export function checkParent({ organization }: World, id: string): void {
  if (id === organization.rootId || organization.organizationalUnits.some((unit) => unit.id === id)) return;
  const message = "You specified a parent that doesn't exist.";
  throw new AwsError("ParentNotFoundException", message);
}

export function listRoots(input: Paging, world: World) {
  mayLook(world);
  const { rootId: Id, enabledPolicyTypes } = world.organization;
  const PolicyTypes = enabledPolicyTypes.map((Type) => ({ Type, Status: "ENABLED" }));
  return listed("Roots", [{ Id, Arn: organizationArn(world, "root", `/${Id}`), Name: "Root", PolicyTypes }], input);
}

export function listOrganizationalUnitsForParent(input: Paging & { ParentId: string }, world: World) {
  mayLook(world);
  checkParent(world, input.ParentId);
  const units = world.organization.organizationalUnits.filter(({ parentId }) => parentId === input.ParentId);
  return listed(
    "OrganizationalUnits",
    units.map((unit) => details(unit, world)),
    input,
  );
}

export function describeOrganizationalUnit(input: { OrganizationalUnitId: string }, world: World) {
  mayLook(world);
  const unit = world.organization.organizationalUnits.find(({ id }) => id === input.OrganizationalUnitId);
  if (unit === undefined) {
    throw new AwsError(
      "OrganizationalUnitNotFoundException",
      "You specified an organizational unit that doesn't exist.",
    );
  }
  return { OrganizationalUnit: details(unit, world) };
}
