import * as z from "zod";
import { bootstrapPath } from "../ceiling.ts";
import { checkName } from "../names.ts";
import { selectAccounts } from "../selector.ts";
import type { Stack } from "../stack.ts";
import { accountsOrSelector } from "../values/accounts.ts";
import { checkFormerly, formerly } from "../values/formerly.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { awsText, judged, nameCharacters } from "../values/text.ts";
import { documentKeys } from "./permissions.ts";

const pathForm = /^((\/[A-Za-z0-9.,+@=_-]+)*)\/$/u;

export const policy = z
  .strictObject({
    description: awsText(
      { service: "iam", shape: "policyDescriptionType", what: "a policy's description", characters: "any characters" },
      "What the policy is for, in words that a reviewer understands.",
      "Read what our applications write to CloudWatch Logs",
    ),
    accounts: accountsOrSelector,
    owner,
    path: judged("The policy's path in IAM: begins and ends with a slash.", "/boundaries/", judgePath, {
      pattern: pathForm,
      default: "/",
    }).exactOptional(),
    formerly: formerly.exactOptional(),
    ...documentKeys,
  })
  .meta({
    description: "A customer managed policy: reusable by name, made in each account that `accounts` names.",
    examples: [
      {
        description: "Read what our applications write to CloudWatch Logs",
        accounts: ["Development", "Production"],
        owner: "Operations",
        allow: [{ "read logs": "/securecart/*" }],
      },
    ],
  });

function judgePath(value: string): { code: "iam-path"; message: string; fix: string } | undefined {
  if (!pathForm.test(value) || value.length > 512) {
    return {
      code: "iam-path",
      message: `"${value}" is not an IAM path: it begins and ends with "/", with letters, digits and . , + @ = _ - between, at most 512 characters.`,
      fix: "Write it as in `/boundaries/`, or delete the line.",
    };
  }
  if (!value.startsWith(bootstrapPath)) return undefined;
  return {
    code: "iam-path",
    message: `Below ${bootstrapPath} lies what \`npm run bootstrap\` makes: the deploy role may change nothing there.`,
    fix: "Write another path.",
  };
}

export type Policy = z.infer<typeof policy>;

/** Checks the customer managed policies; what they say is checked where it is spelt out. */
export function checkPolicies(stack: Stack): void {
  const { policies } = stack.configuration;
  for (const [name, entry] of Object.entries(policies)) {
    const path = ["policies", name];
    checkName(stack, path, policyName);
    checkOwner(stack, entry.owner, path);
    selectAccounts(entry.accounts, stack.configuration, [...path, "accounts"], stack.findings);
    if (entry.allow === undefined && entry.deny === undefined && entry.statements === undefined) {
      stack.findings.add("missing-key", path, {
        message: "A policy needs `allow`, `deny` or `statements`.",
        fix: "Write one of them, with what its bearer may do.",
      });
    }
  }
  checkFormerly(stack, "policies", policies);
}

const policyName = { service: "iam", shape: "policyNameType", what: "a policy's name", characters: nameCharacters };
