import { managedPolicy } from "../../iam/catalogue/managed-policies.ts";
import { type Scope, accountId, awsName } from "./scope.ts";

/** ARN of a policy that AWS manages; undefined where AWS has none of that name, of which the checks of the section tell. */
export function managedPolicyArn({ partition }: Scope, name: string): string | undefined {
  return managedPolicy(name)?.arn(partition);
}

/** Whether the customer managed policy is made in the account. */
export function policyCovers(scope: Scope, policy: string, account: string): boolean {
  return scope.policyAccounts.get(policy)?.has(account) === true;
}

/** ARN that the policy has, or will have, in the account. */
export function policyArn(scope: Scope, policy: string, account: string): string {
  const { path, name } = policyReference(scope, policy);
  return `arn:${scope.partition}:iam::${accountId(scope, account)}:policy${path}${name}`;
}

export function policyReference({ configuration }: Scope, policy: string): { name: string; path: string } {
  const entry = configuration.policies[policy] ?? {};
  return { name: awsName(policy, entry), path: configuration.policies[policy]?.path ?? "/" };
}
