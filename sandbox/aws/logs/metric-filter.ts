import type { World } from "../world.ts";
import { logGroup, notFound, type InLogGroup } from "./log-group.ts";
import type { MetricFilter } from "./logs-document.ts";

interface OfFilter extends InLogGroup {
  filterName: string;
}

/** Makes it, or changes the one of that name. */
export function putMetricFilter(input: OfFilter & Omit<MetricFilter, "createdDate">, world: World) {
  const { logGroupName, filterName, filterPattern, metricTransformations } = input;
  logGroup(world, logGroupName).metricFilters[filterName] = {
    filterName,
    filterPattern,
    metricTransformations,
    createdDate: world.now,
  };
  return {};
}

export function describeMetricFilters(input: InLogGroup & { filterNamePrefix?: string }, world: World) {
  const { logGroupName, filterNamePrefix = "" } = input;
  const all = Object.values(logGroup(world, logGroupName).metricFilters);
  return {
    metricFilters: all
      .filter(({ filterName }) => filterName.startsWith(filterNamePrefix))
      .map(({ createdDate, ...filter }) => ({ ...filter, logGroupName, creationTime: Date.parse(createdDate) })),
  };
}

export function deleteMetricFilter({ logGroupName, filterName }: OfFilter, world: World) {
  const { metricFilters } = logGroup(world, logGroupName);
  if (metricFilters[filterName] === undefined) throw notFound("metric filter");
  Reflect.deleteProperty(metricFilters, filterName);
  return {};
}
