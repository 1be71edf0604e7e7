import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { callsTo, doing, regionOf, unlessGone } from "../session.ts";
import { nameFor, present } from "../state.ts";
import { tagList, tagProperties, updateTags } from "../tags.ts";

const ask = callsTo("sns");

const attributes: Record<string, string> = { displayName: "DisplayName", kmsMasterKeyId: "KmsMasterKeyId" };

export const topic: ResourceType = {
  token: "aws:sns/topic:Topic",
  namedAutomatically: true,
  unsupported: {
    policy: "it stands in a resource of its own",
    fifoTopic: "it serves standard topics",
    deliveryPolicy: "it delivers nothing",
    archivePolicy: "it archives nothing",
  },
  defaults: { contentBasedDeduplication: false, fifoTopic: false },
  computed: ["policy", "signatureVersion", "tracingConfig", "fifoThroughputScope"],
  replaceOnChange: ["name", "namePrefix", "region"],

  async create(session, inputs) {
    const name = nameFor(inputs);
    const own = present(Object.fromEntries(Object.entries(attributes).map(([ours, theirs]) => [theirs, inputs[ours]])));
    const input = { Name: name, Attributes: own, Tags: tagList(inputs) };
    const answer = await doing(`creating SNS Topic (${name})`, ask(session, inputs, "CreateTopic", input));
    return { id: textOf(answer["TopicArn"]) };
  },

  async read(session, id, known) {
    const found = unlessGone(ask(session, known, "GetTopicAttributes", { TopicArn: id }));
    const answer = await doing(`reading SNS Topic (${id})`, found);
    if (answer === undefined) return undefined;
    const own = answer["Attributes"] as Record<string, string>;
    const { Tags } = await ask(session, known, "ListTagsForResource", { ResourceArn: id });
    return {
      arn: id,
      name: id.slice(id.lastIndexOf(":") + 1),
      namePrefix: known["namePrefix"] ?? "",
      contentBasedDeduplication: false,
      fifoTopic: false,
      ...present(Object.fromEntries(Object.entries(attributes).map(([ours, theirs]) => [ours, own[theirs]]))),
      ...present({ owner: own["Owner"], policy: own["Policy"] }),
      region: regionOf(session, known),
      ...tagProperties(session, Tags, known),
    };
  },

  async update(session, id, { olds, news, changes }) {
    for (const [ours, AttributeName] of Object.entries(attributes)) {
      if (!changes(ours)) continue;
      const input = { TopicArn: id, AttributeName, AttributeValue: textOf(news[ours]) };
      await doing(`setting SNS Topic (${id}) attribute`, ask(session, news, "SetTopicAttributes", input));
    }
    await updateTags(
      olds,
      news,
      (TagKeys) => ask(session, news, "UntagResource", { ResourceArn: id, TagKeys }),
      (Tags) => ask(session, news, "TagResource", { ResourceArn: id, Tags }),
    );
  },

  async delete(session, id, state) {
    await doing(`deleting SNS Topic (${id})`, unlessGone(ask(session, state, "DeleteTopic", { TopicArn: id })));
  },
};
