import { isDeepStrictEqual } from "node:util";
import type { Deployment, PermissionSet } from "../../model/deployment.ts";
import type { CellChange } from "./access.ts";
import { pairs } from "./pairs.ts";

/** What takes long in the update of one stack. */
export interface Duration {
  stack: string;
  /** Account assignments that are made or removed. */
  assignments: number;
  /** How often a permission set is brought anew to all its accounts. */
  provisionings: number;
  /** The least that the update takes, beside half a minute for everything else. */
  seconds: number;
}

/**
 * The AWS provider looks after 10 seconds whether an assignment is made or removed, and AWS works on ten at a time: about
 * one a second at best. Each part of a permission set that changes is brought to all its accounts, and looked at after 5
 * seconds; in each account AWS updates one such role at a time.
 * Sources: https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html; `internal/service/ssoadmin` of
 * https://github.com/hashicorp/terraform-provider-aws (`waitAccountAssignmentCreated`, `waitPermissionSetProvisioned`).
 */
const assignment = { seconds: 10, atOnce: 10 };
const provisioning = { seconds: 5 };

/** The parts of a permission set that the provider sets, and brings to its accounts, one by one. */
const parts: (keyof PermissionSet)[][] = [
  ["description", "relayState", "sessionDuration"],
  ["awsManagedPolicyArns"],
  ["customerManagedPolicies"],
  ["inlinePolicy"],
  ["permissionsBoundary"],
];

/** How long the update of each stack takes at least; those in which nothing takes long are left out. */
export function durations(change: CellChange, before: readonly Deployment[], after: readonly Deployment[]): Duration[] {
  return after
    .map((deployment): Duration => {
      const { stack } = deployment;
      const old = before.find((one) => one.stack === stack);
      const made = [...change.gained, ...[...change.again, ...change.otherHolder].map((pair) => pair.after)];
      const removed = [...change.lost, ...[...change.again, ...change.otherHolder].map((pair) => pair.before)];
      const assignments = [...made, ...removed].filter((held) => held.stack === stack).length;
      const provisionings = pairs(old?.permissionSets ?? [], deployment.permissionSets)
        .both.filter(({ before: set }) => isProvisioned(old, set))
        .flatMap(({ before: was, after: is }) =>
          parts.filter((keys) => keys.some((key) => !isDeepStrictEqual(was[key], is[key]))),
        ).length;
      const seconds =
        Math.ceil(assignments / assignment.atOnce) * assignment.seconds + provisionings * provisioning.seconds;
      return { stack, assignments, provisionings, seconds };
    })
    .filter(({ seconds }) => seconds > 0);
}

function isProvisioned(deployment: Deployment | undefined, { name }: PermissionSet): boolean {
  return deployment?.access.some(({ cells }) => cells.some(({ permissionSet }) => permissionSet === name)) ?? false;
}
