import { AccountAssignments } from "../../components/account-assignments.ts";
import { AccountBaseline } from "../../components/account-baseline.ts";
import { Account } from "../../components/account.ts";
import { Audit } from "../../components/audit.ts";
import { BreakGlass } from "../../components/break-glass.ts";
import { DeploymentPipeline } from "../../components/deployment-pipeline.ts";
import { Guardrail } from "../../components/guardrail.ts";
import { IdentityCenter } from "../../components/identity-center.ts";
import { IdentityProvider } from "../../components/identity-provider.ts";
import { ManagedPolicy } from "../../components/managed-policy.ts";
import { declare } from "../../components/named.ts";
import { PermissionSet } from "../../components/permission-set.ts";
import { WorkloadRole } from "../../components/workload-role.ts";
import type { Deployment, GuardrailTarget } from "../../model/deployment.ts";
import { registered } from "./registry.ts";
import type { PlannedResource } from "./resource.ts";

/**
 * All that the program registers for a deployment, in its order: its own components run, with `sdk/` in the place of
 * Pulumi's. What the program looks up in AWS has a name of its own instead of its id.
 */
export function plannedResources(deployment: Deployment, project: string): PlannedResource[] {
  return registered(project, deployment.stack, () => {
    declareAll(deployment);
  });
}

/** As the blocks of `index.ts`. */
function declareAll(deployment: Deployment): void {
  const accounts = declare(deployment.accounts, (account) => new Account(account));
  const inAccount = (name: string) => ({ parent: accounts.get(name) });

  const found = {
    instanceArn: "the instance of Identity Center",
    identityStoreId: "the identity store",
    groupIds: new Map(deployment.identityCenter.lookedUp.map(({ name, id }) => [name, id ?? `the group ${name}`])),
  };
  const identityCenter = new IdentityCenter(deployment.identityCenter, found, accounts);

  const identityProviders = declare(
    deployment.identityProviders,
    (one) => new IdentityProvider(one, inAccount(one.account)),
  );

  const policies = declare(deployment.policies, (policy) => new ManagedPolicy(policy, inAccount(policy.account)));
  declare(deployment.accountBaselines, (baseline) => new AccountBaseline(baseline, inAccount(baseline.account)));

  const permissionSets = declare(
    deployment.permissionSets,
    (set) => new PermissionSet(set, identityCenter, policies, inAccount(set.administeredFrom)),
  );
  declare(deployment.access, (line) => new AccountAssignments(line, identityCenter, permissionSets, accounts));

  declare(deployment.workloads, (one) => new WorkloadRole(one, policies, inAccount(one.account)));
  declare(deployment.pipelines, (pipeline) => new DeploymentPipeline(pipeline, accounts, policies, identityProviders));

  declare(deployment.guardrails, (rail) => new Guardrail(rail, { id: targetId }, inAccount(rail.account)));
  if (deployment.breakGlass !== undefined) new BreakGlass(deployment.breakGlass, accounts, policies);
  if (deployment.audit) new Audit(deployment.audit, accounts);
}

function targetId(target: GuardrailTarget): string {
  if (target.kind === "root") return "the root";
  return target.kind === "ou" ? `the unit ${target.path}` : target.id;
}
