import assert from "node:assert/strict";
import { production, providerOf } from "./provider-client.ts";

describe("tags of what records and watches", () => {
  const rig = providerOf(production);
  const threshold = { comparisonOperator: "GreaterThanThreshold", evaluationPeriods: 1, threshold: 0 };
  const metric = { metricName: "denied", namespace: "audit", period: 300, statistic: "Sum" };
  const types: [type: string, inputs: Record<string, unknown>][] = [
    ["aws:accessanalyzer/analyzer:Analyzer", { analyzerName: "it" }],
    ["aws:cloudwatch/logGroup:LogGroup", { name: "it" }],
    ["aws:cloudwatch/metricAlarm:MetricAlarm", { name: "it", ...threshold, ...metric }],
    ["aws:kms/key:Key", {}],
    ["aws:s3/bucket:Bucket", { bucket: "it-logs" }],
    ["aws:sns/topic:Topic", { name: "it" }],
  ];

  for (const [type, inputs] of types) {
    it(`are put on, changed and taken off: ${type}`, async () => {
      const made = await rig.provider.deploy(type, "it", { ...inputs, tags: { kept: "1", changed: "2", gone: "3" } });
      const tags = { kept: "1", changed: "4", added: "5" };
      await rig.provider.redeploy(type, made, { ...inputs, tags });
      const found = await rig.provider.read(type, made.id, made.inputs, made.state);
      assert.deepEqual(found.state["tags"], tags);
    });
  }
});
