import type { Properties } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { lengthBetween } from "../rules.ts";
import { callsTo, doing, regionOf, unlessGone } from "../session.ts";
import type { Session } from "../session.ts";
import { nameFor, present } from "../state.ts";
import { asTagList, asTagMap, tagProperties, tagsIn, updateTags } from "../tags.ts";
import type { Tags } from "../tags.ts";

const ask = callsTo("logs");

export const logGroup: ResourceType = {
  token: "aws:cloudwatch/logGroup:LogGroup",
  namedAutomatically: true,
  unsupported: { logGroupClass: "it has one class", deletionProtectionEnabled: "it has no such protection" },
  defaults: { skipDestroy: false },
  computed: ["logGroupClass", "deletionProtectionEnabled"],
  replaceOnChange: ["name", "namePrefix", "region"],
  rules: { name: [lengthBetween(1, 512)] },

  async create(session, inputs) {
    const name = nameFor(inputs);
    const input = { logGroupName: name, kmsKeyId: inputs["kmsKeyId"], tags: tagsIn(inputs["tagsAll"]) };
    await doing(`creating CloudWatch Logs Log Group (${name})`, ask(session, inputs, "CreateLogGroup", input));
    await setRetention(session, name, inputs);
    return { id: name };
  },

  async read(session, id, known) {
    const answer = await doing(
      `reading CloudWatch Logs Log Group (${id})`,
      ask(session, known, "DescribeLogGroups", { logGroupNamePrefix: id }),
    );
    const found = (answer["logGroups"] as Record<string, unknown>[]).find(({ logGroupName }) => logGroupName === id);
    if (found === undefined) return undefined;
    const { tags } = await ask(session, known, "ListTagsForResource", { resourceArn: found["logGroupArn"] });
    return {
      name: id,
      namePrefix: known["namePrefix"] ?? "",
      ...present({ arn: found["logGroupArn"], kmsKeyId: found["kmsKeyId"], logGroupClass: found["logGroupClass"] }),
      retentionInDays: Number(found["retentionInDays"] ?? 0),
      skipDestroy: known["skipDestroy"] ?? false,
      region: regionOf(session, known),
      ...tagProperties(session, asTagList(tags as Tags), known),
    };
  },

  async update(session, id, { olds, news, changes }) {
    if (changes("retentionInDays")) await setRetention(session, id, news);
    if (changes("kmsKeyId")) {
      const kmsKeyId = news["kmsKeyId"];
      const set = kmsKeyId === undefined ? "DisassociateKmsKey" : "AssociateKmsKey";
      await doing(
        `updating CloudWatch Logs Log Group (${id})`,
        ask(session, news, set, { logGroupName: id, kmsKeyId }),
      );
    }
    const resourceArn = olds["arn"];
    await updateTags(
      olds,
      news,
      (tagKeys) => ask(session, news, "UntagResource", { resourceArn, tagKeys }),
      (list) => ask(session, news, "TagResource", { resourceArn, tags: asTagMap(list) }),
    );
  },

  async delete(session, id, state) {
    if (state["skipDestroy"] === true) return;
    const deleted = unlessGone(ask(session, state, "DeleteLogGroup", { logGroupName: id }));
    await doing(`deleting CloudWatch Logs Log Group (${id})`, deleted);
  },
};

async function setRetention(session: Session, logGroupName: string, inputs: Properties): Promise<void> {
  const days = Number(inputs["retentionInDays"] ?? 0);
  const set =
    days === 0
      ? ask(session, inputs, "DeleteRetentionPolicy", { logGroupName })
      : ask(session, inputs, "PutRetentionPolicy", { logGroupName, retentionInDays: days });
  await doing(`setting CloudWatch Logs Log Group (${logGroupName}) retention policy`, set);
}
