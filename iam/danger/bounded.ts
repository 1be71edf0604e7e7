import { administratorPolicies } from "../catalogue/managed-verdicts.ts";
import { guarantees } from "../guarantee.ts";
import { matches } from "../match.ts";
import type { ConditionTest, NormalStatement } from "../normalize.ts";
import { openness } from "../openness.ts";
import type { GrantedAction } from "./granted-action.ts";
import { isAbout, takes } from "./left.ts";

const policyArn = ["arn:${Partition}:iam::${Account}:policy/${PolicyNameWithPath}"];

/**
 * Whether whoever is given permissions by an action stays within a permissions boundary that is named: because the Allow
 * demands it, or because a Deny takes the action away without it. A list of the policies that may be attached bounds as
 * well, where the targets are named. AWS's own policies for administrators bound nobody.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate
 */
export function isBounded(
  { info, resources, open }: GrantedAction,
  allow: NormalStatement,
  statements: readonly NormalStatement[],
): boolean {
  if (demands(allow.condition, "iam:permissionsboundary")) return true;
  if (/:Attach/.test(info.name) && open.length === 0 && demands(allow.condition, "iam:policyarn")) return true;
  const name = info.name.toLowerCase();
  return resources.every((pattern) =>
    statements.some((deny) => isUnlessBounded(deny) && isAbout(deny, name) && takes(deny, pattern)),
  );
}

/** Whether a statement attaches no policies but those that it names. */
export function demandsPolicy({ condition }: NormalStatement): boolean {
  return demands(condition, "iam:policyarn");
}

function demands(condition: ConditionTest[], key: string): boolean {
  return guarantees(condition).some(
    (guarantee) => guarantee.key === key && guarantee.values.every((value) => names(value, guarantee.wildcards)),
  );
}

function isUnlessBounded({ effect, condition }: NormalStatement): boolean {
  const [test, ...more] = condition;
  return (
    effect === "Deny" &&
    test !== undefined &&
    more.length === 0 &&
    test.key.toLowerCase() === "iam:permissionsboundary" &&
    test.parsed.negated &&
    test.parsed.set !== "any" &&
    test.values.every((value) => names(value, test.parsed.name !== "StringNotEquals"))
  );
}

function names(value: string, wildcards: boolean): boolean {
  if (!/^arn:[^:]+:iam::/.test(value) || (wildcards && openness(value, policyArn).name)) return false;
  const ofAnyPartition = value.replace(/^arn:[^:]+/, "arn:aws");
  return !administratorPolicies.some((name) => matches(ofAnyPartition, `arn:aws:iam::aws:policy/${name}`));
}
