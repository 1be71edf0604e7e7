import { managedPolicy } from "../../iam/catalogue/managed-policies.ts";
import { selectAccounts } from "../selector.ts";
import { type Scope, accountId, awsName } from "./scope.ts";

/** ARN of a policy that AWS manages; undefined where AWS has none of that name, of which the checks of the section tell. */
export function managedPolicyArn({ partition }: Scope, name: string): string | undefined {
  return managedPolicy(name)?.arn(partition);
}

/** Whether the customer managed policy is made in the account. */
export function policyCovers(scope: Scope, policy: string, account: string): boolean {
  return policyAccounts(scope, policy).includes(account);
}

export function policyAccounts({ configuration, findings }: Scope, policy: string): readonly string[] {
  const accounts = configuration.policies[policy]?.accounts;
  return accounts === undefined
    ? []
    : selectAccounts(accounts, configuration, ["policies", policy, "accounts"], findings);
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
