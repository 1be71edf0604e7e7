import type { serviceOperations } from "../../../iam/catalogue/service-operations.ts";
import { changesServices as changes, reads } from "../operation.ts";
import type { Operation } from "../world.ts";
import * as logGroup from "./log-group.ts";
import * as metricFilter from "./metric-filter.ts";

export const logs = {
  CreateLogGroup: changes(logGroup.createLogGroup),
  DescribeLogGroups: reads(logGroup.describeLogGroups),
  DeleteLogGroup: changes(logGroup.deleteLogGroup),
  PutRetentionPolicy: changes(logGroup.putRetentionPolicy),
  DeleteRetentionPolicy: changes(logGroup.deleteRetentionPolicy),
  AssociateKmsKey: changes(logGroup.associateKmsKey),
  DisassociateKmsKey: changes(logGroup.disassociateKmsKey),
  TagResource: changes(logGroup.tagResource),
  UntagResource: changes(logGroup.untagResource),
  ListTagsForResource: reads(logGroup.listTagsForResource),

  PutMetricFilter: changes(metricFilter.putMetricFilter),
  DescribeMetricFilters: reads(metricFilter.describeMetricFilters),
  DeleteMetricFilter: changes(metricFilter.deleteMetricFilter),
} satisfies Record<(typeof serviceOperations)["logs"][number], Operation>;
