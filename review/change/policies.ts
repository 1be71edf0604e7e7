import type { Deployment, ManagedPolicy } from "../../model/deployment.ts";
import { say, word } from "../phrase.ts";
import { documentChange, held } from "./documents.ts";
import { type Fields, compared, toldElsewhere, value, without } from "./fields.ts";
import { type Item, changed } from "./item.ts";
import { pairs } from "./pairs.ts";

const fields: Fields<ManagedPolicy> = {
  name: toldElsewhere,
  formerly: toldElsewhere,
  configPath: toldElsewhere,
  account: toldElsewhere,
  policyName: (before, after) => [value("name in AWS", "interrupts", before.policyName, after.policyName)],
  path: (before, after) => [value("path in AWS", "interrupts", before.path, after.path)],
  description: without("description"),
  document: (before, after) => documentChange(before, after, held),
  shortGrants: (before, after) =>
    JSON.stringify(before.document) === JSON.stringify(after.document)
      ? [{ effect: "none", sign: "~", text: word("its short grants are written otherwise, and mean the same") }]
      : [],
  isBoundary: (_, { isBoundary }) => [
    {
      effect: "none",
      sign: "~",
      text: word(isBoundary ? "is somebody's permissions boundary now" : "is nobody's permissions boundary any more"),
    },
  ],
  tags: without("owner or other tags"),
};

/** What becomes of customer managed policies. Whoever holds one may do what it says; one that is new nobody holds yet. */
export function policyItems(before: Deployment, after: Deployment): Item[] {
  const { both, added, gone } = pairs(before.policies, after.policies);
  const name = ({ policyName, isBoundary }: ManagedPolicy) =>
    say`${word(isBoundary ? "permissions boundary" : "policy")} ${policyName}`;
  return [
    ...both.flatMap(({ before: old, after: policy }) =>
      changed(name(policy), [policy.account], compared(fields, old, policy)),
    ),
    ...added.map((policy): Item => ({
      effect: "none",
      text: say`${name(policy)} is new; whoever is to hold it is named above`,
      accounts: [policy.account],
      details: compared(
        fields,
        { ...policy, document: { Version: "2012-10-17", Statement: [] }, shortGrants: [] },
        policy,
      ),
    })),
    ...gone.map((policy): Item => ({
      effect: "none",
      text: say`${name(policy)} is deleted; whoever held it is named above`,
      accounts: [policy.account],
      details: [],
    })),
  ];
}
