import { ComponentResource, type ComponentResourceOptions } from "@pulumi/pulumi";
import { LogMetricFilter, MetricAlarm } from "@pulumi/aws/cloudwatch/index.js";
import { Topic, TopicPolicy, TopicSubscription } from "@pulumi/aws/sns/index.js";
import { canonicalJson } from "../iam/canonical.ts";
import type * as model from "../model/audit.ts";
import { aliases } from "./alias.ts";
import type { LogGroup } from "./log-group.ts";

/** Namespace of the metrics that count events. */
const namespace = "audit";

/**
 * What raises an alarm, and who hears of it: a metric counts the trail's events that match, the first of them in a
 * minute raises the alarm. A minute without events is a quiet one. Whoever is subscribed has to confirm it once.
 */
export class EventAlarms extends ComponentResource {
  constructor(args: model.EventAlarms, logGroup: LogGroup, opts: ComponentResourceOptions) {
    super(
      "securecart:cloudwatch:EventAlarms",
      args.name,
      { configPath: args.configPath },
      { ...opts, ...aliases(args) },
    );
    const { region, tags } = args;
    const child = { parent: this };
    const topic = new Topic(args.name, { region, name: args.topicName, kmsMasterKeyId: logGroup.keyArn, tags }, child);
    const policy = new TopicPolicy(
      `${args.name}/policy`,
      { region, arn: topic.arn, policy: canonicalJson(args.topicPolicy) },
      child,
    );
    for (const endpoint of args.emails) {
      new TopicSubscription(
        `${args.name}/${endpoint}`,
        { region, topic: topic.arn, protocol: "email", endpoint },
        child,
      );
    }
    for (const { alarmName: name, description, pattern, ...alarm } of args.alarms) {
      const filter = new LogMetricFilter(
        alarm.name,
        {
          region,
          name,
          logGroupName: args.logGroupName,
          pattern,
          metricTransformation: { namespace, name, value: "1" },
        },
        { ...child, ...aliases(alarm), dependsOn: [logGroup] },
      );
      new MetricAlarm(
        alarm.name,
        {
          region,
          name,
          alarmDescription: description,
          namespace,
          metricName: name,
          statistic: "Sum",
          period: 60,
          evaluationPeriods: 1,
          comparisonOperator: "GreaterThanOrEqualToThreshold",
          threshold: 1,
          treatMissingData: "notBreaching",
          alarmActions: [topic.arn],
          tags,
        },
        { ...child, ...aliases(alarm), dependsOn: [filter, policy] },
      );
    }
    this.registerOutputs({ configPath: args.configPath });
  }
}
