import { AwsError } from "../call.ts";
import { taggedByArn } from "../tags.ts";
import type { World } from "../world.ts";
import type { Analyzer } from "./access-analyzer-document.ts";

export interface OfAnalyzer {
  analyzerName: string;
}

const arnOf = ({ partition, region, caller }: World, name: string) =>
  `arn:${partition}:access-analyzer:${region}:${caller.accountId}:analyzer/${name}`;

export const notFound = (what: string) => new AwsError("ResourceNotFoundException", `${what} not found.`, 404);
export const conflict = (message: string) => new AwsError("ConflictException", message, 409);

export function analyzer(world: World, name: string): Analyzer {
  const found = world.services.accessanalyzer.analyzers[arnOf(world, name)];
  if (found === undefined) throw notFound(`Analyzer ${name}`);
  return found;
}

interface CreateAnalyzer extends OfAnalyzer {
  type: string;
  configuration?: object;
  tags?: Record<string, string>;
}

/** https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_CreateAnalyzer.html */
export function createAnalyzer({ analyzerName, type, configuration, tags = {} }: CreateAnalyzer, world: World) {
  const arn = arnOf(world, analyzerName);
  const { analyzers } = world.services.accessanalyzer;
  if (analyzers[arn] !== undefined) throw conflict(`An analyzer with the name ${analyzerName} already exists.`);
  if (type.startsWith("ORGANIZATION")) checkOrganization(world);
  checkQuota(Object.values(analyzers), type, world);
  analyzers[arn] = {
    arn,
    name: analyzerName,
    type,
    createdAt: world.now,
    ...(configuration !== undefined && { configuration }),
    tags,
    archiveRules: {},
  };
  return { arn };
}

/** Who looks at the organization: its management account, or the account to which it delegates that. */
function checkOrganization({ organization, caller }: World): void {
  const service = "access-analyzer.amazonaws.com";
  const { managementAccountId, delegatedAdministrators, trustedServices = [] } = organization;
  if (!trustedServices.includes(service)) {
    throw new AwsError("ValidationException", "Trusted access is not enabled for the organization.");
  }
  if (![managementAccountId, delegatedAdministrators[service]].includes(caller.accountId)) {
    const message = "The account is neither the management account nor a delegated administrator of the organization.";
    throw new AwsError("AccessDeniedException", message, 403);
  }
}

/** One analyzer of external access with the organization as its zone of trust in each region, of 2026-11. */
function checkQuota(analyzers: Analyzer[], type: string, { region }: World): void {
  if (type !== "ORGANIZATION" || !analyzers.some((one) => one.type === type && one.arn.split(":")[3] === region))
    return;
  throw new AwsError("ServiceQuotaExceededException", `The region has an analyzer of the type ${type} already.`, 402);
}

function details({ arn, name, type, createdAt, configuration, tags }: Analyzer) {
  return { arn, name, type, createdAt, configuration, tags, status: "ACTIVE" };
}

export function getAnalyzer({ analyzerName }: OfAnalyzer, world: World) {
  return { analyzer: details(analyzer(world, analyzerName)) };
}

export function listAnalyzers({ type }: { type?: string }, world: World) {
  const all = Object.values(world.services.accessanalyzer.analyzers);
  const here = all.filter((one) => one.arn === arnOf(world, one.name) && (type === undefined || one.type === type));
  return { analyzers: here.map(details) };
}

export function updateAnalyzer({ analyzerName, configuration }: OfAnalyzer & { configuration?: object }, world: World) {
  const found = analyzer(world, analyzerName);
  if (configuration !== undefined) found.configuration = configuration;
  return { configuration: found.configuration };
}

export function deleteAnalyzer({ analyzerName }: OfAnalyzer, world: World) {
  Reflect.deleteProperty(world.services.accessanalyzer.analyzers, analyzer(world, analyzerName).arn);
  return {};
}

function byArn({ services }: World, arn: string): Analyzer {
  const found = services.accessanalyzer.analyzers[arn];
  if (found === undefined) throw notFound(arn);
  return found;
}

export const { tagResource, untagResource } = taggedByArn(byArn);
