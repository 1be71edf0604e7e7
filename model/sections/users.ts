import * as z from "zod";
import { checkName } from "../names.ts";
import type { Stack } from "../stack.ts";
import { checkFormerly, formerly } from "../values/formerly.ts";
import { awsText, emailForm, judged, text } from "../values/text.ts";

const userName = {
  service: "identitystore",
  shape: "UserName",
  what: "a user name",
  characters: "letters, digits and punctuation, no spaces",
};

export const user = z
  .strictObject({
    "user-name": awsText(userName, "The name with which the person signs in.", "ada@securecart.example", {
      otherwise: "its key",
    }).exactOptional(),
    "given-name": text("The person's given name.", "Ada"),
    "family-name": text("The person's family name.", "Lovelace"),
    "display-name": text("How the name is shown.", "Ada Lovelace", {
      otherwise: "given name and family name",
    }).exactOptional(),
    email: judged(
      "The person's e-mail address.",
      "ada@securecart.example",
      (value) =>
        emailForm.test(value)
          ? undefined
          : { code: "email", message: `"${value}" is not an e-mail address.`, fix: "Write the person's." },
      { pattern: emailForm },
    ),
    formerly: formerly.exactOptional(),
  })
  .meta({
    description:
      "A person in Identity Center's own directory. People who come from an identity provider are never typed in here.",
    examples: [{ "given-name": "Ada", "family-name": "Lovelace", email: "ada@securecart.example" }],
  });

export type User = z.infer<typeof user>;

/**
 * Checks the users that are managed here.
 * Source: https://docs.aws.amazon.com/singlesignon/latest/IdentityStoreAPIReference/API_CreateUser.html
 */
export function checkUsers(stack: Stack): void {
  const { users } = stack.configuration;
  for (const [name, entry] of Object.entries(users)) {
    const path = ["users", name];
    checkName(stack, path, userName);
    if (["Administrator", "AWSAdministrators"].includes(entry["user-name"] ?? name)) {
      stack.findings.add("reserved-user-name", entry["user-name"] === undefined ? path : [...path, "user-name"], {
        message: `AWS keeps the user name "${entry["user-name"] ?? name}" for itself.`,
        fix: "Write another `user-name`.",
      });
    }
  }
  checkFormerly(stack, "users", users);
}
