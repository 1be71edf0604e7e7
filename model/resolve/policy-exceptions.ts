import type { PolicyException } from "../deployment.ts";
import type { Scope } from "./scope.ts";

/** The exceptions from the policy pack's rules, in the order of their rules and resources. */
export function resolvePolicyExceptions({ configuration }: Scope): PolicyException[] {
  return Object.entries(configuration["policy-exceptions"])
    .flatMap(([rule, exceptions]) =>
      Object.entries(exceptions).map(([resource, { reason, owner, until }]) => ({
        rule,
        resource,
        reason,
        owner,
        until,
      })),
    )
    .sort((a, b) => (a.rule + a.resource < b.rule + b.resource ? -1 : 1));
}
