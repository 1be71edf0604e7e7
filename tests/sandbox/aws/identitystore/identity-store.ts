import { founded, security, type Client, type Output } from "../founded.ts";

/** A virtual organization, and a client of its identity store that fills in the store's id. */
export async function identityStore() {
  const organization = await founded();
  const center = organization.client("sso-admin", security);
  const { Instances } = await center<{ Instances: { IdentityStoreId: string }[] }>("ListInstances");
  const IdentityStoreId = Instances[0]?.IdentityStoreId ?? "";
  const people =
    (accountId = security, region?: string): Client =>
    <Result = Output>(operation: string, input: Output = {}) =>
      organization.client("identitystore", accountId, region)<Result>(operation, { IdentityStoreId, ...input });
  return { ...organization, IdentityStoreId, people };
}
