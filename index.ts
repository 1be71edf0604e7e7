import { AccountAssignments } from "./components/account-assignments.ts";
import { AccountBaseline } from "./components/account-baseline.ts";
import { refuseOtherAccountIds } from "./components/account-ids.ts";
import { Account } from "./components/account.ts";
import { Audit } from "./components/audit.ts";
import { BreakGlass } from "./components/break-glass.ts";
import { DeploymentPipeline } from "./components/deployment-pipeline.ts";
import { Guardrail } from "./components/guardrail.ts";
import { IdentityCenter } from "./components/identity-center.ts";
import { IdentityProvider } from "./components/identity-provider.ts";
import { lookUp } from "./components/lookups.ts";
import { ManagedPolicy } from "./components/managed-policy.ts";
import { declare } from "./components/named.ts";
import { PermissionSet } from "./components/permission-set.ts";
import { plannedDeployment } from "./components/planned-deployment.ts";
import { WorkloadRole } from "./components/workload-role.ts";

const { deployment, role } = plannedDeployment();

export const accountIds = await refuseOtherAccountIds(deployment.accounts);

const accounts = declare(deployment.accounts, (account) => new Account(account, role));
const inAccount = (name: string) => ({ parent: accounts.get(name) });

const found = await lookUp(deployment, accounts);
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

export const startUrl = identityCenter.startUrl;
export const workloadRoleArns = workloads.outputs(({ roleArn }) => roleArn);
export const executionRoleArns = workloads.outputs(({ executionRoleArn }) => executionRoleArn);
export const instanceProfileArns = workloads.outputs(({ instanceProfileArn }) => instanceProfileArn);
export const pipelineRoleArns = pipelines.outputs(({ sourceRoleArn }) => sourceRoleArn);
export const deploymentRoleArns = pipelines.outputs(({ targetRoleArns }) => targetRoleArns);
