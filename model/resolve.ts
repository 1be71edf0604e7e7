import type { Configuration } from "./configuration.ts";
import type { Deployment } from "./deployment.ts";
import type { Findings } from "./findings.ts";
import { resolveAccess } from "./resolve/access.ts";
import { resolveAccountBaselines } from "./resolve/account-baselines.ts";
import { resolveAccounts } from "./resolve/accounts.ts";
import { resolveAudit } from "./resolve/audit.ts";
import { resolveGuardrails } from "./resolve/guardrails.ts";
import { resolveAlarms, resolveBreakGlass, resolveBreakGlassPolicies } from "./resolve/break-glass.ts";
import { resolveIdentityCenter } from "./resolve/identity-center.ts";
import { resolveIdentityProviders } from "./resolve/identity-providers.ts";
import { checkSizes } from "./resolve/limits.ts";
import { resolvePermissionSets } from "./resolve/permission-sets.ts";
import { resolvePipelines } from "./resolve/pipelines.ts";
import { resolvePolicies } from "./resolve/policies.ts";
import { resolvePackSettings } from "./resolve/pack-settings.ts";
import { resolvePolicyExceptions } from "./resolve/policy-exceptions.ts";
import { scopeOf } from "./resolve/scope.ts";
import { resolveWorkloads } from "./resolve/workloads.ts";

/**
 * What a stack's configuration means: every selector expanded, every grant spelt out, every ARN computed. Nothing in
 * it depends on the order of the YAML. Where the configuration is wrong, `findings` says so and the wrong part is
 * missing from the result, which then must not be deployed.
 */
export function resolve(configuration: Configuration, findings: Findings, today: string): Deployment {
  const scope = scopeOf(configuration, findings, today);
  const access = resolveAccess(scope);
  const groupsInUse = new Set(access.flatMap(({ principal }) => (principal.type === "GROUP" ? [principal.name] : [])));
  const breakGlass = resolveBreakGlass(scope);
  const alarms = resolveAlarms(scope);
  const audit = resolveAudit(scope, alarms);
  const deployment = {
    stack: configuration.stack,
    identityCenter: resolveIdentityCenter(scope, groupsInUse),
    identityProviders: resolveIdentityProviders(scope),
    policies: [...resolvePolicies(scope), ...resolveBreakGlassPolicies(scope)],
    accountBaselines: resolveAccountBaselines(scope),
    permissionSets: resolvePermissionSets(scope, access),
    access,
    workloads: resolveWorkloads(scope),
    pipelines: resolvePipelines(scope),
    ...(audit !== undefined && { audit }),
    guardrails: resolveGuardrails(scope),
    ...(breakGlass !== undefined && { breakGlass }),
    ...(alarms !== undefined && { alarms }),
    policyExceptions: resolvePolicyExceptions(scope),
    packSettings: resolvePackSettings(scope),
  };
  const whole = { ...deployment, accounts: resolveAccounts(scope, deployment) };
  checkSizes(scope, whole);
  return whole;
}
