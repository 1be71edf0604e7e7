import type { Deployment } from "./deployment.ts";

/** Rule → its parameters. */
export type PackConfiguration = Record<string, Record<string, unknown>>;

/** The policy pack's configuration. What it excepts stands in the security file and nowhere else. */
export function packConfiguration(deployments: readonly Deployment[]): PackConfiguration {
  const users = deployments.flatMap(({ breakGlass }) => breakGlass?.users ?? []);
  const roles = deployments.flatMap(({ breakGlass }) => breakGlass?.roles ?? []);
  return {
    "no-iam-user": { breakGlassUsers: users.map(({ userName }) => userName).sort() },
    "admin-managed": { breakGlassRoles: [...new Set(roles.map(({ roleName }) => roleName))].sort() },
  };
}
