import { RunError, StackReference, getOrganization, getProject, getStack } from "@pulumi/pulumi";
import { printable } from "../iam/printable.ts";
import type * as model from "../model/deployment.ts";

/** Stack output that remembers, from one update to the next, which account is behind a name. */
export type AccountIds = Record<string, string>;

/**
 * Refuses another id behind an account's name. The engine would only update the account's provider and believe
 * everything in place, while it all stays behind in the account that the name meant before. Throws RunError.
 */
export async function refuseOtherAccountIds(accounts: readonly model.Account[]): Promise<AccountIds> {
  const name = `${getOrganization()}/${getProject()}/${getStack()}`;
  const before = new StackReference("before", { name });
  const known = ((await before.getOutputValue("accountIds")) ?? {}) as AccountIds;

  const problems = accounts.flatMap((account) => {
    const id = [account.name, ...account.formerly].map((key) => known[key]).find((found) => found !== undefined);
    return id === undefined || id === account.id
      ? []
      : [`${account.configPath}.id: the account ${account.name} was ${id}; now the configuration says ${account.id}.`];
  });
  if (problems.length > 0) {
    throw new RunError(
      [
        ...problems.map(printable),
        "Nothing is changed: what was made in the account would be left behind there. If it is a typing mistake, " +
          "correct the id. If it really is another account, give it another name, and delete the old entry.",
      ].join("\n"),
    );
  }
  return Object.fromEntries(accounts.map((account) => [account.name, account.id]));
}
