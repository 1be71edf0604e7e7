import { z } from "zod";
import { text } from "../values/text.ts";
import { mfa } from "../values/mfa.ts";

export const identityCenter = z
  .strictObject({
    "synced-from": text(
      "The identity provider from which people and groups come; a key of `identity-providers`. Absent where Identity Center's own directory holds them.",
      "Okta",
    ).exactOptional(),
    mfa: mfa.exactOptional(),
    attributes: z
      .record(z.string(), z.string())
      .meta({
        description: "Attributes for access control: session tag to the attribute of the person that fills it.",
        examples: [{ department: "${path:enterprise.department}" }],
      })
      .exactOptional(),
  })
  .meta({
    description: "IAM Identity Center: where people come from and what is known of them.",
    examples: [{ "synced-from": "Okta" }],
  });

export type IdentityCenter = z.infer<typeof identityCenter>;
