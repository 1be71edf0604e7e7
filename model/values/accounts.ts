import * as z from "zod";

/** Accounts, as a selector (text) or as a list of names. */
export const accountsOrSelector = z.union([z.string(), z.array(z.string())]).meta({
  description:
    "Accounts: a list of names, or one selector (`Production`, `all accounts`, `accounts in OU`, `accounts under OU`, `accounts tagged key=value`, joined by `and`, then `except ...`).",
  examples: [["Development", "Production"], "accounts under Workloads"],
});

export type AccountsOrSelector = z.infer<typeof accountsOrSelector>;
