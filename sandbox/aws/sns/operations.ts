import type { serviceOperations } from "../../../iam/catalogue/service-operations.ts";
import { changesServices as changes, reads } from "../operation.ts";
import type { Operation } from "../world.ts";
import * as subscription from "./subscription.ts";
import * as topic from "./topic.ts";

export const sns = {
  CreateTopic: changes(topic.createTopic),
  GetTopicAttributes: reads(topic.getTopicAttributes),
  SetTopicAttributes: changes(topic.setTopicAttributes),
  DeleteTopic: changes(topic.deleteTopic),
  TagResource: changes(topic.tagResource),
  UntagResource: changes(topic.untagResource),
  ListTagsForResource: reads(topic.listTagsForResource),

  Subscribe: changes(subscription.subscribe),
  GetSubscriptionAttributes: reads(subscription.getSubscriptionAttributes),
  Unsubscribe: changes(subscription.unsubscribe),
} satisfies Record<(typeof serviceOperations)["sns"][number], Operation>;
