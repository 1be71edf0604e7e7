import type { Configuration } from "../configuration.ts";
import type { Findings } from "../findings.ts";
import type { Account } from "../sections/accounts.ts";

/** What every resolver needs to know: one stack's configuration, and what it means for names and ARNs. */
export interface Scope {
  configuration: Configuration;
  partition: string;
  homeRegion: string;
  /** The account from which Identity Center is administered where a set does not say otherwise. */
  identityCenterAccount: string;
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
    findings,
    today,
  };
}

export function accountOf({ configuration }: Scope, name: string): Account | undefined {
  return configuration.accounts[name];
}

export function accountId(scope: Scope, name: string): string {
  return accountOf(scope, name)?.id ?? "";
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
