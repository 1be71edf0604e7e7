import type { Configuration } from "../model/configuration.ts";
import type { Deployment } from "../model/deployment.ts";
import { type Party, partyOf } from "../model/party.ts";
import { rolesOf } from "../model/roles.ts";
import { breakGlassPath } from "../model/sections/break-glass.ts";
import { issuerOf } from "../model/trust.ts";
import { usesOf } from "./uses.ts";

/** In a template: the id of the account in which it is deployed. */
export const thisAccount = "${AWS::AccountId}";

/** All that the roles of the first day depend on: what every stack makes, where, and under which paths and names. */
export interface Estate {
  partition: string;
  homeRegion: string;
  organizationId: string;
  managementAccountId: string;
  deployer: Party;
  /** May look, beside the deployer. */
  previewer?: Party;
  /** The accounts in which any stack works, sorted by name. */
  accounts: EstateAccount[];
  /** ARNs in the account at hand, with `*` where the model gives a path. */
  roles: string[];
  instanceProfiles: string[];
  policies: string[];
  identityProviders: string[];
  /** ARNs of the buckets of log files. */
  logBuckets: string[];
  /** ARNs of the log groups of events. */
  logGroups: string[];
  /** ARNs of trails. */
  trails: string[];
  /** ARNs of alarms, of the topics to which they go, and of analyzers with their archive rules. */
  alarms: string[];
  topics: string[];
  analyzers: string[];
  /** Principals of the services that may look into the organization. */
  services: string[];
  /** Of the permissions boundaries that the configuration names: the ones that the program makes itself. */
  ownBoundaries: string[];
  /** Every permissions boundary that a role may have, the ceiling not among them. */
  boundaries: string[];
}

export interface EstateAccount {
  name: string;
  /** Twelve digits. */
  id: string;
  /** Name of its deploy role. */
  deployRole: string;
  ceilingArn: string;
  /** Pulumi's tokens of the resource types and lookups that are used in it, sorted. */
  types: string[];
}

/** Brings together what all stacks of a directory make. */
export function estateOf(configuration: Configuration, deployments: readonly Deployment[]): Estate {
  const { organization, accounts } = configuration;
  const goals = (of: "deployRoleArn" | "previewRoleArn") =>
    deployments.flatMap((one) => one.accounts.map((account) => account[of]));
  const roles = deployments.flatMap(rolesOf);
  const policies = deployments.flatMap((deployment) => deployment.policies);
  const trails = deployments.flatMap(({ audit }) => audit?.trail ?? []);
  const own = (id: string) => id.replace(/:\d{12}:/u, `:${thisAccount}:`);
  const { partition = "aws" } = organization;
  const arn = (rest: string) => `arn:${partition}:iam::${thisAccount}:${rest}`;
  const boundaries = roles.flatMap(({ permissionsBoundaryArn }) => permissionsBoundaryArn ?? []).map(own);
  const ceilings = deployments.flatMap((one) => one.accounts.map(({ ceiling }) => own(ceiling.arn)));
  const ownBoundaries = sorted(
    policies.filter(({ isBoundary }) => isBoundary).map(({ path, policyName }) => arn(`policy${path}${policyName}`)),
  );
  return {
    partition,
    homeRegion: organization["home-region"],
    organizationId: organization.id,
    managementAccountId: accounts[organization["management-account"]]?.id ?? "",
    deployer: partyOf(organization.deployer, configuration, deployments, goals("deployRoleArn")),
    ...(organization.previewer !== undefined && {
      previewer: partyOf(organization.previewer, configuration, deployments, goals("previewRoleArn")),
    }),
    accounts: accountsOf(deployments),
    roles: sorted(roles.map(({ path, roleName }) => arn(`role${below(path, roleName)}`))),
    instanceProfiles: sorted(
      deployments.flatMap((one) =>
        one.workloads.map(({ role, instanceProfile }) =>
          arn(`instance-profile${below(role.path, instanceProfile ?? role.roleName)}`),
        ),
      ),
    ),
    policies: sorted(policies.map(({ path, policyName }) => arn(`policy${below(path, policyName)}`))),
    identityProviders: sorted(
      deployments.flatMap((one) => one.identityProviders.map(({ url }) => arn(`oidc-provider/${issuerOf(url)}`))),
    ),
    logBuckets: trails.map(({ logFiles }) => `arn:${partition}:s3:::${logFiles.bucketName}`),
    logGroups: trails.map(
      ({ region, logGroup }) => `arn:${partition}:logs:${region}:${thisAccount}:log-group:${logGroup.logGroupName}`,
    ),
    trails: trails.map(
      ({ region, trailName }) => `arn:${partition}:cloudtrail:${region}:${thisAccount}:trail/${trailName}`,
    ),
    ...auditNames(partition, deployments),
    ownBoundaries,
    boundaries: sorted([...boundaries, ...ownBoundaries]).filter((boundary) => !ceilings.includes(boundary)),
  };
}

/** What the audit is called of which the model knows the name. */
function auditNames(partition: string, deployments: readonly Deployment[]) {
  const audits = deployments.flatMap(({ audit }) => audit ?? []);
  const arns = (service: string, region: string, names: string[]) =>
    names.map((name) => `arn:${partition}:${service}:${region}:${thisAccount}:${name}`);
  const raised = audits.flatMap(({ alarms }) => alarms ?? []);
  return {
    alarms: sorted(
      raised.flatMap(({ region, alarms }) =>
        arns(
          "cloudwatch",
          region,
          alarms.map(({ alarmName }) => `alarm:${alarmName}`),
        ),
      ),
    ),
    topics: sorted(raised.flatMap(({ region, topicName }) => arns("sns", region, [topicName]))),
    analyzers: sorted(
      audits.flatMap(({ analyzers }) =>
        analyzers.flatMap(({ region, analyzerName: name }) =>
          arns("access-analyzer", region, [`analyzer/${name}`, `analyzer/${name}/archive-rule/*`]),
        ),
      ),
    ),
    services: sorted(audits.flatMap(({ services }) => services.map(({ servicePrincipal }) => servicePrincipal))),
  };
}

/** Where the break-glass users and their groups lie. */
export function breakGlassArns({ partition }: Pick<Estate, "partition">): string[] {
  return ["group", "user"].map((kind) => `arn:${partition}:iam::${thisAccount}:${kind}${breakGlassPath}*`);
}

/** A path of its own is the program's, whatever will lie there; at the top lies what belongs to others too. */
function below(path: string, name: string): string {
  return path === "/" ? `/${name}` : `${path}*`;
}

function accountsOf(deployments: readonly Deployment[]): EstateAccount[] {
  const uses = deployments.flatMap(usesOf);
  const accounts = new Map(deployments.flatMap((one) => one.accounts.map((account) => [account.name, account])));
  return [...accounts.values()]
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, id, deployRoleArn, ceiling }) => ({
      name,
      id,
      deployRole: deployRoleArn.slice(deployRoleArn.lastIndexOf("/") + 1),
      ceilingArn: ceiling.arn,
      types: sorted(uses.filter(({ account }) => account === name).map(({ type }) => type)),
    }));
}

function sorted(values: string[]): string[] {
  return [...new Set(values)].sort();
}
