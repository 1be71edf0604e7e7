import { isObject, textOf } from "../property-values.ts";
import type { Properties } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { lengthBetween } from "../rules.ts";
import { callsTo, doing, regionOf, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { present } from "../state.ts";

const ask = callsTo("logs");

export const logMetricFilter: ResourceType = {
  token: "aws:cloudwatch/logMetricFilter:LogMetricFilter",
  namedAutomatically: true,
  unsupported: { applyOnTransformedLogs: "it transforms no logs" },
  complete: (inputs) => {
    const { metricTransformation: own } = inputs;
    return isObject(own) ? { ...inputs, metricTransformation: { unit: "None", ...own } } : inputs;
  },
  computed: ["applyOnTransformedLogs"],
  replaceOnChange: ["logGroupName", "name", "region"],
  rules: { name: [lengthBetween(1, 512)], logGroupName: [lengthBetween(1, 512)], pattern: [lengthBetween(0, 1024)] },

  async create(session, inputs) {
    const name = textOf(inputs["name"]);
    await put(session, name, inputs);
    return { id: name };
  },

  /** An import gives `LOG_GROUP:NAME`. */
  async read(session, id, known) {
    const [imported = "", ...rest] = id.split(":");
    const logGroupName = textOf(known["logGroupName"]) || imported;
    const name = known["logGroupName"] === undefined ? rest.join(":") : id;
    const found = ask(session, known, "DescribeMetricFilters", { logGroupName, filterNamePrefix: name });
    const answer = await doing(`reading CloudWatch Logs Metric Filter (${id})`, unlessGone(found));
    const all = (answer?.["metricFilters"] ?? []) as Record<string, unknown>[];
    const filter = all.find(({ filterName }) => filterName === name);
    if (filter === undefined) return undefined;
    const [transformation = {}] = filter["metricTransformations"] as Record<string, unknown>[];
    return {
      name,
      logGroupName,
      pattern: textOf(filter["filterPattern"]),
      metricTransformation: present({
        name: transformation["metricName"],
        namespace: transformation["metricNamespace"],
        value: transformation["metricValue"],
        unit: transformation["unit"],
      }),
      region: regionOf(session, known),
    };
  },

  async update(session, id, { news }) {
    await put(session, id, news);
  },

  async delete(session, id, state) {
    const input = { logGroupName: state["logGroupName"], filterName: id };
    const deleted = unlessGone(ask(session, state, "DeleteMetricFilter", input));
    await doing(`deleting CloudWatch Logs Metric Filter (${id})`, deleted);
  },
};

async function put(session: Session, filterName: string, inputs: Properties): Promise<void> {
  const own = isObject(inputs["metricTransformation"]) ? inputs["metricTransformation"] : {};
  const { name: metricName, namespace: metricNamespace, value: metricValue, unit } = own;
  const input = {
    logGroupName: inputs["logGroupName"],
    filterName,
    filterPattern: textOf(inputs["pattern"]).trim(),
    metricTransformations: [{ metricName, metricNamespace, metricValue, unit }],
  };
  await doing(`putting CloudWatch Logs Metric Filter (${filterName})`, ask(session, inputs, "PutMetricFilter", input));
}
