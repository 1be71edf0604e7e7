import type { Deployment, Role } from "./deployment.ts";

/** Every role that a stack makes. */
export function rolesOf({ workloads, pipelines, breakGlass, audit }: Deployment): Role[] {
  return [
    ...workloads.flatMap(({ role, executionRole }) => [role, ...(executionRole ? [executionRole] : [])]),
    ...pipelines.flatMap(({ source, targets }) => [...(source ? [source] : []), ...targets]),
    ...(audit?.trail === undefined ? [] : [audit.trail.logGroup.role]),
    ...(breakGlass?.roles ?? []),
  ];
}
