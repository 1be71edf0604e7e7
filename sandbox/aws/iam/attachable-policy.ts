import { managedPolicy } from "../../../iam/catalogue/managed-policies.ts";
import type { World } from "../world.ts";
import { iamError, noSuchEntity } from "./iam-error.ts";

/** Where the policy is looked for. */
type InAccount = Pick<World, "iam" | "partition">;

/** As {@link checkAttachable}, in the words that AWS has for a permissions boundary. */
export function checkBoundary(world: InAccount, arn: string): void {
  checkAttachable(world, arn, "Scope ARN:");
}

/** Path and name of an AWS managed policy, such as `job-function/ViewOnlyAccess`; undefined where AWS has none. */
export function awsManagedPolicy(arn: string, partition: string) {
  const prefix = `arn:${partition}:iam::aws:policy/`;
  return arn.startsWith(prefix) ? managedPolicy(`/${arn.slice(prefix.length)}`) : undefined;
}

/** Refuses a policy that is neither AWS's own nor the account's, with InvalidInput or NoSuchEntity. */
export function checkAttachable(world: InAccount, arn: string, called = "Policy"): void {
  const [prefix, , service, , accountId, resource] = arn.split(":");
  if (prefix !== "arn" || service !== "iam" || resource?.startsWith("policy/") !== true) {
    throw iamError("InvalidInput", `ARN ${arn} is not valid.`);
  }
  const found =
    accountId === "aws" ? awsManagedPolicy(arn, world.partition)?.name : world.iam.policies[arn]?.PolicyName;
  if (found === undefined) throw noSuchEntity(`${called} ${arn} does not exist or is not attachable.`);
}
