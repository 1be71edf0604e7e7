import { isObject, textOf } from "../property-values.ts";
import type { Properties, Value } from "../property-values.ts";
import type { ResourceType } from "../resource-type.ts";
import { call, doing, regionOf, unlessGone } from "../session.ts";
import { idParts, keptOrder, present, textsIn } from "../state.ts";

export const archiveRule: ResourceType = {
  token: "aws:accessanalyzer/archiveRule:ArchiveRule",
  sets: ["filters"],
  replaceOnChange: ["analyzerName", "region", "ruleName"],

  async create(session, inputs) {
    const id = `${textOf(inputs["analyzerName"])}/${textOf(inputs["ruleName"])}`;
    const input = { ...namesIn(id), filter: filterIn(inputs["filters"]) };
    const made = call(session, "accessanalyzer", "CreateArchiveRule", input, regionOf(session, inputs));
    await doing(`creating IAM Access Analyzer Archive Rule (${id})`, made);
    return { id };
  },

  async read(session, id, known) {
    const region = regionOf(session, known);
    const found = unlessGone(call(session, "accessanalyzer", "GetArchiveRule", namesIn(id), region));
    const answer = await doing(`reading IAM Access Analyzer Archive Rule (${id})`, found);
    if (answer === undefined) return undefined;
    const { filter } = answer["archiveRule"] as { filter: Record<string, Criterion> };
    const filters = Object.entries(filter).map(([criteria, { eq, neq, contains, exists }]) =>
      present({ criteria, eqs: eq, neqs: neq, contains, exists: exists?.toString() }),
    );
    return { ...namesIn(id), filters: keptOrder(known["filters"], filters), region };
  },

  async update(session, id, { news }) {
    const input = { ...namesIn(id), filter: filterIn(news["filters"]) };
    const updated = call(session, "accessanalyzer", "UpdateArchiveRule", input, regionOf(session, news));
    await doing(`updating IAM Access Analyzer Archive Rule (${id})`, updated);
  },

  async delete(session, id, state) {
    const deleted = call(session, "accessanalyzer", "DeleteArchiveRule", namesIn(id), regionOf(session, state));
    await doing(`deleting IAM Access Analyzer Archive Rule (${id})`, unlessGone(deleted));
  },
};

interface Criterion {
  eq?: string[];
  neq?: string[];
  contains?: string[];
  exists?: boolean;
}

function namesIn(id: string): { analyzerName: string; ruleName: string } {
  const [analyzerName = "", ruleName = ""] = idParts(id, "/", 2, "analyzer_name/rule_name");
  return { analyzerName, ruleName };
}

function filterIn(filters: Value | undefined): Record<string, Criterion> {
  const all = Array.isArray(filters) ? filters.filter(isObject) : [];
  return Object.fromEntries(all.map((filter) => [textOf(filter["criteria"]), criterion(filter)]));
}

function criterion({ eqs, neqs, contains, exists }: Properties): Criterion {
  return {
    ...(eqs !== undefined && { eq: textsIn(eqs) }),
    ...(neqs !== undefined && { neq: textsIn(neqs) }),
    ...(contains !== undefined && { contains: textsIn(contains) }),
    ...(exists !== undefined && { exists: exists === "true" }),
  };
}
