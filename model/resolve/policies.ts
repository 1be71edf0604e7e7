import type { ManagedPolicy } from "../deployment.ts";
import { documentOf } from "../grants/statements.ts";
import { bearerIn } from "./bearer.ts";
import { policyAccounts, policyReference } from "./policy-arn.ts";
import { type Scope, accountOf, inOrder, isOwn, keysOf, named } from "./scope.ts";

/** The customer managed policies in this stack's accounts: one for each account, since its ARNs name the account. */
export function resolvePolicies(scope: Scope): ManagedPolicy[] {
  return inOrder(scope.configuration.policies).flatMap(([key, policy]) =>
    policyAccounts(scope, key)
      .filter((account) => isOwn(scope, account))
      .flatMap((account): ManagedPolicy[] => {
        const document = documentOf(policy, ["policies", key], bearerIn(scope, [account]), scope.findings);
        if (document === undefined) {
          scope.findings.add("nothing-granted", ["policies", key], {
            message: `The policy "${key}" says nothing.`,
            fix: "Add `allow`, `deny` or `statements`, or delete the policy.",
          });
          return [];
        }
        const { name, path } = policyReference(scope, key);
        return [
          {
            ...named(keysOf(key, policy), keysOf(account, accountOf(scope, account))),
            configPath: `policies.${key}`,
            account,
            policyName: name,
            path,
            description: policy.description,
            document,
            tags: { owner: policy.owner },
          },
        ];
      }),
  );
}
