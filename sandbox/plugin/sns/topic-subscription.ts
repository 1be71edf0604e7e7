import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { oneOf } from "../rules.ts";
import { call, doing, regionOf, unlessGone } from "../session.ts";

const unserved = "it delivers nothing";

export const topicSubscription: ResourceType = {
  token: "aws:sns/topicSubscription:TopicSubscription",
  unsupported: Object.fromEntries(
    ["deliveryPolicy", "filterPolicy", "filterPolicyScope", "redrivePolicy", "replayPolicy", "subscriptionRoleArn"].map(
      (name) => [name, unserved],
    ),
  ),
  defaults: { confirmationTimeoutInMinutes: 1, endpointAutoConfirms: false, rawMessageDelivery: false },
  computed: ["filterPolicyScope"],
  replaceOnChange: ["endpoint", "protocol", "region", "topic"],
  rules: {
    protocol: [oneOf("application", "email-json", "email", "firehose", "http", "https", "lambda", "sms", "sqs")],
  },

  async create(session, inputs) {
    const input = {
      TopicArn: inputs["topic"],
      Protocol: inputs["protocol"],
      Endpoint: inputs["endpoint"],
      ReturnSubscriptionArn: true,
    };
    const made = call(session, "sns", "Subscribe", input, regionOf(session, inputs));
    const answer = await doing("creating SNS Topic Subscription", made);
    return { id: textOf(answer["SubscriptionArn"]) };
  },

  async read(session, id, known) {
    const region = regionOf(session, known);
    const found = unlessGone(call(session, "sns", "GetSubscriptionAttributes", { SubscriptionArn: id }, region));
    const answer = await doing(`reading SNS Topic Subscription (${id})`, found);
    if (answer === undefined) return undefined;
    const own = answer["Attributes"] as Record<string, string>;
    return {
      arn: id,
      topic: textOf(own["TopicArn"]),
      protocol: textOf(own["Protocol"]),
      endpoint: textOf(own["Endpoint"]),
      ownerId: textOf(own["Owner"]),
      pendingConfirmation: own["PendingConfirmation"] === "true",
      confirmationWasAuthenticated: own["ConfirmationWasAuthenticated"] === "true",
      rawMessageDelivery: own["RawMessageDelivery"] === "true",
      confirmationTimeoutInMinutes: known["confirmationTimeoutInMinutes"] ?? 1,
      endpointAutoConfirms: known["endpointAutoConfirms"] ?? false,
      region,
    };
  },

  async update() {
    await Promise.resolve();
  },

  async delete(session, id, state) {
    const deleted = unlessGone(call(session, "sns", "Unsubscribe", { SubscriptionArn: id }, regionOf(session, state)));
    await doing(`deleting SNS Topic Subscription (${id})`, deleted);
  },
};
