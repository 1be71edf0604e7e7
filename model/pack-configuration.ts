import type { Deployment } from "./deployment.ts";

/** Rule → its parameters. */
export type PackConfiguration = Record<string, Record<string, unknown>>;

/** The policy pack's configuration. What it excepts stands in the security file and nowhere else. */
export function packConfiguration(deployments: readonly Deployment[]): PackConfiguration {
  const users = deployments.flatMap(({ breakGlass }) => breakGlass?.users ?? []);
  const roles = deployments.flatMap(({ breakGlass }) => breakGlass?.roles ?? []);
  const settings = deployments.map(({ packSettings }) => packSettings);
  const thirdParties = settings.flatMap(({ trustedThirdParties }) => trustedThirdParties);
  const configuration: PackConfiguration = {
    "no-iam-user": { breakGlassUsers: names(users.map(({ userName }) => userName)) },
    "admin-managed": { breakGlassRoles: names(roles.map(({ roleName }) => roleName)) },
    "trust-account": {
      organizationId: settings[0]?.organizationId ?? "",
      ownAccounts: names(settings.flatMap(({ ownAccounts }) => ownAccounts)),
      trustedThirdParties: [...new Map(thirdParties.map((one) => [one.account, one])).values()],
    },
    "sso-management": administration(deployments),
  };
  for (const rule of names(settings.flatMap(({ disabledRules }) => disabledRules)))
    configuration[rule] = { ...configuration[rule], enforcementLevel: "disabled" };
  // Every stack that includes the security file has all of its exceptions.
  const exceptions = new Map(
    deployments
      .flatMap(({ policyExceptions }) => policyExceptions)
      .map((exception) => [`${exception.rule} ${exception.resource}`, exception]),
  );
  for (const { rule, ...exception } of exceptions.values()) {
    const { exceptions: others = [], ...parameters } = configuration[rule] ?? {};
    configuration[rule] = { ...parameters, exceptions: [...(others as unknown[]), exception] };
  }
  return configuration;
}

/** Groups are told by their ids where all are pinned; those of each set apart are held by the configuration's own check. */
function administration(deployments: readonly Deployment[]): Record<string, unknown> {
  const settings = deployments.map(({ packSettings }) => packSettings);
  const administrators = settings.flatMap((one) => one.administrators);
  const sets = deployments.flatMap(({ permissionSets }) => permissionSets);
  const isPinned = administrators.every((one) => one.groups.length === one.groupIds.length);
  return {
    managementAccount: settings[0]?.managementAccount ?? "",
    delegatedAdministrators: names(settings.flatMap(({ delegatedAdministrators }) => delegatedAdministrators)),
    administratorSets: names(
      administrators.map(
        ({ permissionSet }) => sets.find(({ name }) => name === permissionSet)?.permissionSetName ?? permissionSet,
      ),
    ),
    administratorGroups: isPinned ? names(administrators.flatMap(({ groupIds }) => groupIds)) : [],
  };
}

function names(all: readonly string[]): string[] {
  return [...new Set(all)].sort();
}
