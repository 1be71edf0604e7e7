import { textOf } from "../property-values.ts";
import type { Properties } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { callsTo, doing, regionOf, unlessGone } from "../session.ts";
import { present } from "../state.ts";
import { tagList, tagProperties, updateTags } from "../tags.ts";

const ask = callsTo("cloudtrail");

const unserved = "it serves trails of management events";

/** Property → member of CreateTrail and UpdateTrail. */
const members: Record<string, string> = {
  s3BucketName: "S3BucketName",
  kmsKeyId: "KmsKeyId",
  cloudWatchLogsGroupArn: "CloudWatchLogsLogGroupArn",
  cloudWatchLogsRoleArn: "CloudWatchLogsRoleArn",
  enableLogFileValidation: "EnableLogFileValidation",
  includeGlobalServiceEvents: "IncludeGlobalServiceEvents",
  isMultiRegionTrail: "IsMultiRegionTrail",
  isOrganizationTrail: "IsOrganizationTrail",
};

export const trail: ResourceType = {
  token: "aws:cloudtrail/trail:Trail",
  namedAutomatically: true,
  unsupported: Object.fromEntries(
    ["advancedEventSelectors", "eventSelectors", "insightSelectors", "s3KeyPrefix", "snsTopicName"].map((name) => [
      name,
      unserved,
    ]),
  ),
  defaults: {
    enableLogFileValidation: false,
    enableLogging: true,
    includeGlobalServiceEvents: true,
    isMultiRegionTrail: false,
    isOrganizationTrail: false,
  },
  replaceOnChange: ["name", "region"],

  async create(session, inputs) {
    const name = textOf(inputs["name"]);
    const input = { Name: name, ...given(inputs), TagsList: tagList(inputs) };
    const answer = await doing(`creating CloudTrail Trail (${name})`, ask(session, inputs, "CreateTrail", input));
    const id = textOf(answer["TrailARN"]);
    if (inputs["enableLogging"] === true) await ask(session, inputs, "StartLogging", { Name: id });
    return { id };
  },

  async read(session, id, known) {
    const found = unlessGone(ask(session, known, "GetTrail", { Name: id }));
    const answer = await doing(`reading CloudTrail Trail (${id})`, found);
    if (answer === undefined) return undefined;
    const own = answer["Trail"] as Record<string, unknown>;
    const { IsLogging } = await ask(session, known, "GetTrailStatus", { Name: id });
    const { ResourceTagList } = await ask(session, known, "ListTags", { ResourceIdList: [id] });
    const [tags] = ResourceTagList as { TagsList: unknown }[];
    const shown = { ...own, EnableLogFileValidation: own["LogFileValidationEnabled"] };
    return {
      ...present(Object.fromEntries(Object.entries(members).map(([name, member]) => [name, shown[member as never]]))),
      ...present({ arn: id, name: own["Name"], homeRegion: own["HomeRegion"] }),
      enableLogging: IsLogging === true,
      region: regionOf(session, known),
      ...tagProperties(session, tags?.TagsList, known),
    };
  },

  async update(session, id, { olds, news, changes }) {
    if (changes(...Object.keys(members))) {
      await doing(`updating CloudTrail Trail (${id})`, ask(session, news, "UpdateTrail", { Name: id, ...given(news) }));
    }
    if (changes("enableLogging")) {
      await ask(session, news, news["enableLogging"] === true ? "StartLogging" : "StopLogging", { Name: id });
    }
    const tagged = updateTags(
      olds,
      news,
      (keys) => ask(session, news, "RemoveTags", { ResourceId: id, TagsList: keys.map((Key) => ({ Key })) }),
      (TagsList) => ask(session, news, "AddTags", { ResourceId: id, TagsList }),
    );
    await doing(`updating tags for CloudTrail Trail (${id})`, tagged);
  },

  async delete(session, id, state) {
    await doing(`deleting CloudTrail Trail (${id})`, unlessGone(ask(session, state, "DeleteTrail", { Name: id })));
  },
};

const given = (inputs: Properties) =>
  Object.fromEntries(Object.entries(members).map(([name, member]) => [member, inputs[name]]));
