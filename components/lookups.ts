import type * as model from "../model/deployment.ts";
import type { Account } from "./account.ts";
import { type FoundIdentityCenter, lookUpIdentityCenter } from "./identity-center-lookup.ts";
import type { Named } from "./named.ts";
import { type GuardrailTargets, lookUpGuardrailTargets } from "./organization-lookup.ts";

/** What only AWS knows. */
export interface Found {
  identityCenter: FoundIdentityCenter;
  guardrailTargets: GuardrailTargets;
}

/** Looks up what only AWS knows, all asked at once, before anything is declared. Throws RunError. */
export async function lookUp(
  { identityCenter, guardrails }: model.Deployment,
  accounts: Named<Account>,
): Promise<Found> {
  const [center, guardrailTargets] = await Promise.all([
    lookUpIdentityCenter(identityCenter, accounts),
    lookUpGuardrailTargets(guardrails, accounts),
  ]);
  return { identityCenter: center, guardrailTargets };
}
