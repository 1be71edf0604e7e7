import { AwsError } from "../call.ts";
import type { Tag } from "../iam/iam-document.ts";
import { isResourcePolicy } from "../resource-policy.ts";
import { tagsWith, tagsWithout } from "../tags.ts";
import type { World } from "../world.ts";
import type { Topic } from "./sns-document.ts";

export interface OfTopic {
  TopicArn: string;
}

export const snsError = (code: string, message: string, status = 400) => new AwsError(code, message, status);

export function topic({ services }: World, arn: string): Topic {
  const found = services.sns.topics[arn];
  if (found === undefined) throw snsError("NotFound", "Topic does not exist", 404);
  return found;
}

interface CreateTopic {
  Name: string;
  Attributes?: Record<string, string>;
  Tags?: Tag[];
}

/** Makes it, or gives the one of that name. */
export function createTopic({ Name, Attributes = {}, Tags = [] }: CreateTopic, world: World) {
  const { partition, region, caller, services } = world;
  const TopicArn = `arn:${partition}:sns:${region}:${caller.accountId}:${Name}`;
  services.sns.topics[TopicArn] ??= {
    TopicArn,
    attributes: { Policy: ownersPolicy(TopicArn, caller.accountId), ...Attributes },
    Tags,
  };
  return { TopicArn };
}

/** What a topic has until it is given another: its owner may do anything with it. */
const ownersPolicy = (topicArn: string, accountId: string) =>
  JSON.stringify({
    Version: "2008-10-17",
    Id: "__default_policy_ID",
    Statement: [
      {
        Sid: "__default_statement_ID",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: ["SNS:Publish", "SNS:Subscribe", "SNS:SetTopicAttributes", "SNS:GetTopicAttributes", "SNS:DeleteTopic"],
        Resource: topicArn,
        Condition: { StringEquals: { "AWS:SourceOwner": accountId } },
      },
    ],
  });

export function getTopicAttributes({ TopicArn }: OfTopic, world: World) {
  const { attributes } = topic(world, TopicArn);
  const all = Object.values(world.services.sns.subscriptions).filter((one) => one.TopicArn === TopicArn);
  return {
    Attributes: {
      ...attributes,
      TopicArn,
      Owner: world.caller.accountId,
      SubscriptionsPending: String(all.filter(({ Protocol }) => Protocol === "email").length),
    },
  };
}

interface SetAttribute extends OfTopic {
  AttributeName: string;
  AttributeValue?: string;
}

export function setTopicAttributes({ TopicArn, AttributeName, AttributeValue = "" }: SetAttribute, world: World) {
  if (AttributeName === "Policy" && !isResourcePolicy(AttributeValue)) {
    throw snsError("InvalidParameter", "Invalid parameter: Policy Error: null");
  }
  const { attributes } = topic(world, TopicArn);
  if (AttributeName === "Policy" && AttributeValue === "")
    attributes["Policy"] = ownersPolicy(TopicArn, world.caller.accountId);
  else attributes[AttributeName] = AttributeValue;
  return {};
}

/** What subscribes to it goes with it. Deleting one that does not exist is no error. */
export function deleteTopic({ TopicArn }: OfTopic, { services: { sns } }: World) {
  Reflect.deleteProperty(sns.topics, TopicArn);
  for (const [arn, subscription] of Object.entries(sns.subscriptions)) {
    if (subscription.TopicArn === TopicArn) Reflect.deleteProperty(sns.subscriptions, arn);
  }
  return {};
}

interface Tagged {
  ResourceArn: string;
}

export function tagResource({ ResourceArn, Tags }: Tagged & { Tags: Tag[] }, world: World) {
  const found = topic(world, ResourceArn);
  found.Tags = tagsWith(found.Tags, Tags);
  return {};
}

export function untagResource({ ResourceArn, TagKeys }: Tagged & { TagKeys: string[] }, world: World) {
  const found = topic(world, ResourceArn);
  found.Tags = tagsWithout(found.Tags, TagKeys);
  return {};
}

export function listTagsForResource({ ResourceArn }: Tagged, world: World) {
  return { Tags: topic(world, ResourceArn).Tags };
}
