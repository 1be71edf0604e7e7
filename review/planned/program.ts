import { Account } from "../../components/account.ts";
import type { Found } from "../../components/lookups.ts";
import { declare } from "../../components/named.ts";
import { declareStack } from "../../components/stack.ts";
import type { Deployment, GuardrailTarget } from "../../model/deployment.ts";
import { registered } from "./registry.ts";
import type { PlannedResource } from "./resource.ts";

/**
 * All that the program registers for a deployment, in its order: its own components run, with `sdk/` in the place of
 * Pulumi's. What the program looks up in AWS has a name of its own instead of its id.
 */
export function plannedResources(deployment: Deployment, project: string): PlannedResource[] {
  return registered(project, deployment.stack, () => {
    const accounts = declare(deployment.accounts, (account) => new Account(account));
    declareStack(deployment, accounts, named(deployment));
  });
}

function named({ identityCenter }: Deployment): Found {
  const groups = identityCenter.lookedUp.map(({ name, id }): [string, string] => [name, id ?? `the group ${name}`]);
  return {
    identityCenter: {
      instanceArn: "the instance of Identity Center",
      identityStoreId: "the identity store",
      groupIds: new Map(groups),
    },
    guardrailTargets: { id: targetId },
  };
}

function targetId(target: GuardrailTarget): string {
  if (target.kind === "root") return "the root";
  return target.kind === "ou" ? `the unit ${target.path}` : target.id;
}
