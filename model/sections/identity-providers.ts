import { z } from "zod";
import { accountsOrSelector } from "../values/accounts.ts";
import { formerly } from "../values/formerly.ts";
import { mfa } from "../values/mfa.ts";
import { owner } from "../values/owner.ts";
import { text } from "../values/text.ts";

export const identityProvider = z
  .strictObject({
    type: z.enum(["saml", "oidc"]).meta({
      description: "SAML for people (through Identity Center), OpenID Connect for pipelines.",
      examples: ["oidc"],
    }),
    owner,
    serves: z
      .enum(["identity-center"])
      .meta({
        description: "People sign in with it at Identity Center; connected once, by hand.",
        examples: ["identity-center"],
      })
      .exactOptional(),
    mfa: mfa.exactOptional(),
    url: text("The issuer, as its tokens name it.", "https://token.actions.githubusercontent.com").exactOptional(),
    audience: z
      .union([z.string(), z.array(z.string())])
      .meta({ description: "The audience or audiences that its tokens must name.", examples: ["sts.amazonaws.com"] })
      .exactOptional(),
    accounts: accountsOrSelector.exactOptional(),
    formerly: formerly.exactOptional(),
  })
  .meta({ description: "Where identities come from that AWS does not keep itself.", examples: [{ type: "oidc" }] });

export type IdentityProvider = z.infer<typeof identityProvider>;
