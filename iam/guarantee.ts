import { parseBoolean } from "./condition-values.ts";
import { covers } from "./match.ts";
import type { ConditionTest } from "./normalize.ts";

/** What holds in every request that meets a condition: the key is there, and one of its values is one of these. */
export interface Guarantee {
  /** In lower case. */
  key: string;
  values: string[];
  /** Whether `*` and `?` in the values are wildcards. */
  wildcards: boolean;
}

/** Why a test of a condition guarantees nothing about its key. */
export type Illusion = "if-exists" | "for-all-values" | "negated" | "presence" | "any-value";

/**
 * What one test guarantees, in view of the whole condition it stands in; or why it guarantees nothing. `IfExists` and
 * `ForAllValues` hold where the key is absent, unless a `Null` beside them demands it; a negated operator lets in
 * everybody but those it names, and those without the key; `Null` only asks whether there is some value, and so does a
 * value that is the key's own variable.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function guaranteeOf(test: ConditionTest, condition: readonly ConditionTest[]): Guarantee | Illusion {
  const { parsed, values } = test;
  const key = test.key.toLowerCase();
  if (parsed.name === "Null") return "presence";
  if (parsed.negated) return "negated";
  if (!alwaysThere.test(key) && !demanded(key, condition)) {
    if (parsed.ifExists) return "if-exists";
    if (parsed.set === "all") return "for-all-values";
  }
  const wildcards = parsed.name === "StringLike" || parsed.family === "arn";
  if (values.some((value) => isItself(value, key, wildcards) || (wildcards && isOpen(value)))) return "any-value";
  return { key, values, wildcards };
}

/**
 * Keys that every request of their one action carries, whose own page tells to test them by `ForAllValues`.
 * Sources: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/specifying-conditions-route53.html and
 * https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html
 */
const alwaysThere = /^(route53:changeresourcerecordsets|ses:recipients$)/;

/** Everything that a condition guarantees; each test has to hold, so that each guarantee does. */
export function guarantees(condition: readonly ConditionTest[]): Guarantee[] {
  return condition.map((test) => guaranteeOf(test, condition)).filter((found) => typeof found !== "string");
}

/** The keys, in lower case, that a condition demands to be there, whatever their value: by `Null`, or by any value. */
export function presences(condition: readonly ConditionTest[]): string[] {
  return condition
    .map((test) => ({ key: test.key.toLowerCase(), found: guaranteeOf(test, condition) }))
    .filter(({ key, found }) => found === "any-value" || (found === "presence" && demanded(key, condition)))
    .map(({ key }) => key);
}

/** Whether a condition demands that a key is there. */
function demanded(key: string, condition: readonly ConditionTest[]): boolean {
  return condition.some(
    ({ parsed, key: other, values }) =>
      parsed.name === "Null" &&
      other.toLowerCase() === key &&
      values.length > 0 &&
      values.every((value) => parseBoolean(value) === false),
  );
}

/** Whether a value is the key's own variable, which is filled with whatever the request has. */
function isItself(value: string, key: string, wildcards: boolean): boolean {
  const [, before = "", name, after = ""] = /^([^$]*)\$\{([^},]*)[^}]*\}(.*)$/s.exec(value) ?? [];
  if (name?.trim().toLowerCase() !== key) return false;
  return wildcards ? /^\**$/.test(before + after) : before + after === "";
}

/** Whether a value names nothing: `*`, `?*`, or an ARN of nothing but wildcards. */
function isOpen(value: string): boolean {
  const some = "\u0003".repeat(3);
  return covers(value, `${some}*`) || covers(value, `arn:${some}*:${some}*:${some}*:${some}*:${some}*`);
}
