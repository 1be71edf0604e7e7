import type { Configuration } from "../configuration.ts";
import type { Findings } from "../findings.ts";
import type { Account } from "../sections/accounts.ts";
import type { Permissions, PermissionsBoundary } from "../sections/permissions.ts";
import { selectAccounts } from "../selector.ts";

/** What every resolver needs to know: one stack's configuration, and what it means for names and ARNs. */
export interface Scope {
  configuration: Configuration;
  partition: string;
  homeRegion: string;
  /** The account from which Identity Center is administered where a set does not say otherwise. */
  identityCenterAccount: string;
  /** Of each customer managed policy, the accounts in which it is made. */
  policyAccounts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keys of the policies that serve as a permissions boundary anywhere. */
  boundaryPolicies: readonly string[];
  findings: Findings;
  /** YYYY-MM-DD, UTC. */
  today: string;
}

export function scopeOf(configuration: Configuration, findings: Findings, today: string): Scope {
  const { organization } = configuration;
  return {
    configuration,
    partition: organization.partition ?? "aws",
    homeRegion: organization["home-region"],
    identityCenterAccount:
      organization["delegated-administrators"]?.["identity-center"] ?? organization["management-account"],
    policyAccounts: new Map(
      Object.entries(configuration.policies).map(([key, { accounts }]) => [
        key,
        new Set(selectAccounts(accounts, configuration, ["policies", key, "accounts"], findings)),
      ]),
    ),
    boundaryPolicies: boundaryPolicies(configuration),
    findings,
    today,
  };
}

function boundaryPolicies(configuration: Configuration): string[] {
  const permissions: Permissions[] = [
    ...Object.values(configuration["permission-sets"]),
    ...Object.values(configuration.workloads).flatMap((workload) => [workload, workload["execution-role"] ?? {}]),
    ...Object.values(configuration.pipelines).flatMap(({ from, to }) => [from, ...Object.values(to)]),
  ];
  const boundaries = permissions.flatMap(({ allow = [], ...own }) => [
    own["permissions-boundary"],
    ...allow.map((grant) => grant["permissions-boundary"] as PermissionsBoundary | undefined),
  ]);
  return [...new Set(boundaries.flatMap((boundary) => boundary?.["customer-managed-policy"] ?? []))]
    .filter((policy) => Object.hasOwn(configuration.policies, policy))
    .sort();
}

export function accountOf({ configuration }: Scope, name: string): Account | undefined {
  return configuration.accounts[name];
}

export function accountId(scope: Scope, name: string): string {
  return accountOf(scope, name)?.id ?? "";
}

/** Name of the role by which the program works in the account. */
export function deployRoleIn(scope: Scope, name: string): string {
  return accountOf(scope, name)?.["deploy-role"] ?? scope.configuration.organization["deploy-role"];
}

/** The names that deploy roles have anywhere, sorted. */
export function deployRoles(scope: Scope): string[] {
  return [...new Set(Object.keys(scope.configuration.accounts).map((name) => deployRoleIn(scope, name)))].sort();
}

/** Whether what lies inside the account is this stack's to make. */
export function isOwn({ configuration }: Scope, account: string): boolean {
  return configuration.accounts[account]?.stack === configuration.stack;
}

/** The organization's things, which exist once, belong to the stack that holds the management account. */
export function holdsManagement(scope: Scope): boolean {
  return isOwn(scope, scope.configuration.organization["management-account"]);
}

/** The name that AWS knows: the first that the thing ever had, since AWS cannot rename it. */
export function awsName(key: string, entry: { formerly?: string[] }): string {
  return entry.formerly?.at(-1) ?? key;
}

/** The key and its earlier ones, newest first. */
export function keysOf(key: string, entry: { formerly?: string[] } | undefined): string[] {
  return [key, ...(entry?.formerly ?? [])];
}

/** The logical name made of `parts`, and those it had when one of them was called otherwise. */
export function named(...parts: string[][]): { name: string; formerly: string[] } {
  const [name = "", ...formerly] = parts.reduce<string[]>(
    (names, part) => names.flatMap((before) => part.map((after) => (before === "" ? after : `${before}/${after}`))),
    [""],
  );
  return { name, formerly };
}

/** By code units: the same on every machine, whatever its language. */
export function inOrder<Value>(entries: Record<string, Value>): [string, Value][] {
  return Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
}
