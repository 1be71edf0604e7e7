import { randomUUID } from "node:crypto";
import type { World } from "../world.ts";
import type { Subscription } from "./sns-document.ts";
import { snsError, topic, type OfTopic } from "./topic.ts";

interface Subscribe extends OfTopic {
  Protocol: string;
  Endpoint: string;
  ReturnSubscriptionArn?: boolean;
}

/** Makes it, or gives the one that the address has. Somebody there has to confirm it before anything is sent. */
export function subscribe({ TopicArn, Protocol, Endpoint, ReturnSubscriptionArn = false }: Subscribe, world: World) {
  topic(world, TopicArn);
  const { subscriptions } = world.services.sns;
  const known = Object.values(subscriptions).find(
    (one) => one.TopicArn === TopicArn && one.Protocol === Protocol && one.Endpoint === Endpoint,
  );
  const SubscriptionArn = known?.SubscriptionArn ?? `${TopicArn}:${randomUUID()}`;
  subscriptions[SubscriptionArn] = { SubscriptionArn, TopicArn, Protocol, Endpoint };
  return { SubscriptionArn: ReturnSubscriptionArn ? SubscriptionArn : "pending confirmation" };
}

interface OfSubscription {
  SubscriptionArn: string;
}

function subscription({ services }: World, arn: string): Subscription {
  const found = services.sns.subscriptions[arn];
  if (found === undefined) throw snsError("NotFound", "Subscription does not exist", 404);
  return found;
}

export function getSubscriptionAttributes({ SubscriptionArn }: OfSubscription, world: World) {
  const { TopicArn, Protocol, Endpoint } = subscription(world, SubscriptionArn);
  return {
    Attributes: {
      SubscriptionArn,
      TopicArn,
      Protocol,
      Endpoint,
      Owner: world.caller.accountId,
      PendingConfirmation: "true",
      ConfirmationWasAuthenticated: "false",
      RawMessageDelivery: "false",
    },
  };
}

export function unsubscribe({ SubscriptionArn }: OfSubscription, world: World) {
  subscription(world, SubscriptionArn);
  Reflect.deleteProperty(world.services.sns.subscriptions, SubscriptionArn);
  return {};
}
