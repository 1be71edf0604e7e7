import { refuseOtherAccountIds } from "./components/account-ids.ts";
import { Account } from "./components/account.ts";
import { lookUp } from "./components/lookups.ts";
import { declare } from "./components/named.ts";
import { plannedDeployment } from "./components/planned-deployment.ts";
import { declareStack } from "./components/stack.ts";

const { deployment, role } = plannedDeployment();

export const accountIds = await refuseOtherAccountIds(deployment.accounts);

const accounts = declare(deployment.accounts, (account) => new Account(account, role));
const found = await lookUp(deployment, accounts);
const { identityCenter, workloads, pipelines } = declareStack(deployment, accounts, found);

export const startUrl = identityCenter.startUrl;
export const workloadRoleArns = workloads.outputs(({ roleArn }) => roleArn);
export const executionRoleArns = workloads.outputs(({ executionRoleArn }) => executionRoleArn);
export const instanceProfileArns = workloads.outputs(({ instanceProfileArn }) => instanceProfileArn);
export const pipelineRoleArns = pipelines.outputs(({ sourceRoleArn }) => sourceRoleArn);
export const deploymentRoleArns = pipelines.outputs(({ targetRoleArns }) => targetRoleArns);
