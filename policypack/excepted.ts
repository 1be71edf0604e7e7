import type { Resource } from "./resource.ts";
import type { Context } from "./rule.ts";

/** Whether the configuration has an exception from a rule for a resource, whatever it is worth. */
export function isExcepted(rule: string, { urn }: Resource, { pack }: Context): boolean {
  return pack.exceptions().some((one) => one.rule === rule && one.exception.resource === urn);
}
