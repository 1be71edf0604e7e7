import { parseArn } from "../arn.ts";
import { guarantees, type Guarantee } from "../guarantee.ts";
import type { ConditionTest, NormalStatement } from "../normalize.ts";
import { demandedByDenies } from "./outsiders.ts";

/** An account or an organization that an Allow of a trust policy, or of a resource's policy, lets in by name. */
export interface Party {
  statement: NormalStatement;
  /** Whom it names, as written. */
  named: string;
  /** Its account, 12 digits; absent where the condition names an organization alone. */
  account?: string;
  /** The organizations one of which the condition demands of the caller; none where it demands none. */
  organizations: string[];
  /** Whether everybody in it may come, whom its own policies let, and not only a role or user that is named. */
  whole: boolean;
  /** The external ids one of which the condition demands. */
  externalIds: string[];
}

/**
 * The accounts and organizations that statements let in by name: by the principal, or of everybody by a condition. A Deny
 * of everybody else counts as the Allow's own condition. Whoever is let in by nothing of the kind is another matter:
 * anybody (`openDoors`), services, identity providers.
 */
export function parties(statements: readonly NormalStatement[]): Party[] {
  return statements.flatMap((statement) => {
    const { effect, principal } = statement;
    if (effect !== "Allow" || principal === undefined || principal.not) return [];
    const demanded = demandsOf([...statement.condition, ...demandedByDenies(statement, statements)]);
    return principal.items.flatMap(({ type, value }) => {
      if (type !== "AWS" && type !== "*") return [];
      return ofPrincipal(value, demanded).map((party) => ({ statement, named: value, ...party }));
    });
  });
}

/**
 * The accounts and organizations that a service may act for here: a statement lets in the service, or everybody, and its
 * condition says whose the source is.
 */
export function sourceParties(statements: readonly NormalStatement[]): Party[] {
  return statements.flatMap((statement) => {
    const { effect, principal } = statement;
    if (effect !== "Allow" || principal === undefined || principal.not) return [];
    const named = principal.items.find(({ type }) => type === "Service" || type === "*")?.value;
    if (named === undefined) return [];
    const all = guarantees([...statement.condition, ...demandedByDenies(statement, statements)]);
    const about = { statement, whole: false, externalIds: [] };
    const organizations = all.find(
      ({ key, values }) => /^aws:sourceorg/.test(key) && values.every(isOrganization),
    )?.values;
    const accounts = intersection(all.flatMap((one) => (/^aws:source/.test(one.key) ? [accountsOf(one) ?? []] : [])));
    return [
      ...accounts.map((account) => ({
        ...about,
        named: `${named === "*" ? "a service" : named} on behalf of account ${account}`,
        account,
        organizations: organizations ?? [],
      })),
      ...(accounts.length === 0 && organizations !== undefined ? [{ ...about, named, organizations }] : []),
    ];
  });
}

/** What all of some lists have; lists that say nothing are left out. */
function intersection(lists: string[][]): string[] {
  const [first = [], ...more] = lists.filter(({ length }) => length > 0);
  return more.reduce((some, next) => some.filter((one) => next.includes(one)), first);
}

interface Demands {
  /** Undefined where any account may come. */
  accounts: string[] | undefined;
  organizations: string[];
  externalIds: string[];
  /** Whether the condition names roles or users. */
  namesRoles: boolean;
}

function ofPrincipal(value: string, demanded: Demands): Omit<Party, "statement" | "named">[] {
  const { accounts, organizations, externalIds, namesRoles } = demanded;
  const about = { organizations, externalIds };
  if (value === "*") {
    if (accounts !== undefined) return accounts.map((account) => ({ ...about, account, whole: !namesRoles }));
    return organizations.length > 0 ? [{ ...about, whole: true }] : [];
  }
  const arn = parseArn(value);
  const account = /^\d{12}$/.test(value) ? value : (arn?.account ?? "");
  if (!/^\d{12}$/.test(account) || accounts?.includes(account) === false) return [];
  return [{ ...about, account, whole: (arn === undefined || arn.resource === "root") && !namesRoles }];
}

function demandsOf(condition: readonly ConditionTest[]): Demands {
  const all = guarantees(condition);
  const named = all.filter(({ key }) => key === "aws:principalarn").filter((one) => accountsOf(one) !== undefined);
  const accounts = all.flatMap((one) => {
    const found = one.key.startsWith("aws:source") ? undefined : accountsOf(one);
    return found === undefined ? [] : [found];
  });
  return {
    accounts: accounts.length === 0 ? undefined : accounts.reduce((some, more) => some.filter((a) => more.includes(a))),
    organizations:
      all.find((one) => keysOfOrganizations.has(one.key) && one.values.every(isOrganization))?.values ?? [],
    externalIds:
      all.find(({ key, wildcards, values }) => key === "sts:externalid" && isSpelt(values, wildcards))?.values ?? [],
    namesRoles: named.some(({ values }) =>
      values.every((value) => !/^(root|(role|user|assumed-role)\/?\*|\*.*)$/.test(parseArn(value)?.resource ?? "*")),
    ),
  };
}

const accountKeys = new Set(["aws:principalaccount", "kms:calleraccount", "aws:sourceaccount", "aws:sourceowner"]);

const keysOfOrganizations = new Set(["aws:principalorgid", "aws:principalorgpaths"]);

const isOrganization = (value: string): boolean => /^o-[a-z0-9]+(\/.*)?$/.test(value);

function isSpelt(values: readonly string[], wildcards: boolean): boolean {
  return values.every((value) => !value.includes("${") && !(wildcards && /[*?]/.test(value)));
}

/** The accounts that a guarantee narrows callers to; undefined where it does not, or not to any that are spelt. */
function accountsOf({ key, values }: Guarantee): string[] | undefined {
  const accounts = accountKeys.has(key)
    ? values
    : key === "aws:principalarn" || key === "aws:sourcearn"
      ? values.map((value) => parseArn(value)?.account ?? "")
      : undefined;
  return accounts?.every((account) => /^\d{12}$/.test(account)) === true ? [...new Set(accounts)] : undefined;
}
