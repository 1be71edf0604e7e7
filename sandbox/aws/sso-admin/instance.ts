import { AwsError } from "../call.ts";
import { administersIdentityCenter } from "../identitystore/directory.ts";
import { page } from "../page.ts";
import type { World } from "../world.ts";
import type { IdentityCenterDocument } from "./identity-center-document.ts";

export interface InInstance {
  InstanceArn: string;
}

export interface Paging {
  MaxResults?: number;
  NextToken?: string;
}

export const notFound = (what: string) => new AwsError("ResourceNotFoundException", `${what} not found.`);
export const conflict = (message: string) => new AwsError("ConflictException", message);
export const invalid = (message: string) => new AwsError("ValidationException", message);
export const overQuota = (message: string) => new AwsError("ServiceQuotaExceededException", message);

export function accessDenied({ caller }: World, operation: string, resource: string, why = ""): AwsError {
  const message = `User: ${caller.arn} is not authorized to perform: sso:${operation} on resource: ${resource}${why}`;
  return new AwsError("AccessDeniedException", message);
}

/** Identity Center, if the caller administers it and it lives where the call goes. */
export function instance(operation: string, { InstanceArn }: InInstance, world: World): IdentityCenterDocument {
  if (!administersIdentityCenter(world)) throw accessDenied(world, operation, InstanceArn);
  const { identityCenter, organization, region } = world;
  if (region !== organization.homeRegion || InstanceArn !== identityCenter.instanceArn) throw notFound("Instance");
  return identityCenter;
}

export function listed<Name extends string, Entry>(name: Name, all: Entry[], { MaxResults = 100, NextToken }: Paging) {
  const { entries, next } = page(all, NextToken, MaxResults, () => invalid("Invalid NextToken."));
  return { [name]: entries, NextToken: next } as Record<Name, Entry[]> & { NextToken: string | undefined };
}

function details({ instanceArn, identityStoreId, createdDate }: IdentityCenterDocument, world: World) {
  const { managementAccountId, homeRegion } = world.organization;
  return {
    InstanceArn: instanceArn,
    IdentityStoreId: identityStoreId,
    OwnerAccountId: managementAccountId,
    CreatedDate: createdDate,
    Status: "ACTIVE",
    PrimaryRegion: homeRegion,
  };
}

/** Empty outside the home region, and for accounts that do not administer Identity Center. */
export function listInstances(input: Paging, world: World) {
  const { identityCenter, organization, region } = world;
  const visible = region === organization.homeRegion && administersIdentityCenter(world);
  return listed("Instances", visible ? [details(identityCenter, world)] : [], input);
}

export function describeInstance(input: InInstance, world: World) {
  return details(instance("DescribeInstance", input, world), world);
}
