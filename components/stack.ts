import type { Deployment } from "../model/deployment.ts";
import { AccountAssignments } from "./account-assignments.ts";
import { AccountBaseline } from "./account-baseline.ts";
import type { Account } from "./account.ts";
import { Audit } from "./audit.ts";
import { BreakGlass } from "./break-glass.ts";
import { DeploymentPipeline } from "./deployment-pipeline.ts";
import { Guardrail } from "./guardrail.ts";
import { IdentityCenter } from "./identity-center.ts";
import { IdentityProvider } from "./identity-provider.ts";
import type { Found } from "./lookups.ts";
import { ManagedPolicy } from "./managed-policy.ts";
import { type Named, declare } from "./named.ts";
import { PermissionSet } from "./permission-set.ts";
import { WorkloadRole } from "./workload-role.ts";

/** What a stack's outputs are made of. */
interface Declared {
  identityCenter: IdentityCenter;
  workloads: Named<WorkloadRole>;
  pipelines: Named<DeploymentPipeline>;
}

/** Declares everything that a deployment makes in its accounts, in the order of the YAML's sections. */
export function declareStack(deployment: Deployment, accounts: Named<Account>, found: Found): Declared {
  const inAccount = (name: string) => ({ parent: accounts.get(name) });

  const identityCenter = new IdentityCenter(deployment.identityCenter, found.identityCenter, accounts);

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

  const workloads = declare(deployment.workloads, (one) => new WorkloadRole(one, policies, inAccount(one.account)));

  const pipelines = declare(
    deployment.pipelines,
    (pipeline) => new DeploymentPipeline(pipeline, accounts, policies, identityProviders),
  );

  declare(deployment.guardrails, (rail) => new Guardrail(rail, found.guardrailTargets, inAccount(rail.account)));
  if (deployment.breakGlass !== undefined) new BreakGlass(deployment.breakGlass, accounts, policies);
  if (deployment.audit) new Audit(deployment.audit, accounts);

  return { identityCenter, workloads, pipelines };
}
