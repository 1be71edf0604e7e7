import { textOf } from "../property-values.ts";
import type { Properties } from "../property-values.ts";
import { normalised } from "../policy-json.ts";
import type { ResourceType } from "../resource-type.ts";
import { arn } from "../rules.ts";
import { call, doing, regionOf, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { keptDocument } from "../state.ts";

export const topicPolicy: ResourceType = {
  token: "aws:sns/topicPolicy:TopicPolicy",
  documents: ["policy"],
  replaceOnChange: ["arn", "region"],
  rules: { arn: [arn] },

  async create(session, inputs) {
    const id = textOf(inputs["arn"]);
    await set(session, id, normalised(inputs["policy"] ?? ""), inputs);
    return { id };
  },

  async read(session, id, known) {
    const region = regionOf(session, known);
    const found = unlessGone(call(session, "sns", "GetTopicAttributes", { TopicArn: id }, region));
    const answer = await doing(`reading SNS Topic Policy (${id})`, found);
    if (answer === undefined) return undefined;
    const { Policy = "", Owner = "" } = answer["Attributes"] as Record<string, string>;
    return { arn: id, owner: Owner, policy: keptDocument(known["policy"], Policy), region };
  },

  async update(session, id, { news }) {
    await set(session, id, normalised(news["policy"] ?? ""), news);
  },

  /** Upstream puts the policy back that a topic has in the beginning. */
  async delete(session, id, state) {
    await unlessGone(set(session, id, ownersPolicy(id), state));
  },
};

function ownersPolicy(topicArn: string): string {
  const actions = ["DeleteTopic", "GetTopicAttributes", "Publish", "SetTopicAttributes", "Subscribe"];
  return JSON.stringify({
    Version: "2008-10-17",
    Id: "__default_policy_ID",
    Statement: [
      {
        Sid: "__default_statement_ID",
        Effect: "Allow",
        Principal: { AWS: "*" },
        Action: actions.map((action) => `SNS:${action}`),
        Resource: topicArn,
        Condition: { StringEquals: { "AWS:SourceOwner": topicArn.split(":")[4] } },
      },
    ],
  });
}

async function set(session: Session, id: string, policy: string, own: Properties): Promise<void> {
  const input = { TopicArn: id, AttributeName: "Policy", AttributeValue: policy };
  const made = call(session, "sns", "SetTopicAttributes", input, regionOf(session, own));
  await doing(`setting SNS Topic (${id}) attribute (Policy)`, made);
}
