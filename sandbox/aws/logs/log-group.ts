import { AwsError } from "../call.ts";
import { keyIn } from "../kms/key.ts";
import { letsService } from "../resource-policy.ts";
import { taggedByArn } from "../tags.ts";
import type { World } from "../world.ts";
import type { LogGroup } from "./logs-document.ts";

export interface InLogGroup {
  logGroupName: string;
}

const arnOf = ({ partition, region, caller }: World, name: string) =>
  `arn:${partition}:logs:${region}:${caller.accountId}:log-group:${name}`;

export const notFound = (what: string) =>
  new AwsError("ResourceNotFoundException", `The specified ${what} does not exist.`);

export function logGroup(world: World, name: string): LogGroup {
  const found = world.services.logs.logGroups[arnOf(world, name)];
  if (found === undefined) throw notFound("log group");
  return found;
}

interface CreateLogGroup extends InLogGroup {
  kmsKeyId?: string;
  tags?: Record<string, string>;
}

export function createLogGroup({ logGroupName, kmsKeyId, tags = {} }: CreateLogGroup, world: World) {
  const arn = arnOf(world, logGroupName);
  if (world.services.logs.logGroups[arn] !== undefined) {
    throw new AwsError("ResourceAlreadyExistsException", "The specified log group already exists");
  }
  if (kmsKeyId !== undefined) checkKey(world, kmsKeyId, arn);
  world.services.logs.logGroups[arn] = {
    logGroupName,
    arn,
    createdDate: world.now,
    ...(kmsKeyId !== undefined && { kmsKeyId }),
    tags,
    metricFilters: {},
  };
  return {};
}

/**
 * The key's policy has to let CloudWatch Logs of the region in.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
function checkKey(world: World, id: string, logGroupArn: string): void {
  const [, , , region = "", accountId = ""] = id.split(":");
  const kms = world.servicesOf(accountId)?.kms;
  const found = kms && keyIn(kms, region, id);
  const service = `logs.${world.region}.amazonaws.com${world.partition === "aws-cn" ? ".cn" : ""}`;
  const context = { "kms:EncryptionContext:aws:logs:arn": logGroupArn };
  const action = "kms:Encrypt";
  if (!letsService(found?.policy, { service, action, resource: id, accountId, context })) {
    throw new AwsError(
      "InvalidParameterException",
      `The specified KMS key does not exist or is not allowed to be used with Arn '${logGroupArn}'`,
    );
  }
}

export function associateKmsKey({ logGroupName, kmsKeyId }: InLogGroup & { kmsKeyId: string }, world: World) {
  const found = logGroup(world, logGroupName);
  checkKey(world, kmsKeyId, found.arn);
  found.kmsKeyId = kmsKeyId;
  return {};
}

export function disassociateKmsKey({ logGroupName }: InLogGroup, world: World) {
  delete logGroup(world, logGroupName).kmsKeyId;
  return {};
}

export function describeLogGroups({ logGroupNamePrefix = "" }: { logGroupNamePrefix?: string }, world: World) {
  const all = Object.values(world.services.logs.logGroups).filter(
    ({ arn, logGroupName }) => arn === arnOf(world, logGroupName) && logGroupName.startsWith(logGroupNamePrefix),
  );
  return {
    logGroups: all.map(({ logGroupName, arn, createdDate, retentionInDays, kmsKeyId, metricFilters }) => ({
      logGroupName,
      arn: `${arn}:*`,
      logGroupArn: arn,
      creationTime: Date.parse(createdDate),
      retentionInDays,
      kmsKeyId,
      logGroupClass: "STANDARD",
      metricFilterCount: Object.keys(metricFilters).length,
      storedBytes: 0,
    })),
  };
}

export function deleteLogGroup({ logGroupName }: InLogGroup, world: World) {
  Reflect.deleteProperty(world.services.logs.logGroups, logGroup(world, logGroupName).arn);
  return {};
}

export function putRetentionPolicy(input: InLogGroup & { retentionInDays: number }, world: World) {
  logGroup(world, input.logGroupName).retentionInDays = input.retentionInDays;
  return {};
}

export function deleteRetentionPolicy({ logGroupName }: InLogGroup, world: World) {
  delete logGroup(world, logGroupName).retentionInDays;
  return {};
}

function byArn({ services }: World, arn: string): LogGroup {
  const found = services.logs.logGroups[arn.replace(/:\*$/, "")];
  if (found === undefined) throw notFound("resource");
  return found;
}

export const { tagResource, untagResource } = taggedByArn(byArn);

export function listTagsForResource({ resourceArn }: { resourceArn: string }, world: World) {
  return { tags: byArn(world, resourceArn).tags };
}
