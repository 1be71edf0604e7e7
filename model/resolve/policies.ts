import type { ManagedPolicy } from "../deployment.ts";
import { documentOf, writtenStatements } from "../grants/statements.ts";
import { bearerIn } from "./bearer.ts";
import { policyReference } from "./policy-arn.ts";
import { type Scope, accountOf, inOrder, isOwn, keysOf, named } from "./scope.ts";

/** The customer managed policies in this stack's accounts: one for each account, since its ARNs name the account. */
export function resolvePolicies(scope: Scope): ManagedPolicy[] {
  return inOrder(scope.configuration.policies).flatMap(([key, policy]) => {
    const path = ["policies", key];
    const { allow = [], deny = [], statements } = policy;
    const written = writtenStatements(statements, "identity", [...path, "statements"], scope, scope.findings);
    const { name: policyName, path: iamPath } = policyReference(scope, key);
    // Without short grants it is the same document in every account.
    const same = allow.length + deny.length === 0 ? documentIn([]) : undefined;

    function documentIn(accounts: string[]) {
      return documentOf(policy, written, path, bearerIn(scope, accounts), scope.findings);
    }
    return [...(scope.policyAccounts.get(key) ?? [])]
      .filter((account) => isOwn(scope, account))
      .sort()
      .flatMap((account): ManagedPolicy[] => {
        const { document, shortGrants } = same ?? documentIn([account]);
        if (document === undefined) return [];
        return [
          {
            ...named(keysOf(key, policy), keysOf(account, accountOf(scope, account))),
            configPath: `policies.${key}`,
            account,
            policyName,
            path: iamPath,
            description: policy.description,
            document,
            shortGrants,
            isBoundary: scope.boundaryPolicies.includes(key),
            tags: { owner: policy.owner },
          },
        ];
      });
  });
}
