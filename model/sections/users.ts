import { z } from "zod";
import { formerly } from "../values/formerly.ts";
import { awsText, judged, text } from "../values/text.ts";

export const user = z
  .strictObject({
    "user-name": awsText(
      {
        service: "identitystore",
        shape: "UserName",
        what: "a user name",
        characters: "letters, digits and punctuation, no spaces",
      },
      "The name with which the person signs in (default: the key).",
      "ada@securecart.example",
    ).exactOptional(),
    "given-name": text("Given name.", "Ada"),
    "family-name": text("Family name.", "Lovelace"),
    "display-name": text(
      "How the name is shown (default: given name and family name).",
      "Ada Lovelace",
    ).exactOptional(),
    email: judged("E-mail address of the person.", "ada@securecart.example", (value) =>
      /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(value)
        ? undefined
        : { code: "email", message: `"${value}" is not an e-mail address.` },
    ),
    formerly: formerly.exactOptional(),
  })
  .meta({
    description:
      "A person in Identity Center's own directory. People who come from an identity provider are never typed in here.",
    examples: [{ "given-name": "Ada" }],
  });

export type User = z.infer<typeof user>;
