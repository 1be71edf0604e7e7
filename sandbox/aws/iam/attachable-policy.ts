import { managedPolicy } from "../../../iam/catalogue/managed-policies.ts";
import type { World } from "../world.ts";
import { iamError, noSuchEntity } from "./iam-error.ts";

export interface AttachedBoundary {
  PermissionsBoundaryType: string;
  PermissionsBoundaryArn: string;
}

/** Path and name of an AWS managed policy, such as `job-function/ViewOnlyAccess`; undefined where AWS has none. */
export function awsManagedPolicy(arn: string, partition: string) {
  const prefix = `arn:${partition}:iam::aws:policy/`;
  return arn.startsWith(prefix) ? managedPolicy(`/${arn.slice(prefix.length)}`) : undefined;
}

/** The name of a policy that exists: AWS's own or the account's. Throws InvalidInput and NoSuchEntity. */
export function attachablePolicy(world: World, arn: string): { name: string } {
  const [prefix, , service, , accountId, resource] = arn.split(":");
  if (prefix !== "arn" || service !== "iam" || resource?.startsWith("policy/") !== true) {
    throw iamError("InvalidInput", `ARN ${arn} is not valid.`);
  }
  const found =
    accountId === "aws" ? awsManagedPolicy(arn, world.partition)?.name : world.iam.policies[arn]?.PolicyName;
  if (found === undefined) throw noSuchEntity(`Policy ${arn} does not exist or is not attachable.`);
  return { name: found };
}
