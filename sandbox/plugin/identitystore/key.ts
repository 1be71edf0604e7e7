import { idParts } from "../state.ts";

/** What an identity store holds has an id in two parts: the store's and its own. */
export function storeId(identityStoreId: string, own: string): string {
  return `${identityStoreId}/${own}`;
}

export function storeKey(id: string, expected: string): [identityStoreId: string, own: string] {
  const [identityStoreId = "", own = ""] = idParts(id, "/", 2, expected);
  return [identityStoreId, own];
}

/** The ids that an external identity provider gave, as the official plugin shows them. */
export function externalIds(answered: unknown): { id: string; issuer: string }[] {
  const ids = (answered ?? []) as Record<"Id" | "Issuer", string>[];
  return ids.map(({ Id, Issuer }) => ({ id: Id, issuer: Issuer }));
}
