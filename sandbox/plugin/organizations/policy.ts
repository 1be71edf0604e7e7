import { textOf } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { lengthBetween, oneOf, policyDocument } from "../rules.ts";
import { call, doing, list, unlessGone } from "../session.ts";
import { keptDocument, present } from "../state.ts";
import { tagList, tagProperties, updateTags } from "../tags.ts";

export const policy: ResourceType = {
  token: "aws:organizations/policy:Policy",
  namedAutomatically: true,
  unsupported: { skipDestroy: "the sandbox deletes what is destroyed" },
  defaults: { type: "SERVICE_CONTROL_POLICY" },
  documents: ["content"],
  replaceOnChange: ["type"],
  rules: {
    name: [lengthBetween(1, 128)],
    content: [policyDocument],
    type: [oneOf("SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY")],
  },

  async create(session, inputs) {
    const name = textOf(inputs["name"]);
    const input = {
      Name: name,
      Content: inputs["content"],
      Description: textOf(inputs["description"]),
      Type: inputs["type"],
      Tags: tagList(inputs),
    };
    const made = call(session, "organizations", "CreatePolicy", input);
    const answer = await doing(`creating Organizations Policy (${name})`, made);
    return { id: summaryIn(answer).Id };
  },

  async read(session, id, known) {
    const found = unlessGone(call(session, "organizations", "DescribePolicy", { PolicyId: id }));
    const answer = await doing(`reading Organizations Policy (${id})`, found);
    if (answer === undefined) return undefined;
    const summary = summaryIn(answer);
    if (summary.AwsManaged) {
      throw new Error(`AWS-managed Organizations policy (${id}) cannot be imported.`);
    }
    const { Content } = answer["Policy"] as { Content: string };
    const tags = list(session, "organizations", "ListTagsForResource", { ResourceId: id }, "Tags");
    return {
      ...present({ arn: summary.Arn, name: summary.Name, description: summary.Description, type: summary.Type }),
      content: keptDocument(known["content"], Content),
      ...tagProperties(session, await doing(`listing tags for Organizations Policy (${id})`, tags), known),
    };
  },

  async update(session, id, { olds, news, changes }) {
    if (changes("content", "description", "name")) {
      const input = {
        PolicyId: id,
        ...(changes("content") && { Content: news["content"] }),
        ...(changes("description") && { Description: textOf(news["description"]) }),
        ...(changes("name") && { Name: news["name"] }),
      };
      await doing(`updating Organizations Policy (${id})`, call(session, "organizations", "UpdatePolicy", input));
    }
    const tagged = updateTags(
      olds,
      news,
      (TagKeys) => call(session, "organizations", "UntagResource", { ResourceId: id, TagKeys }),
      (Tags) => call(session, "organizations", "TagResource", { ResourceId: id, Tags }),
    );
    await doing(`updating tags for Organizations Policy (${id})`, tagged);
  },

  async delete(session, id) {
    const deleted = unlessGone(call(session, "organizations", "DeletePolicy", { PolicyId: id }));
    await doing(`deleting Organizations Policy (${id})`, deleted);
  },
};

interface Summary {
  Id: string;
  Arn: string;
  Name: string;
  Description: string;
  Type: string;
  AwsManaged: boolean;
}

function summaryIn(answer: Record<string, unknown>): Summary {
  return (answer["Policy"] as { PolicySummary: Summary }).PolicySummary;
}
