import { parseBoolean, parseDate, parseNumber } from "./condition-values.ts";
import type { Context } from "./context.ts";
import { ipRangeHolds, parseIpRange } from "./ip-range.ts";
import type { ConditionTest } from "./normalize.ts";
import type { OperatorName } from "./operators.ts";
import { matchesArn, matchesText } from "./condition-texts.ts";
import { all, any, not, truth, type Truth } from "./truth.ts";

/** Whether every test of a condition holds in a request. */
export function holds(condition: ConditionTest[], context: Context, variables: boolean): Truth {
  return all(condition.map((test) => testHolds(test, context, variables)));
}

/**
 * Whether one operator holds for one key in a request: `maybe` where that hangs on an unknown key.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html and
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function testHolds(test: ConditionTest, context: Context, variables: boolean): Truth {
  const { parsed, key, values } = test;
  const found = context.get(key);
  if (parsed.name === "Null") {
    if (found === "unknown") return "maybe";
    return truth(values.some((value) => parseBoolean(value) === (found === undefined)));
  }
  if (found === "unknown") return "maybe";
  // To the operators on sets, a key that holds but an empty text is empty too.
  const given = parsed.set !== undefined && found?.every((value) => value === "") === true ? undefined : found;
  if (given === undefined) {
    if (parsed.ifExists) return "yes";
    return truth(parsed.set === undefined ? parsed.negated : parsed.set === "all");
  }
  const each = given.map((value) => {
    const matched = any(values.map((wanted) => matchesValue(parsed.name, wanted, value, context, variables)));
    return parsed.negated ? not(matched) : matched;
  });
  if (parsed.set !== undefined) return parsed.set === "all" ? all(each) : any(each);
  return parsed.negated ? all(each) : any(each);
}

/** Whether a value of the request is what the policy names, negation aside. */
function matchesValue(name: OperatorName, wanted: string, value: string, context: Context, variables: boolean): Truth {
  switch (name) {
    case "StringEquals":
    case "StringNotEquals":
      return matchesText(wanted, value, context, variables, { wildcards: false, ignoreCase: false });
    case "StringEqualsIgnoreCase":
    case "StringNotEqualsIgnoreCase":
      return matchesText(wanted, value, context, variables, { wildcards: false, ignoreCase: true });
    case "StringLike":
    case "StringNotLike":
      return matchesText(wanted, value, context, variables, { wildcards: true, ignoreCase: false });
    case "ArnEquals":
    case "ArnNotEquals":
    case "ArnLike":
    case "ArnNotLike":
      return matchesArn(wanted, value, context, variables);
    case "NumericEquals":
    case "NumericNotEquals":
    case "NumericLessThan":
    case "NumericLessThanEquals":
    case "NumericGreaterThan":
    case "NumericGreaterThanEquals":
      return compare(name.slice("Numeric".length), parseNumber(value), parseNumber(wanted));
    case "DateEquals":
    case "DateNotEquals":
    case "DateLessThan":
    case "DateLessThanEquals":
    case "DateGreaterThan":
    case "DateGreaterThanEquals":
      return compare(name.slice("Date".length), parseDate(value), parseDate(wanted));
    case "Bool": {
      const boolean = parseBoolean(value);
      return truth(boolean !== undefined && boolean === parseBoolean(wanted));
    }
    case "BinaryEquals":
      return truth(value === wanted);
    case "IpAddress":
    case "NotIpAddress": {
      const [range, address] = [parseIpRange(wanted), parseIpRange(value)];
      return truth(range !== undefined && address !== undefined && ipRangeHolds(range, address));
    }
    case "Null":
      return "no";
  }
}

/** A value that is no number or no date matches nothing. */
function compare(how: string, value: number | undefined, wanted: number | undefined): Truth {
  if (value === undefined || wanted === undefined) return "no";
  if (how.startsWith("Less")) return truth(value < wanted || (how.endsWith("Equals") && value === wanted));
  if (how.startsWith("Greater")) return truth(value > wanted || (how.endsWith("Equals") && value === wanted));
  return truth(value === wanted);
}
