import { z } from "zod";
import { accountsOrSelector } from "../values/accounts.ts";
import { formerly } from "../values/formerly.ts";
import { owner } from "../values/owner.ts";
import { awsText, judged } from "../values/text.ts";
import { documentKeys } from "./permissions.ts";

export const policy = z
  .strictObject({
    description: awsText(
      { service: "iam", shape: "policyDescriptionType", what: "a policy's description", characters: "any characters" },
      "What the policy is for.",
      "Read what our applications write to CloudWatch Logs",
    ),
    accounts: accountsOrSelector,
    owner,
    path: judged("IAM path of the policy (default: /).", "/boundaries/", (value) =>
      /^((\/[A-Za-z0-9.,+@=_-]+)*)\/$/u.test(value) && value.length <= 512
        ? undefined
        : {
            code: "iam-path",
            message: `"${value}" is not an IAM path: it begins and ends with "/", with letters, digits and . , + @ = _ - between, at most 512 characters.`,
          },
    ).exactOptional(),
    formerly: formerly.exactOptional(),
    ...documentKeys,
  })
  .meta({
    description: "A customer managed policy: reusable by name, made in each account that `accounts` names.",
    examples: [{ accounts: ["Production"] }],
  });

export type Policy = z.infer<typeof policy>;
