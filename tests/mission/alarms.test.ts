import assert from "node:assert/strict";
import { canonicalJson } from "../../iam/canonical.ts";
import { decide } from "../../iam/decide.ts";
import { ofKind } from "../components/graph.ts";
import { type Run, shipped } from "../components/program.ts";
import { stacks } from "./bearers.ts";
import { recorded } from "./events.ts";
import { matches } from "./filter-pattern.ts";

const alarms = stacks["prod"]!.audit!.alarms!;

describe("S7 an alarm comes of every use of break-glass and of root", function () {
  this.timeout(60_000);
  let prod: Run;
  before(async () => {
    prod = await shipped("prod");
  });

  for (const { what, raises, event } of recorded) {
    it(`${raises.length === 0 ? "not " : ""}when ${what}`, () => {
      const raised = alarms.alarms.filter(({ pattern }) => matches(pattern, event)).map(({ alarmName }) => alarmName);
      assert.deepEqual(raised.sort(), [...raises].sort());
    });
  }

  it("for every break-glass user that there is", () => {
    const users = stacks["prod"]!.breakGlass!.users.map(({ userName }) => `${userName}-used`);
    assert.ok(users.length >= 2);
    for (const name of users)
      assert.ok(
        alarms.alarms.some(({ alarmName }) => alarmName === name),
        name,
      );
  });

  it("in patterns that CloudWatch Logs takes: of at most 1,024 characters", () => {
    for (const { pattern } of alarms.alarms) assert.ok(pattern.length <= 1024, pattern);
  });

  it("from the events of the organization's trail, in a minute's time, a quiet minute being none", () => {
    const filters = ofKind(prod, "LogMetricFilter");
    const raised = ofKind(prod, "MetricAlarm");
    assert.equal(raised.length, alarms.alarms.length);
    assert.deepEqual(
      filters.map(({ inputs }) => inputs["pattern"]).sort(),
      alarms.alarms.map(({ pattern }) => pattern).sort(),
    );
    for (const { inputs, provider, name } of raised) {
      const filter = filters.find((one) => one.name === name)!;
      assert.equal(filter.inputs["logGroupName"], "/audit/organization-trail");
      assert.equal(provider, "Management");
      const transformation = filter.inputs["metricTransformation"] as Record<string, unknown>;
      assert.deepEqual(transformation, { namespace: inputs["namespace"], name: inputs["metricName"], value: "1" });
      const { statistic, period, evaluationPeriods, threshold, treatMissingData, comparisonOperator } = inputs;
      assert.deepEqual(
        { statistic, period, evaluationPeriods, threshold, treatMissingData, comparisonOperator },
        {
          statistic: "Sum",
          period: 60,
          evaluationPeriods: 1,
          threshold: 1,
          treatMissingData: "notBreaching",
          comparisonOperator: "GreaterThanOrEqualToThreshold",
        },
      );
      assert.deepEqual(inputs["alarmActions"], ["arn of Topic audit/Management/alarms"]);
    }
  });

  it("to everybody on call, by an encrypted topic", () => {
    const [topic] = ofKind(prod, "Topic");
    assert.equal(topic!.inputs["kmsMasterKeyId"], "arn of Key audit/Management/events-key");
    assert.deepEqual(
      ofKind(prod, "TopicSubscription").map(
        ({ inputs }) => `${inputs["protocol"] as string} ${inputs["endpoint"] as string}`,
      ),
      ["email operations-on-call@securecart.example", "email security-on-call@securecart.example"],
    );
    for (const { inputs } of ofKind(prod, "TopicSubscription"))
      assert.equal(inputs["topic"], "arn of Topic audit/Management/alarms");
  });

  it("and from nobody else: these alarms alone publish", () => {
    const [policy] = ofKind(prod, "TopicPolicy");
    assert.equal(policy!.inputs["policy"], canonicalJson(alarms.topicPolicy));
    const publish = (principal: string, sourceArn: string): string =>
      decide({
        request: {
          principalKind: "service",
          principal,
          action: "sns:Publish",
          resource: "arn:aws:sns:eu-central-1:111122223333:audit-alarms",
          context: { "aws:SourceArn": sourceArn, "aws:SourceAccount": "111122223333", "aws:SecureTransport": "true" },
        },
        policies: { resource: alarms.topicPolicy },
        accounts: { resource: "111122223333" },
      }).decision;
    const alarm = (name: string): string => `arn:aws:cloudwatch:eu-central-1:111122223333:alarm:${name}`;
    for (const { alarmName } of alarms.alarms) {
      assert.equal(publish("cloudwatch.amazonaws.com", alarm(alarmName)), "allowed", alarmName);
    }
    assert.equal(publish("cloudwatch.amazonaws.com", alarm("other")), "denied");
    assert.equal(publish("events.amazonaws.com", alarm("root-used")), "denied");
  });
});

describe("a filter pattern", () => {
  it("says nothing of what is missing, and joins by && before ||", () => {
    assert.equal(matches('{ $.a != "x" }', {}), false);
    assert.equal(matches('{ $.a != "x" }', { a: "y" }), true);
    assert.equal(matches("{ $.a.b NOT EXISTS }", { a: {} }), true);
    assert.equal(matches('{ $.a = "1" || $.a = "2" && $.b = "3" }', { a: "1" }), true);
    assert.equal(matches('{ ($.a = "1" || $.a = "2") && $.b = "3" }', { a: "1" }), false);
    assert.equal(matches('{ $.a = "*/x" }', { a: "role/path/x" }), true);
    assert.equal(matches('{ $.a = "*/x" }', { a: "role/path/xy" }), false);
  });

  it("is refused where it is none", () => {
    for (const pattern of ["$.a = 1", "{ $.a }", '{ a = "1" }', '{ $.a = "1" } x', '{ $.a ~ "1" }', '{ ($.a = "1" }']) {
      assert.throws(() => matches(pattern, {}), pattern);
    }
  });
});
