import { textOf } from "../property-values.ts";
import type { Properties } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { lengthBetween, oneOf } from "../rules.ts";
import { callsTo, doing, regionOf, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { present } from "../state.ts";
import { tagList, tagProperties, updateTags } from "../tags.ts";

const ask = callsTo("cloudwatch");

const unserved = "it serves alarms on one metric and a fixed threshold";

/** Property → member of PutMetricAlarm and of DescribeAlarms. */
const members: Record<string, string> = {
  name: "AlarmName",
  alarmDescription: "AlarmDescription",
  actionsEnabled: "ActionsEnabled",
  alarmActions: "AlarmActions",
  comparisonOperator: "ComparisonOperator",
  evaluationPeriods: "EvaluationPeriods",
  metricName: "MetricName",
  namespace: "Namespace",
  period: "Period",
  statistic: "Statistic",
  threshold: "Threshold",
  treatMissingData: "TreatMissingData",
};

export const metricAlarm: ResourceType = {
  token: "aws:cloudwatch/metricAlarm:MetricAlarm",
  namedAutomatically: true,
  required: ["comparisonOperator", "evaluationPeriods"],
  unsupported: Object.fromEntries(
    [
      ...["datapointsToAlarm", "dimensions", "evaluateLowSampleCountPercentiles", "evaluationCriteria"],
      ...["evaluationInterval", "extendedStatistic", "insufficientDataActions", "metricQueries", "okActions"],
      ...["thresholdMetricId", "unit", "warmUpConfiguration"],
    ].map((name) => [name, unserved]),
  ),
  defaults: { actionsEnabled: true, treatMissingData: "missing" },
  sets: ["alarmActions"],
  replaceOnChange: ["name", "region"],
  rules: {
    name: [lengthBetween(0, 255)],
    alarmDescription: [lengthBetween(0, 1024)],
    treatMissingData: [oneOf("breaching", "notBreaching", "ignore", "missing")],
  },

  async create(session, inputs) {
    const name = textOf(inputs["name"]);
    await put(session, name, { ...given(inputs), Tags: tagList(inputs) }, inputs);
    return { id: name };
  },

  async read(session, id, known) {
    const answer = await doing(
      `reading CloudWatch Metric Alarm (${id})`,
      ask(session, known, "DescribeAlarms", { AlarmNames: [id] }),
    );
    const [alarm] = answer["MetricAlarms"] as Record<string, unknown>[];
    if (alarm === undefined) return undefined;
    const ResourceARN = alarm["AlarmArn"];
    const { Tags } = await ask(session, known, "ListTagsForResource", { ResourceARN });
    return {
      ...present(Object.fromEntries(Object.entries(members).map(([name, member]) => [name, alarm[member]]))),
      arn: textOf(ResourceARN),
      region: regionOf(session, known),
      ...tagProperties(session, Tags, known),
    };
  },

  async update(session, id, { olds, news }) {
    await put(session, id, given(news), news);
    const ResourceARN = olds["arn"];
    await updateTags(
      olds,
      news,
      (TagKeys) => ask(session, news, "UntagResource", { ResourceARN, TagKeys }),
      (Tags) => ask(session, news, "TagResource", { ResourceARN, Tags }),
    );
  },

  async delete(session, id, state) {
    const deleted = unlessGone(ask(session, state, "DeleteAlarms", { AlarmNames: [id] }));
    await doing(`deleting CloudWatch Metric Alarm (${id})`, deleted);
  },
};

const given = (inputs: Properties) =>
  Object.fromEntries(Object.entries(members).map(([name, member]) => [member, inputs[name]]));

async function put(session: Session, id: string, input: Record<string, unknown>, own: Properties): Promise<void> {
  await doing(`putting CloudWatch Metric Alarm (${id})`, ask(session, own, "PutMetricAlarm", input));
}
