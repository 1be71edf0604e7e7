import { nearest } from "../iam/nearest.ts";
import type { Deployment } from "./deployment.ts";
import { someOf } from "./references.ts";
import type { Stack } from "./stack.ts";

/** Refuses a set for administrators in the hands of others than its groups, and one that no stack has. */
export function checkAdministratorSets([first]: readonly Stack[], deployments: readonly Deployment[]): void {
  if (first === undefined) return;
  const { configuration, findings } = first;
  const sets = deployments.flatMap(({ permissionSets }) => permissionSets.map(({ name }) => name));
  for (const [set, { groups }] of Object.entries(configuration.administrators)) {
    if (!sets.includes(set)) {
      const meant = nearest(set, sets);
      findings.add("unknown-permission-set", ["administrators", set], {
        message: `No permission set is called "${set}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
        fix: `Write one of: ${someOf(sets)}.`,
        at: "key",
      });
    }
    for (const { principal, cells, configPath } of deployments.flatMap(({ access }) => access)) {
      if (principal.type === "GROUP" && groups.includes(principal.name)) continue;
      if (!cells.some(({ permissionSet }) => permissionSet === set)) continue;
      findings.add("administrator", configPath, {
        message: `${principal.name} is not among the groups that may have ${set}, which administers Identity Center: ${someOf(groups)}.`,
        fix: `Take ${set} out, or have Security name the group under \`administrators\` in security.yaml.`,
      });
    }
  }
}
