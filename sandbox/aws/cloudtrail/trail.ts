import { AwsError } from "../call.ts";
import type { Tag } from "../iam/iam-document.ts";
import { bucketAnywhere } from "../s3/bucket.ts";
import { tagsWith, tagsWithout } from "../tags.ts";
import type { World } from "../world.ts";
import type { Trail, TrailSettings } from "./cloud-trail-document.ts";
import { checkDependencies } from "./trail-dependencies.ts";

export interface Named {
  /** Name or ARN. */
  Name: string;
}

const arnOf = ({ partition, region, caller }: World, name: string) =>
  name.startsWith("arn:") ? name : `arn:${partition}:cloudtrail:${region}:${caller.accountId}:trail/${name}`;

export function trail(world: World, name: string): Trail {
  const arn = arnOf(world, name);
  const found = world.services.cloudtrail.trails[arn];
  if (found === undefined) {
    throw new AwsError("TrailNotFoundException", `Unknown trail: ${arn} for the user: ${world.caller.accountId}`, 404);
  }
  return found;
}

function details(trail: Trail) {
  return {
    Name: trail.Name,
    TrailARN: trail.TrailARN,
    S3BucketName: trail.S3BucketName,
    KmsKeyId: trail.KmsKeyId,
    CloudWatchLogsLogGroupArn: trail.CloudWatchLogsLogGroupArn,
    CloudWatchLogsRoleArn: trail.CloudWatchLogsRoleArn,
    IncludeGlobalServiceEvents: trail.IncludeGlobalServiceEvents ?? true,
    IsMultiRegionTrail: trail.IsMultiRegionTrail ?? false,
    IsOrganizationTrail: trail.IsOrganizationTrail ?? false,
    LogFileValidationEnabled: trail.EnableLogFileValidation ?? false,
  };
}

export function createTrail(
  { Name, TagsList = [], ...settings }: Named & TrailSettings & { TagsList?: Tag[] },
  world: World,
) {
  const TrailARN = arnOf(world, Name);
  const { trails } = world.services.cloudtrail;
  if (trails[TrailARN] !== undefined) {
    throw new AwsError(
      "TrailAlreadyExistsException",
      `Trail ${Name} already exists for customer: ${world.caller.accountId}`,
    );
  }
  if (settings.IsMultiRegionTrail === true && settings.IncludeGlobalServiceEvents === false) {
    const message = "Multi-Region trail must include global service events.";
    throw new AwsError("InvalidParameterCombinationException", message);
  }
  checkDependencies(TrailARN, settings, world);
  trails[TrailARN] = { Name, TrailARN, ...settings, isLogging: false, Tags: TagsList };
  firstObject(settings, world);
  return details(trails[TrailARN]);
}

/** CloudTrail writes an empty object to see whether it can; like all that follow, it is locked at once. */
function firstObject({ S3BucketName, IsOrganizationTrail }: TrailSettings, world: World): void {
  const bucket = bucketAnywhere(world, S3BucketName)?.bucket;
  if (bucket === undefined) return;
  const prefix = IsOrganizationTrail === true ? `${world.organization.id}/` : "";
  const Key = `AWSLogs/${prefix}${world.caller.accountId}/CloudTrail/`;
  const lock = bucket.settings.ObjectLockConfiguration as
    { Rule?: { DefaultRetention?: { Days?: number } } } | undefined;
  const days = lock?.Rule?.DefaultRetention?.Days;
  const lockedUntil = days && new Date(Date.parse(world.now) + days * 86_400_000).toISOString();
  if (bucket.objects.some((object) => object.Key === Key)) return;
  bucket.objects.push({ Key, ...(lockedUntil !== undefined && lockedUntil !== 0 && { lockedUntil }) });
}

export function updateTrail({ Name, ...settings }: Named & Partial<TrailSettings>, world: World) {
  const found = trail(world, Name);
  const wanted = { ...found, ...settings };
  checkDependencies(found.TrailARN, wanted, world);
  Object.assign(found, settings);
  return details(found);
}

export function getTrail({ Name }: Named, world: World) {
  const found = trail(world, Name);
  return { Trail: { ...details(found), HomeRegion: found.TrailARN.split(":")[3] } };
}

export function deleteTrail({ Name }: Named, world: World) {
  Reflect.deleteProperty(world.services.cloudtrail.trails, trail(world, Name).TrailARN);
  return {};
}

export const log =
  (isLogging: boolean) =>
  ({ Name }: Named, world: World): object => {
    trail(world, Name).isLogging = isLogging;
    return {};
  };

export function getTrailStatus({ Name }: Named, world: World) {
  return { IsLogging: trail(world, Name).isLogging };
}

interface Tagged {
  ResourceId: string;
  TagsList: Tag[];
}

export function addTags({ ResourceId, TagsList }: Tagged, world: World) {
  const found = trail(world, ResourceId);
  found.Tags = tagsWith(found.Tags, TagsList);
  return {};
}

export function removeTags({ ResourceId, TagsList }: Tagged, world: World) {
  const found = trail(world, ResourceId);
  found.Tags = tagsWithout(
    found.Tags,
    TagsList.map(({ Key }) => Key),
  );
  return {};
}

export function listTags({ ResourceIdList }: { ResourceIdList: string[] }, world: World) {
  return {
    ResourceTagList: ResourceIdList.map((ResourceId) => ({ ResourceId, TagsList: trail(world, ResourceId).Tags })),
  };
}
