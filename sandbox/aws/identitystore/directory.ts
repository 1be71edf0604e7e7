import { AwsError } from "../call.ts";
import { page } from "../page.ts";
import type { World } from "../world.ts";
import type { IdentityStoreDocument } from "./identity-store-document.ts";

export interface InStore {
  IdentityStoreId: string;
}

export interface Paging {
  MaxResults?: number;
  NextToken?: string;
}

export interface AlternateIdentifier {
  ExternalId?: { Issuer: string; Id: string };
  UniqueAttribute?: { AttributePath: string; AttributeValue: unknown };
}

export interface AttributeOperation {
  AttributePath: string;
  AttributeValue?: unknown;
}

export interface Filter {
  AttributePath: string;
  AttributeValue: string;
}

export const notFound = (kind: "GROUP" | "USER" | "GROUP_MEMBERSHIP" | "IDENTITY_STORE") =>
  new AwsError("ResourceNotFoundException", `${kind} not found.`);

export const invalid = (message: string) => new AwsError("ValidationException", message);
export const conflict = (message: string) => new AwsError("ConflictException", message);

/** Accounts from which Identity Center is administered: the management account and the delegated administrator. */
export function administersIdentityCenter({ organization, caller }: World): boolean {
  const { managementAccountId, delegatedAdministrators } = organization;
  return [managementAccountId, delegatedAdministrators["sso.amazonaws.com"]].includes(caller.accountId);
}

/** The directory, if the caller may work with it and it lives where the call goes. */
export function directory(operation: string, { IdentityStoreId }: InStore, world: World): IdentityStoreDocument {
  const { identityStore: found, organization, caller, region } = world;
  if (!administersIdentityCenter(world)) {
    const message = `User: ${caller.arn} is not authorized to perform: identitystore:${operation}`;
    throw new AwsError("AccessDeniedException", message);
  }
  if (region !== organization.homeRegion || plainId(IdentityStoreId) !== found.identityStoreId) {
    throw notFound("IDENTITY_STORE");
  }
  return found;
}

/** Ids may be given as ARNs too. */
export const plainId = (id: string) => id.slice(id.lastIndexOf("/") + 1);

export function arnOf(kind: "group" | "user" | "membership", id: string, { partition }: World): string {
  return `arn:${partition}:identitystore:::${kind}/${id}`;
}

export function listed<Name extends string, Entry>(name: Name, all: Entry[], { MaxResults = 100, NextToken }: Paging) {
  const { entries, next } = page(all, NextToken, MaxResults, () => invalid("Invalid NextToken."));
  return { [name]: entries, NextToken: next } as Record<Name, Entry[]> & { NextToken: string | undefined };
}

/** Refuses a revision that is not the latest. */
export function checkRevision(given: string | undefined, revision: number): void {
  if (given !== undefined && given !== String(revision)) throw conflict("The resource was changed in the meantime.");
}

/** When and by whom, as every entry keeps it. */
export function madeNow({ now, caller }: World) {
  return { revision: 1, createdAt: now, updatedAt: now, createdBy: caller.arn, updatedBy: caller.arn };
}

export function touch(entry: { revision: number; updatedAt: string; updatedBy: string }, { now, caller }: World): void {
  entry.revision += 1;
  entry.updatedAt = now;
  entry.updatedBy = caller.arn;
}

export const same = (a: unknown, b: unknown) =>
  typeof a === "string" && typeof b === "string" && a.toLowerCase() === b.toLowerCase();
