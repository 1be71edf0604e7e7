import type { Audit, OrganizationService, RootAccess } from "../audit.ts";
import type { Alarms } from "../deployment.ts";
import { resolveEventAlarms } from "./audit/alarms.ts";
import { resolveAnalyzers } from "./audit/analyzers.ts";
import { resolveTrail, trailPlaces } from "./audit/trail.ts";
import { type Scope, accountId, accountOf, holdsManagement, keysOf, named } from "./scope.ts";

/**
 * What exists once for the organization, with alarms for those who hear of break-glass; undefined in every other stack,
 * and where the configuration has none of it.
 */
export function resolveAudit(scope: Scope, heard: Alarms | undefined): Audit | undefined {
  const audit = scope.configuration.audit;
  if (audit === undefined || !holdsManagement(scope)) return undefined;
  const trail = audit.trail && resolveTrail(scope, audit.trail);
  const alarms = audit.trail && heard && resolveEventAlarms(scope, audit.trail, trailPlaces(scope, audit.trail), heard);
  const rootAccess = resolveRootAccess(scope, audit["centralized-root-access"] ?? []);
  return {
    name: "audit",
    formerly: [],
    configPath: "audit",
    services: resolveServices(scope),
    ...(trail !== undefined && { trail }),
    analyzers: audit["access-analyzer"] === undefined ? [] : resolveAnalyzers(scope, audit["access-analyzer"]),
    ...(rootAccess !== undefined && { rootAccess }),
    ...(alarms !== undefined && { alarms }),
  };
}

/**
 * The services that the audit lets look into the organization.
 * Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_services_list.html
 */
function resolveServices(scope: Scope): OrganizationService[] {
  const { audit = {}, organization } = scope.configuration;
  const management = organization["management-account"];
  const administrator = organization["delegated-administrators"]?.["access-analyzer"];
  const service = (key: string, configPath: string, delegatedTo?: string): OrganizationService => ({
    ...named(["audit"], keysOf(management, accountOf(scope, management)), [`${key} service`]),
    configPath,
    account: management,
    servicePrincipal: `${key}.amazonaws.com`,
    ...(delegatedTo !== undefined && { administratorId: accountId(scope, delegatedTo) }),
  });
  return [
    ...(audit["access-analyzer"] === undefined
      ? []
      : [
          service("access-analyzer", "audit.access-analyzer", administrator === management ? undefined : administrator),
        ]),
    ...(audit.trail === undefined ? [] : [service("cloudtrail", "audit.trail")]),
    ...(audit["centralized-root-access"] === undefined ? [] : [service("iam", "audit.centralized-root-access")]),
  ];
}

function resolveRootAccess(scope: Scope, features: readonly string[]): RootAccess | undefined {
  if (features.length === 0) return undefined;
  const management = scope.configuration.organization["management-account"];
  return {
    ...named(["audit"], keysOf(management, accountOf(scope, management)), ["root-access"]),
    configPath: "audit.centralized-root-access",
    account: management,
    features: [...features].sort(),
  };
}
