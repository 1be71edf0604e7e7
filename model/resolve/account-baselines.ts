import type { AccountBaseline } from "../audit.ts";
import { selectAccounts } from "../selector.ts";
import { type Scope, accountId, accountOf, isOwn, keysOf, named } from "./scope.ts";

/** The floor under each of this stack's accounts that the configuration names. */
export function resolveAccountBaselines(scope: Scope): AccountBaseline[] {
  const { configuration, findings } = scope;
  const baseline = configuration["account-baseline"];
  if (baseline === undefined) return [];
  const passwords = baseline["password-policy"];
  return selectAccounts(baseline.accounts, configuration, ["account-baseline", "accounts"], findings)
    .filter((account) => isOwn(scope, account))
    .sort()
    .map((account) => ({
      ...named(["account-baseline"], keysOf(account, accountOf(scope, account))),
      configPath: "account-baseline",
      account,
      accountId: accountId(scope, account),
      blockPublicAccess: baseline["s3-block-public-access"] !== undefined,
      ...(passwords !== undefined && {
        passwordPolicy: {
          minimumLength: Number(passwords["minimum-length"]),
          rememberedPasswords: Number(passwords["remembered-passwords"]),
        },
      }),
    }));
}
