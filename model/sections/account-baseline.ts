import * as z from "zod";
import { selectAccounts } from "../selector.ts";
import type { Stack } from "../stack.ts";
import { accountsOrSelector } from "../values/accounts.ts";
import { judged } from "../values/text.ts";

const count = (description: string, example: string, least: number, most: number) =>
  judged(description, example, (value) =>
    /^\d{1,3}$/u.test(value) && Number(value) >= least && Number(value) <= most
      ? undefined
      : { code: "password-policy", message: `"${value}" is not a whole number from ${least} to ${most}.` },
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
        "minimum-length": count("The least characters of a password: 6 to 128.", "20", 6, 128),
        "remembered-passwords": count("How many earlier passwords cannot be used again: 1 to 24.", "24", 1, 24),
      })
      .meta({
        description: "What passwords of IAM users have to be; letters of both cases, digits and symbols always.",
        examples: [{ "minimum-length": "20", "remembered-passwords": "24" }],
      })
      .exactOptional(),
  })
  .meta({ description: "The floor under every account that it names.", examples: [{ accounts: "all accounts" }] });

export type AccountBaseline = z.infer<typeof accountBaseline>;

/** Checks the accounts that it names. */
export function checkAccountBaseline({ configuration, findings }: Stack): void {
  const own = configuration["account-baseline"];
  if (own !== undefined) selectAccounts(own.accounts, configuration, ["account-baseline", "accounts"], findings);
}
