import { Config, RunError, getStack, log } from "@pulumi/pulumi";
import type { Deployment } from "../model/deployment.ts";
import { plan } from "../model/plan.ts";

/** What the configuration of this stack plans. Throws RunError where the configuration is wrong or another stack's. */
export function plannedDeployment(): Deployment {
  const { deployment, report } = plan(new Config().require("config"));
  if (deployment === undefined) throw new RunError(report);
  if (deployment.stack !== getStack())
    throw new RunError(`This is the stack ${getStack()}, the file says ${deployment.stack}.`);
  if (report !== "") void log.warn(report);
  return deployment;
}
