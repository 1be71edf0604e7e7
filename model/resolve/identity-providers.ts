import type { IdentityProvider } from "../deployment.ts";
import { selectAccounts } from "../selector.ts";
import { issuerOf } from "../trust.ts";
import { type Scope, accountId, accountOf, inOrder, isOwn, keysOf, named } from "./scope.ts";

/** The OpenID Connect providers in this stack's accounts. SAML for people is Identity Center's own, connected by hand. */
export function resolveIdentityProviders(scope: Scope): IdentityProvider[] {
  const { configuration, findings } = scope;
  return inOrder(configuration["identity-providers"]).flatMap(([key, provider]) => {
    const { type, url, accounts = [], owner } = provider;
    if (type !== "oidc" || url === undefined) return [];
    const path = ["identity-providers", key, "accounts"];
    return selectAccounts(accounts, configuration, path, findings)
      .filter((account) => isOwn(scope, account))
      .sort()
      .map((account) => ({
        ...named(keysOf(key, provider), keysOf(account, accountOf(scope, account))),
        configPath: `identity-providers.${key}`,
        account,
        url,
        audiences: audiencesOf(provider),
        tags: { owner },
      }));
  });
}

export function audiencesOf({ audience = [] }: { audience?: string | string[] }): string[] {
  return typeof audience === "string" ? [audience] : [...audience].sort();
}

/** ARN of an OpenID Connect provider: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
export function identityProviderArn(scope: Scope, url: string, account: string): string {
  return `arn:${scope.partition}:iam::${accountId(scope, account)}:oidc-provider/${issuerOf(url)}`;
}
