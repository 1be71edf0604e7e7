import type { Audit } from "../audit.ts";
import type { Account, Deployment } from "../deployment.ts";
import { ceilingArn, ceilingDocument, previewRoleName } from "../ceiling.ts";
import { roleArn } from "./role.ts";
import { type Scope, accountOf, deployRoleIn, deployRoles } from "./scope.ts";

/** The accounts in which this stack makes something, or from which it administers Identity Center. */
export function resolveAccounts(scope: Scope, deployment: Omit<Deployment, "accounts">): Account[] {
  const { accountBaselines, audit } = deployment;
  const {
    identityCenter,
    identityProviders,
    policies,
    permissionSets,
    access,
    workloads,
    pipelines,
    guardrails,
    breakGlass,
  } = deployment;
  const needed = new Set([
    identityCenter.administeredFrom,
    ...permissionSets.map(({ administeredFrom }) => administeredFrom),
    ...access.flatMap(({ cells }) => cells.map(({ administeredFrom }) => administeredFrom)),
    ...[...identityProviders, ...policies, ...accountBaselines, ...workloads, ...guardrails].map(
      ({ account }) => account,
    ),
    ...pipelines.flatMap(({ source, targets }) =>
      [...(source ? [source] : []), ...targets].map(({ account }) => account),
    ),
    ...accountsOf(audit),
    ...[...(breakGlass?.users ?? []), ...(breakGlass?.roles ?? [])].map(({ account }) => account),
  ]);
  return [...needed].sort().flatMap((name) => resolveAccount(scope, name) ?? []);
}

function accountsOf(audit: Audit | undefined): string[] {
  if (audit === undefined) return [];
  const { services, trail, analyzers, rootAccess, alarms } = audit;
  const single = [trail, trail?.logFiles, rootAccess, alarms].filter((one) => one !== undefined);
  return [...services, ...analyzers, ...single].map(({ account }) => account);
}

function resolveAccount(scope: Scope, name: string): Account | undefined {
  const { organization, stack } = scope.configuration;
  const account = accountOf(scope, name);
  if (account === undefined) return undefined;
  const deployRole = deployRoleIn(scope, name);
  return {
    name,
    formerly: account.formerly ?? [],
    configPath: `accounts.${name}`,
    id: account.id,
    region: scope.homeRegion,
    deployRoleArn: roleArn(scope, name, "/", deployRole),
    previewRoleArn: roleArn(scope, name, "/", previewRoleName(deployRole)),
    ceiling: {
      arn: ceilingArn(scope.partition, account.id, deployRole),
      document: ceilingDocument(scope.partition, deployRoles(scope)),
    },
    sessionName: `access-${stack}`,
    tags: { ...organization.tags, stack },
  };
}
