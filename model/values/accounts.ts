import * as z from "zod";
import { oneOf } from "./offer.ts";

/** Accounts, as a selector (text) or as a list of names. */
export const accountsOrSelector = z.union([oneOf("selectors"), z.array(oneOf("accounts"))]).meta({
  description:
    "Which accounts: a list of names, or one selector: an account's name, `all accounts`, `accounts in OU` (directly in the organizational unit), `accounts under OU` (at any depth), `accounts tagged key=value`; several joined by `and`; then `except ...`.",
  examples: ["accounts under Workloads", ["Development", "Production"]],
});
