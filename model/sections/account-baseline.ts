import * as z from "zod";
import { selectAccounts } from "../selector.ts";
import type { Stack } from "../stack.ts";
import { accountsOrSelector } from "../values/accounts.ts";
import { judged } from "../values/text.ts";

const count = /^\d{1,3}$/u;

const number = (description: string, example: string, least: number, most: number) =>
  judged(
    description,
    example,
    (value) =>
      count.test(value) && Number(value) >= least && Number(value) <= most
        ? undefined
        : {
            code: "password-policy",
            message: `"${value}" is not a whole number from ${least} to ${most}.`,
            fix: `Write one, such as ${example}.`,
          },
    { pattern: count },
  );

export const accountBaseline = z
  .strictObject({
    accounts: accountsOrSelector,
    "s3-block-public-access": z
      .enum(["enabled"])
      .meta({
        description: "No bucket and no object of the account is ever public, whatever its own policy says.",
        examples: ["enabled"],
      })
      .exactOptional(),
    "password-policy": z
      .strictObject({
        "minimum-length": number("How many characters a password has at least: 6 to 128.", "20", 6, 128),
        "remembered-passwords": number("How many earlier passwords cannot be used again: 1 to 24.", "24", 1, 24),
      })
      .meta({
        description:
          "What the passwords of IAM users have to be. Letters of both cases, digits and symbols are always asked for.",
        examples: [{ "minimum-length": "20", "remembered-passwords": "24" }],
      })
      .exactOptional(),
  })
  .meta({
    description: "The floor under every account that it names.",
    examples: [{ accounts: "all accounts", "s3-block-public-access": "enabled" }],
  });

export type AccountBaseline = z.infer<typeof accountBaseline>;

/** Checks the accounts that it names. */
export function checkAccountBaseline({ configuration, findings }: Stack): void {
  const own = configuration["account-baseline"];
  if (own !== undefined) selectAccounts(own.accounts, configuration, ["account-baseline", "accounts"], findings);
}
