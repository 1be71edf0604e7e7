import type { Value } from "./property-values.ts";
import type { Rule } from "./resource-type.ts";

// The wording, and the property's name within it, are those of the official plugin.

const upstreamName = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const text = (value: Value): string => (typeof value === "string" ? value : JSON.stringify(value));

export function lengthBetween(least: number, most: number): Rule {
  return (value, property) =>
    text(value).length >= least && text(value).length <= most
      ? undefined
      : `expected length of ${upstreamName(property)} to be in the range (${least} - ${most}), got ${text(value)}`;
}

export function between(least: number, most: number): Rule {
  return (value, property) =>
    typeof value === "number" && value >= least && value <= most
      ? undefined
      : `expected ${upstreamName(property)} to be in the range (${least} - ${most}), got ${text(value)}`;
}

export function oneOf(...allowed: string[]): Rule {
  return (value, property) =>
    allowed.includes(text(value))
      ? undefined
      : `expected ${upstreamName(property)} to be one of [${allowed.map((word) => `"${word}"`).join(" ")}], got ${text(value)}`;
}

export function matching(pattern: RegExp, message: string): Rule {
  return (value, property) =>
    pattern.test(text(value)) ? undefined : `invalid value for ${upstreamName(property)} (${message})`;
}

/** Empty text passes, as it does upstream. */
export const arn: Rule = (value, property) => {
  const given = text(value);
  const invalid = (reason: string): string => `"${upstreamName(property)}" (${given}) is an invalid ARN: ${reason}`;
  if (given === "") return undefined;
  if (!given.startsWith("arn:")) return invalid("arn: invalid prefix");
  const [, partition = "", , region = "", account = "", ...rest] = given.split(":");
  if (given.split(":").length < 6) return invalid("arn: not enough sections");
  if (!/^aws(-[a-z]+)*$/.test(partition)) {
    return invalid("invalid partition value (expecting to match regular expression: ^aws(-[a-z]+)*$)");
  }
  if (region !== "" && !/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) {
    return invalid("invalid region value (expecting to match regular expression: ^[a-z]{2}(-[a-z]+)+-\\d$)");
  }
  const accounts = /^(aws|aws-managed|third-party|aws-marketplace|\d{12}|cw.{10})$/;
  if (account !== "" && !accounts.test(account)) {
    return invalid(`invalid account ID value (expecting to match regular expression: ${accounts.source})`);
  }
  return rest.join(":") === "" ? invalid("missing resource value") : undefined;
};

export const accountId: Rule = (value, property) =>
  /^\d{12}$/.test(text(value))
    ? undefined
    : `"${upstreamName(property)}" doesn't look like AWS Account ID (exactly 12 digits): "${text(value)}"`;

export const policyDocument: Rule = (value, property) => {
  const given = text(value);
  const invalid = (reason: string): string => `"${upstreamName(property)}" contains an invalid JSON policy: ${reason}`;
  if (given === "") return `"${upstreamName(property)}" is an empty string, which is not a valid JSON value`;
  if (/^\s/.test(given)) return invalid("leading space characters are not allowed");
  if (given.startsWith("[")) return invalid("contains a JSON array, not a JSON object");
  if (given.startsWith('"')) return invalid("contains a JSON-encoded string, not a JSON-encoded object");
  if (!given.startsWith("{")) return invalid("not a JSON object");
  try {
    JSON.parse(given);
    return undefined;
  } catch (error) {
    return invalid(error instanceof Error ? error.message : String(error));
  }
};

/** The names of IAM's things. Upstream's pattern is not anchored: AWS itself refuses what slips through. */
export const iamName = (most: number): Rule[] => [
  lengthBetween(1, most),
  matching(/[\w+=,.@-]+/, "must match [\\w+=,.@-]"),
];
