import * as z from "zod";
import { checkAbsent, checkName, checkPresent } from "../names.ts";
import { selectAccounts } from "../selector.ts";
import type { Path } from "../path.ts";
import { type Stack, isPresent } from "../stack.ts";
import { accountsOrSelector } from "../values/accounts.ts";
import { checkFormerly, formerly } from "../values/formerly.ts";
import { checkMfa, mfa } from "../values/mfa.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { text } from "../values/text.ts";

export const identityProvider = z
  .strictObject({
    type: z.enum(["saml", "oidc"]).meta({
      description: "What it speaks: `saml` for people, through Identity Center; `oidc` (OpenID Connect) for pipelines.",
      examples: ["oidc"],
    }),
    owner,
    serves: z
      .enum(["identity-center"])
      .meta({
        description:
          "What it is for: people sign in with it at Identity Center. It is connected once, by hand. For `saml` alone.",
        examples: ["identity-center"],
      })
      .exactOptional(),
    mfa: mfa.exactOptional(),
    url: text(
      "The issuer's address, as its tokens name it. For `oidc` alone.",
      "https://token.actions.githubusercontent.com",
    ).exactOptional(),
    audience: z
      .union([z.string(), z.array(z.string())])
      .meta({
        description: "For whom its tokens have to be made out: one audience, or a list. For `oidc` alone.",
        examples: ["sts.amazonaws.com"],
      })
      .exactOptional(),
    accounts: accountsOrSelector.exactOptional(),
    formerly: formerly.exactOptional(),
  })
  .meta({
    description: "Where identities come from that AWS does not keep itself.",
    examples: [
      {
        type: "oidc",
        url: "https://token.actions.githubusercontent.com",
        audience: "sts.amazonaws.com",
        accounts: "DevOps",
        owner: "Operations",
      },
    ],
  });

export type IdentityProvider = z.infer<typeof identityProvider>;

/** Checks the identity providers: SAML serves people through Identity Center, OpenID Connect serves pipelines. */
export function checkIdentityProviders(stack: Stack): void {
  const { "identity-providers": providers } = stack.configuration;
  const used = new Map<string, string>();
  for (const [name, entry] of Object.entries(providers)) {
    const path = ["identity-providers", name];
    checkName(stack, path);
    checkOwner(stack, entry.owner, path);
    const purposes = entry.type === "saml" ? checkSaml(stack, entry, path) : checkOidc(stack, entry, path);
    for (const purpose of purposes) {
      const other = used.get(purpose);
      used.set(purpose, other ?? name);
      if (other === undefined) continue;
      stack.findings.add("identity-provider-twice", [...path, entry.type === "saml" ? "serves" : "url"], {
        message: `"${other}" is the provider for ${purpose} already.`,
        fix: "Delete one of the two.",
      });
    }
  }
  checkFormerly(stack, "identity-providers", providers);
}

function checkSaml(stack: Stack, entry: IdentityProvider, path: Path): string[] {
  checkPresent(stack, ["serves"], path, "people sign in with SAML through Identity Center");
  checkAbsent(stack, ["url", "audience", "accounts"], path, "it belongs to OpenID Connect");
  if (entry.mfa !== undefined) checkMfa(stack, entry.mfa, [...path, "mfa"]);
  else if (entry.serves !== undefined && !isPresent(stack, [...path, "mfa"])) {
    stack.findings.add("mfa-missing", path, {
      message: "It does not say who enforces multi-factor authentication for people.",
      fix: "Write `mfa:` with `enforced-by`, `evidence`, `owner` and `next-review`.",
    });
  }
  return entry.serves === undefined ? [] : ["people"];
}

/**
 * Checks a provider of pipelines. Returns what it is for, in words: an address in an account.
 * Source: https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html
 */
function checkOidc(stack: Stack, entry: IdentityProvider, path: Path): string[] {
  checkPresent(stack, ["url", "audience", "accounts"], path, "OpenID Connect needs it");
  checkAbsent(stack, ["serves", "mfa"], path, "it belongs to SAML");
  const { url = "", accounts = [] } = entry;
  if (entry.url !== undefined && (!/^https:\/\/[a-z0-9.-]+(\/[^\s?#:]*)?$/u.test(url) || url.length > 255)) {
    stack.findings.add("issuer-url", [...path, "url"], {
      message: `"${url}" is not an issuer's address: https, without port, query and fragment, at most 255 characters.`,
      fix: "Write it as the provider's own page says, such as https://token.actions.githubusercontent.com.",
    });
  }
  return selectAccounts(accounts, stack.configuration, [...path, "accounts"], stack.findings).map(
    (account) => `${url} in ${account}`,
  );
}
