import type { Deployment, WorkloadRole } from "../../model/deployment.ts";
import { say } from "../phrase.ts";
import { type Fields, compared, toldElsewhere, value } from "./fields.ts";
import { type Item, changed } from "./item.ts";
import { pairs } from "./pairs.ts";

const fields: Fields<WorkloadRole> = {
  name: toldElsewhere,
  formerly: toldElsewhere,
  configPath: toldElsewhere,
  account: toldElsewhere,
  role: toldElsewhere,
  executionRole: toldElsewhere,
  // Who may become the role is told with its trust.
  runsOn: (before, after) => [value("runs on", "none", before.runsOn, after.runsOn)],
  instanceProfile: (before, after) => [
    value(
      "instance profile",
      before.instanceProfile === undefined ? "none" : "interrupts",
      before.instanceProfile,
      after.instanceProfile,
    ),
  ],
};

/** What becomes of workloads beside their roles. */
export function workloadItems(before: Deployment, after: Deployment): Item[] {
  return pairs(before.workloads, after.workloads).both.flatMap(({ before: old, after: one }) =>
    changed(say`workload ${one.role.roleName}`, [one.account], compared(fields, old, one)),
  );
}
