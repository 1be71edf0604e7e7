import { Config, RunError, getStack, log } from "@pulumi/pulumi";
import { AccountAssignments } from "./components/account-assignments.ts";
import { refuseOtherAccountIds } from "./components/account-ids.ts";
import { Account } from "./components/account.ts";
import { DeploymentPipeline } from "./components/deployment-pipeline.ts";
import { lookUpIdentityCenter } from "./components/identity-center-lookup.ts";
import { IdentityCenter } from "./components/identity-center.ts";
import { IdentityProvider } from "./components/identity-provider.ts";
import { ManagedPolicy } from "./components/managed-policy.ts";
import { declare } from "./components/named.ts";
import { PermissionSet } from "./components/permission-set.ts";
import { WorkloadRole } from "./components/workload-role.ts";
import { plan } from "./model/plan.ts";

const { deployment, report } = plan(new Config().require("config"));
if (deployment === undefined) throw new RunError(report);
if (deployment.stack !== getStack())
  throw new RunError(`This is the stack ${getStack()}, the file says ${deployment.stack}.`);
if (report !== "") void log.warn(report);

export const accountIds = await refuseOtherAccountIds(deployment.accounts);

const accounts = declare(deployment.accounts, (account) => new Account(account, new Config().get("role")));
const inAccount = (name: string) => ({ parent: accounts.get(name) });

const found = await lookUpIdentityCenter(deployment.identityCenter, accounts);
const identityCenter = new IdentityCenter(deployment.identityCenter, found, accounts);

const identityProviders = declare(
  deployment.identityProviders,
  (provider) => new IdentityProvider(provider, inAccount(provider.account)),
);

const policies = declare(deployment.policies, (policy) => new ManagedPolicy(policy, inAccount(policy.account)));

const permissionSets = declare(
  deployment.permissionSets,
  (set) => new PermissionSet(set, identityCenter, policies, inAccount(set.administeredFrom)),
);

declare(deployment.access, (line) => new AccountAssignments(line, identityCenter, permissionSets, accounts));

const workloads = declare(
  deployment.workloads,
  (workload) => new WorkloadRole(workload, policies, inAccount(workload.account)),
);

const pipelines = declare(
  deployment.pipelines,
  (pipeline) => new DeploymentPipeline(pipeline, accounts, policies, identityProviders),
);

export const startUrl = identityCenter.startUrl;
export const workloadRoleArns = workloads.outputs(({ roleArn }) => roleArn);
export const executionRoleArns = workloads.outputs(({ executionRoleArn }) => executionRoleArn);
export const instanceProfileArns = workloads.outputs(({ instanceProfileArn }) => instanceProfileArn);
export const pipelineRoleArns = pipelines.outputs(({ sourceRoleArn }) => sourceRoleArn);
export const deploymentRoleArns = pipelines.outputs(({ targetRoleArns }) => targetRoleArns);
