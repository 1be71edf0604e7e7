import type { Party } from "../iam/danger/parties.ts";
import type { Parameters, ThirdParty } from "./parameter.ts";

/** A party, whatever lets it in. */
export type Named = Omit<Party, "statement" | "externalIds">;

/** Whose an account or organization is, as far as the pack was told: `unknown` where it was not told what is one's own. */
export type Standing = "own" | "stranger" | "unknown" | ThirdParty;

export function standingOf({ account, organizations }: Named, told: Parameters): Standing {
  const { organizationId, ownAccounts, trustedThirdParties } = told;
  const ids = organizations.map((one) => one.split("/")[0]);
  if (account !== undefined && ownAccounts.includes(account)) return "own";
  if (ids.length > 0 && ids.every((id) => id === organizationId)) return "own";
  const thirdParty = trustedThirdParties.find((one) => one.account === account);
  if (thirdParty !== undefined) return thirdParty;
  if (account === undefined) return organizationId === "" ? "unknown" : "stranger";
  return ownAccounts.length === 0 ? "unknown" : "stranger";
}

/** Who it is, as a sentence has it. */
export function nameOf({ account, named, organizations, whole }: Named): string {
  if (account === undefined) return `whoever is in the organization ${organizations.join(" or ")}`;
  return whole ? `whoever account ${account} lets` : named === "*" ? `a role of account ${account}` : named;
}
