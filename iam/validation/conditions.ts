import { globalConditionKeys } from "../catalogue/actions.ts";
import { unknownText } from "../document.ts";
import { parseBoolean, parseDate, parseNumber } from "../condition-values.ts";
import type { Path } from "../finding.ts";
import { parseIpRange } from "../ip-range.ts";
import { nearest } from "../nearest.ts";
import { operatorSpellings, parseOperator, type Operator } from "../operators.ts";
import { isObject, texts, type Text } from "./json.ts";
import type { Setting } from "./statement.ts";

/**
 * Judges a Condition.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export function validateConditions(condition: unknown, path: Path, setting: Setting): void {
  const { report } = setting;
  if (!isObject(condition)) {
    report("condition-not-object", path, "A Condition is an object: operator, key, value.");
    return;
  }
  for (const [written, keys] of Object.entries(condition)) {
    const at = [...path, written];
    const operator = parseOperator(written);
    if (operator === undefined)
      report("operator-unknown", at, `AWS has no condition operator "${written}".`, nearestOperator(written));
    if (!isObject(keys)) {
      report("condition-not-object", at, `The operator ${written} takes an object: key, value.`);
      continue;
    }
    for (const [key, value] of Object.entries(keys)) {
      if (key !== unknownText) validateKey(key, [...at, key], setting);
      for (const text of texts(value, [...at, key], report, true))
        if (operator !== undefined) validateValue(operator, text, setting);
    }
  }
}

/** Null takes neither a prefix nor IfExists; whoever writes them means Null. */
function nearestOperator(written: string): string | undefined {
  const plain = written.replace(/^ForA(llValues|nyValue):|IfExists$/gi, "");
  return parseOperator(plain)?.name ?? nearest(written, operatorSpellings());
}

function validateKey(key: string, path: Path, { report }: Setting): void {
  if (!/^[^\s:]+:.+$/s.test(key)) {
    report(
      "condition-key-malformed",
      path,
      `A condition key has a prefix, such as aws: or s3:; "${key}" has none.`,
      nearest(`aws:${key}`, Object.keys(globalConditionKeys())),
    );
    return;
  }
  if (!/^aws:/i.test(key)) return;
  if (!isGlobalKey(key.toLowerCase())) {
    const known = Object.keys(globalConditionKeys());
    const [name, ...tag] = key.split("/");
    const fix = nearest(tag.length > 0 ? `${name ?? ""}/tag-key` : key, known);
    report(
      "condition-key-unknown",
      path,
      `AWS has no global condition key "${key}".`,
      tag.length > 0 ? fix?.replace(/\/tag-key$/, `/${tag.join("/")}`) : fix,
    );
  }
}

let global: { names: ReadonlySet<string>; beforeTags: readonly string[] } | undefined;

/** Whether AWS has a global key, in lower case; of a tag's key the tag is whatever it may be. */
function isGlobalKey(key: string): boolean {
  if (global === undefined) {
    const names = Object.keys(globalConditionKeys()).map((name) => name.toLowerCase());
    const ofTags = names.filter((name) => name.endsWith("/tag-key"));
    global = { names: new Set(names), beforeTags: ofTags.map((name) => name.slice(0, -"tag-key".length)) };
  }
  return global.names.has(key) || global.beforeTags.some((start) => key.length > start.length && key.startsWith(start));
}

function validateValue(operator: Operator, { text, path }: Text, { old, report }: Setting): void {
  const { family, name } = operator;
  if (/\$\{/.test(text)) {
    if (family !== "string" && family !== "arn")
      report("variable-not-allowed", path, `${name} takes no policy variable: "${text}" is taken literally.`);
    else if (old)
      report(
        "variable-needs-version",
        path,
        `Without Version 2012-10-17, "${text}" is taken literally, not as a variable.`,
      );
    return;
  }
  const expected = {
    string: () => undefined,
    numeric: () => (parseNumber(text) === undefined ? "a number" : undefined),
    date: () =>
      parseDate(text) === undefined ? "a date such as 2026-01-31T12:00:00Z, or seconds since 1970" : undefined,
    bool: () => (parseBoolean(text) === undefined ? "true or false" : undefined),
    null: () => (parseBoolean(text) === undefined ? "true or false" : undefined),
    binary: () => (/^[A-Za-z0-9+/]*={0,2}$/.test(text) && text.length % 4 === 0 ? undefined : "base 64"),
    ip: () => (parseIpRange(text) === undefined ? "an address or a range such as 203.0.113.0/24" : undefined),
    arn: () =>
      /^arn:[^:]*:[^:]*:[^:]*:[^:]*:/.test(text) || /^[^:]*\*/.test(text) || /^arn:.*\*$/.test(text)
        ? undefined
        : "an ARN",
  }[family]();
  if (expected !== undefined) report("condition-value-malformed", path, `${name} takes ${expected}, not "${text}".`);
}
