import { isObject, textOf } from "../property-values.ts";
import type { Properties } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { oneOf } from "../rules.ts";
import { callsTo, doing, regionOf, unlessGone } from "../session.ts";
import { asTagList, asTagMap, tagProperties, tagsIn, updateTags } from "../tags.ts";
import type { Tags } from "../tags.ts";

const ask = callsTo("accessanalyzer");

export const analyzer: ResourceType = {
  token: "aws:accessanalyzer/analyzer:Analyzer",
  defaults: { type: "ACCOUNT" },
  replaceOnChange: ["analyzerName", "configuration", "region", "type"],
  rules: {
    type: [
      oneOf(
        ...["ACCOUNT", "ORGANIZATION", "ACCOUNT_UNUSED_ACCESS", "ORGANIZATION_UNUSED_ACCESS"],
        ...["ACCOUNT_INTERNAL_ACCESS", "ORGANIZATION_INTERNAL_ACCESS"],
      ),
    ],
  },

  async create(session, inputs) {
    const analyzerName = textOf(inputs["analyzerName"]);
    const unused = isObject(inputs["configuration"]) ? inputs["configuration"]["unusedAccess"] : undefined;
    const input = {
      analyzerName,
      type: inputs["type"],
      configuration: isObject(unused) ? { unusedAccess: { unusedAccessAge: unused["unusedAccessAge"] } } : undefined,
      tags: tagsIn(inputs["tagsAll"]),
    };
    await doing(
      `creating IAM Access Analyzer Analyzer (${analyzerName})`,
      ask(session, inputs, "CreateAnalyzer", input),
    );
    return { id: analyzerName };
  },

  async read(session, id, known) {
    const found = unlessGone(ask(session, known, "GetAnalyzer", { analyzerName: id }));
    const answer = await doing(`reading IAM Access Analyzer Analyzer (${id})`, found);
    if (answer === undefined) return undefined;
    const own = answer["analyzer"] as Record<string, unknown>;
    return {
      analyzerName: id,
      arn: textOf(own["arn"]),
      type: textOf(own["type"]),
      ...(own["configuration"] !== undefined && { configuration: own["configuration"] as Properties }),
      region: regionOf(session, known),
      ...tagProperties(session, asTagList(own["tags"] as Tags), known),
    };
  },

  async update(session, id, { olds, news }) {
    const resourceArn = olds["arn"];
    const tagged = updateTags(
      olds,
      news,
      (tagKeys) => ask(session, news, "UntagResource", { resourceArn, tagKeys }),
      (list) => ask(session, news, "TagResource", { resourceArn, tags: asTagMap(list) }),
    );
    await doing(`updating tags for IAM Access Analyzer Analyzer (${id})`, tagged);
  },

  async delete(session, id, state) {
    const deleted = unlessGone(ask(session, state, "DeleteAnalyzer", { analyzerName: id }));
    await doing(`deleting IAM Access Analyzer Analyzer (${id})`, deleted);
  },
};
