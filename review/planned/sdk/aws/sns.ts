import { classesOf } from "../custom-resource.ts";

export const { Topic, TopicPolicy, TopicSubscription } = classesOf("sns");
