import type { AccountAssignments, Cell } from "../deployment.ts";
import { isExpired, permissionSetOf } from "../landing.ts";
import type { AccessEntry } from "../sections/access.ts";
import { selectAccounts } from "../selector.ts";
import { type Scope, accountId, accountOf, inOrder, keysOf, named } from "./scope.ts";

/**
 * The matrix of this stack. A cell that several selectors mean is made once, by the first of them in order; its name
 * holds group, account and set, so that it does not matter by which.
 */
export function resolveAccess(scope: Scope): AccountAssignments[] {
  const seen = new Set<string>();
  return inOrder(scope.configuration.access).flatMap(([key, row]) =>
    inOrder(row).flatMap(([selector, entries]) => {
      const cells = resolveCells(scope, key, selector, entries).filter(({ name }) => !seen.has(name));
      for (const { name } of cells) seen.add(name);
      if (cells.length === 0) return [];
      const principal = principalOf(key);
      return [
        {
          ...named(principalKeys(scope, principal), selectorKeys(scope, selector)),
          configPath: `access.${key}.${selector}`,
          principal,
          cells,
        },
      ];
    }),
  );
}

function resolveCells(scope: Scope, key: string, selector: string, entries: AccessEntry[]): Cell[] {
  const { configuration, findings, today } = scope;
  const names = entries
    .filter((entry) => !isExpired(entry, today))
    .map(permissionSetOf)
    .filter((name) => Object.hasOwn(configuration["permission-sets"], name));
  const accounts = selectAccounts(selector, configuration, ["access", key, selector], findings);
  const principal = principalKeys(scope, principalOf(key));
  return [...accounts].sort().flatMap((account) =>
    [...new Set(names)].sort().map((permissionSet) => {
      const set = configuration["permission-sets"][permissionSet];
      return {
        ...named(principal, keysOf(account, accountOf(scope, account)), keysOf(permissionSet, set)),
        account,
        accountId: accountId(scope, account),
        administeredFrom: set?.["administered-from"] ?? scope.identityCenterAccount,
        permissionSet,
      };
    }),
  );
}

/** `Developers`, or `user NAME`. */
export function principalOf(key: string): AccountAssignments["principal"] {
  return key.startsWith("user ") ? { type: "USER", name: key.slice(5) } : { type: "GROUP", name: key };
}

function principalKeys({ configuration }: Scope, { type, name }: AccountAssignments["principal"]): string[] {
  if (type === "GROUP") return keysOf(name, configuration.groups[name]);
  return keysOf(name, configuration.users[name]).map((key) => `user ${key}`);
}

/** A selector that is an account's name follows the account when that is renamed. */
function selectorKeys(scope: Scope, selector: string): string[] {
  return keysOf(selector, accountOf(scope, selector));
}
