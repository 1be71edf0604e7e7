import { parseArn } from "./arn.ts";
import type { Caller } from "./caller.ts";
import type { NamedPrincipal, Selection } from "./normalize.ts";

/**
 * How a policy's Principal names a caller: itself (its user or session ARN, its service, its provider, or everybody);
 * the role of its session; or only its account, which passes the decision on to the account's own policies.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export type Naming = "itself" | "role" | "account";

/** The strongest way in which the Principal of an Allow names a caller, or undefined. */
export function naming(principal: Selection<NamedPrincipal>, caller: Caller): Naming | undefined {
  const ways = principal.items.map((named) => namedAs(named, caller));
  return (["itself", "role", "account"] as const).find((way) => ways.includes(way));
}

/** Whether the Principal or NotPrincipal of a Deny meets a caller. */
export function meets(principal: Selection<NamedPrincipal>, caller: Caller): boolean {
  return principal.not ? !spares(principal.items, caller) : naming(principal, caller) !== undefined;
}

function namedAs({ type, value }: NamedPrincipal, caller: Caller): Naming | undefined {
  const { kind, principal, roleArn, account } = caller;
  switch (type) {
    case "*":
      return "itself";
    case "AWS":
      if (account === undefined) return undefined;
      if (accountNamed(value) === account) return "account";
      // A session that session policies limit is not its user: what names the user is capped by them.
      if (value === principal) return caller.limited && kind === "user" ? "role" : isRole(value) ? "role" : "itself";
      return value === roleArn ? "role" : undefined;
    case "Service":
      return kind === "service" && value === principal ? "itself" : undefined;
    case "Federated":
      return (kind === "web-identity" || kind === "saml") && value === principal ? "itself" : undefined;
    case "CanonicalUser":
      return undefined;
  }
}

/**
 * NotPrincipal spares a caller only where it lists all that AWS may look at: its account, its role and itself. It never
 * spares one with a permissions boundary.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function spares(items: NamedPrincipal[], caller: Caller): boolean {
  if (caller.bounded) return false;
  if (items.some(({ type }) => type === "*")) return true;
  if (caller.account === undefined) return items.some((named) => namedAs(named, caller) === "itself");
  const listed = (test: (value: string) => boolean): boolean =>
    items.some(({ type, value }) => type === "AWS" && test(value));
  const accountListed = listed((value) => accountNamed(value) === caller.account);
  if (caller.kind === "root") return accountListed;
  return (
    accountListed &&
    listed((value) => value === caller.principal) &&
    (caller.roleArn === undefined || listed((value) => value === caller.roleArn))
  );
}

/** The account that a principal stands for: its id, or the ARN of its root. */
function accountNamed(value: string): string | undefined {
  if (/^\d{12}$/.test(value)) return value;
  const arn = parseArn(value);
  return arn?.service === "iam" && arn.resource === "root" ? arn.account : undefined;
}

function isRole(arn: string): boolean {
  return parseArn(arn)?.resource.startsWith("role/") === true;
}
