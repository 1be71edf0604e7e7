import { Config, RunError, getStack, log } from "@pulumi/pulumi";
import type { Deployment } from "../model/deployment.ts";
import { plan } from "../model/plan.ts";

/**
 * What the configuration of this stack plans, and the role by which this run works in the accounts where it is not the
 * deploy role. Throws RunError where the configuration is wrong, or another stack's.
 */
export function plannedDeployment(): { deployment: Deployment; role: string | undefined } {
  const config = new Config();
  const { deployment, report } = plan(config.require("config"));
  if (deployment === undefined) throw new RunError(report);
  if (deployment.stack !== getStack())
    throw new RunError(`This is the stack ${getStack()}, the file says ${deployment.stack}.`);
  if (report !== "") void log.warn(report);
  return { deployment, role: config.get("role") };
}
