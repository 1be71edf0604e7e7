import { classesOf } from "../custom-resource.ts";

export const { LogGroup, LogMetricFilter, MetricAlarm } = classesOf("cloudwatch");
