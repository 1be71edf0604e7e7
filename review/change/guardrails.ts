import type { Deployment, Guardrail, GuardrailTarget } from "../../model/deployment.ts";
import { say, word } from "../phrase.ts";
import { documentChange, limiting } from "./documents.ts";
import { type Fields, compared, members, toldElsewhere, value, without } from "./fields.ts";
import { type Item, changed } from "./item.ts";
import { pairs } from "./pairs.ts";

const fields: Fields<Guardrail> = {
  name: toldElsewhere,
  formerly: toldElsewhere,
  configPath: toldElsewhere,
  account: (before, after) => [value("account", "weakens", before.account, after.account)],
  policyName: (before, after) => [value("name in AWS", "none", before.policyName, after.policyName)],
  type: (before, after) => [value("type", "weakens", before.type, after.type)],
  document: (before, after) => documentChange(before, after, limiting),
  shortGrants: (before, after) =>
    JSON.stringify(before.document) === JSON.stringify(after.document)
      ? [{ effect: "none", sign: "~", text: word("its words are written otherwise, and mean the same") }]
      : [],
  attachments: (before, after) =>
    members(
      before.attachments.map(({ target }) => targetName(target)),
      after.attachments.map(({ target }) => targetName(target)),
      { gained: "loses", lost: "weakens", say: (target) => say`holds in ${target}` },
    ),
  tags: without("owner or other tags"),
};

/** What becomes of what nobody may do. */
export function guardrailItems(before: Deployment, after: Deployment): Item[] {
  const { both, added, gone } = pairs(before.guardrails, after.guardrails);
  const name = (rail: Guardrail) => say`guardrail ${rail.name}`;
  return [
    ...both.flatMap(({ before: old, after: rail }) => changed(name(rail), [], compared(fields, old, rail))),
    ...added.map((rail): Item => ({
      effect: "loses",
      text: say`${name(rail)} is new: nobody may do what it denies any more`,
      accounts: [],
      details: compared(fields, nothingOf(rail), rail),
    })),
    ...gone.map((rail): Item => ({
      effect: "weakens",
      text: say`${name(rail)} is removed: it denies nobody anything any more`,
      accounts: [],
      details: compared(fields, rail, nothingOf(rail)),
    })),
  ];
}

const nothingOf = (rail: Guardrail): Guardrail => ({
  ...rail,
  document: { Version: "2012-10-17", Statement: [] },
  shortGrants: [],
  attachments: [],
});

function targetName(target: GuardrailTarget): string {
  switch (target.kind) {
    case "root":
      return "the whole organization";
    case "ou":
      return `ou ${target.path}`;
    case "account":
      return target.name;
  }
}
