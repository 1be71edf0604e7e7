import type { serviceOperations } from "../../../iam/catalogue/service-operations.ts";
import { AwsError } from "../call.ts";
import type { Tag } from "../iam/iam-document.ts";
import { changesServices as changes, reads } from "../operation.ts";
import { tagsWith, tagsWithout } from "../tags.ts";
import type { Operation, World } from "../world.ts";
import type { MetricAlarm } from "./cloud-watch-document.ts";

const arnOf = ({ partition, region, caller }: World, name: string) =>
  `arn:${partition}:cloudwatch:${region}:${caller.accountId}:alarm:${name}`;

/** Makes it, or changes all of the one of that name; its tags are set only when it is made. */
function putMetricAlarm(input: { AlarmName: string; Tags?: Tag[] }, world: World) {
  const { Tags = [], ...settings } = input;
  const AlarmArn = arnOf(world, input.AlarmName);
  const { alarms } = world.services.cloudwatch;
  alarms[AlarmArn] = {
    ActionsEnabled: true,
    ...settings,
    AlarmArn,
    Tags: alarms[AlarmArn]?.Tags ?? Tags,
    StateValue: "INSUFFICIENT_DATA",
  };
  return {};
}

function describeAlarms({ AlarmNames }: { AlarmNames?: string[] }, world: World) {
  const { alarms } = world.services.cloudwatch;
  const found = Object.values(alarms).filter(
    ({ AlarmName, AlarmArn }) => AlarmArn === arnOf(world, AlarmName) && AlarmNames?.includes(AlarmName) !== false,
  );
  // Its tags are listed apart.
  return {
    MetricAlarms: found.map((one) => Object.fromEntries(Object.entries(one).filter(([member]) => member !== "Tags"))),
  };
}

function deleteAlarms({ AlarmNames }: { AlarmNames: string[] }, world: World) {
  for (const name of AlarmNames) Reflect.deleteProperty(world.services.cloudwatch.alarms, arnOf(world, name));
  return {};
}

interface OfAlarm {
  ResourceARN: string;
}

function alarm({ services }: World, arn: string): MetricAlarm {
  const found = services.cloudwatch.alarms[arn];
  if (found === undefined) throw new AwsError("ResourceNotFoundException", `${arn} does not exist.`, 404);
  return found;
}

function tagResource({ ResourceARN, Tags }: OfAlarm & { Tags: Tag[] }, world: World) {
  const found = alarm(world, ResourceARN);
  found.Tags = tagsWith(found.Tags, Tags);
  return {};
}

function untagResource({ ResourceARN, TagKeys }: OfAlarm & { TagKeys: string[] }, world: World) {
  const found = alarm(world, ResourceARN);
  found.Tags = tagsWithout(found.Tags, TagKeys);
  return {};
}

function listTagsForResource({ ResourceARN }: OfAlarm, world: World) {
  return { Tags: alarm(world, ResourceARN).Tags };
}

export const cloudwatch = {
  PutMetricAlarm: changes(putMetricAlarm),
  DescribeAlarms: reads(describeAlarms),
  DeleteAlarms: changes(deleteAlarms),
  TagResource: changes(tagResource),
  UntagResource: changes(untagResource),
  ListTagsForResource: reads(listTagsForResource),
} satisfies Record<(typeof serviceOperations)["cloudwatch"][number], Operation>;
