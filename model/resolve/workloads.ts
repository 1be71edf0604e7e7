import type { PolicyDocument } from "../../iam/document.ts";
import type { WorkloadRole } from "../deployment.ts";
import { pathText } from "../places.ts";
import { writtenStatements } from "../grants/statements.ts";
import { workloadsPath } from "../grants/verb.ts";
import type { Workload } from "../sections/workloads.ts";
import { serviceTrust } from "../trust.ts";
import { type RoleIdentity, resolveRole } from "./role.ts";
import { type Scope, accountId, accountOf, awsName, inOrder, isOwn, keysOf, named } from "./scope.ts";

/** The applications in this stack's accounts: one role for each account in which an application runs. */
export function resolveWorkloads(scope: Scope): WorkloadRole[] {
  return inOrder(scope.configuration.workloads).flatMap(([key, workload]) =>
    accountsOf(workload)
      .filter((account) => isOwn(scope, account))
      .map((account) => resolveWorkload(scope, key, workload, account)),
  );
}

export function accountsOf({ account, accounts = [] }: Workload): string[] {
  return [...new Set([...accounts, ...(account === undefined ? [] : [account])])].sort();
}

/** The role's name in AWS. */
function workloadRoleName(key: string, workload: Workload): string {
  return workload["role-name"] ?? awsName(key, workload);
}

function resolveWorkload(scope: Scope, key: string, workload: Workload, account: string): WorkloadRole {
  const path = ["workloads", key];
  const place = { partition: scope.partition, accountId: accountId(scope, account), region: scope.homeRegion };
  const runsOn = workload["runs-on"];
  const trust: PolicyDocument =
    runsOn === undefined
      ? {
          Version: "2012-10-17",
          Statement: writtenStatements(workload.trust, "trust", [...path, "trust"], scope, scope.findings),
        }
      : serviceTrust(runsOn, place, workload["service-account"]);
  const roleName = workloadRoleName(key, workload);
  const names = named(keysOf(key, workload), keysOf(account, accountOf(scope, account)));
  const identity: RoleIdentity = {
    ...names,
    account,
    roleName,
    path: workloadsPath,
    description: workload.description,
    owner: workload.owner,
    trust,
  };
  const execution = workload["execution-role"];
  return {
    ...names,
    configPath: pathText(path),
    account,
    role: resolveRole(scope, identity, workload, path),
    ...(execution !== undefined && {
      executionRole: resolveRole(
        scope,
        {
          ...identity,
          name: `${names.name}/execution`,
          formerly: names.formerly.map((name) => `${name}/execution`),
          roleName: `${roleName}-execution`,
          description: `What ECS may do to start ${key}`,
        },
        execution,
        [...path, "execution-role"],
      ),
    }),
    ...(runsOn === "ec2" && { instanceProfile: roleName }),
    ...(runsOn !== undefined && { runsOn }),
  };
}
