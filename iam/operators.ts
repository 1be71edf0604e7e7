/**
 * AWS's condition operators, without `IfExists`, `ForAllValues:` and `ForAnyValue:`.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
export const operators = {
  StringEquals: { family: "string", negated: false },
  StringNotEquals: { family: "string", negated: true },
  StringEqualsIgnoreCase: { family: "string", negated: false },
  StringNotEqualsIgnoreCase: { family: "string", negated: true },
  StringLike: { family: "string", negated: false },
  StringNotLike: { family: "string", negated: true },
  NumericEquals: { family: "numeric", negated: false },
  NumericNotEquals: { family: "numeric", negated: true },
  NumericLessThan: { family: "numeric", negated: false },
  NumericLessThanEquals: { family: "numeric", negated: false },
  NumericGreaterThan: { family: "numeric", negated: false },
  NumericGreaterThanEquals: { family: "numeric", negated: false },
  DateEquals: { family: "date", negated: false },
  DateNotEquals: { family: "date", negated: true },
  DateLessThan: { family: "date", negated: false },
  DateLessThanEquals: { family: "date", negated: false },
  DateGreaterThan: { family: "date", negated: false },
  DateGreaterThanEquals: { family: "date", negated: false },
  Bool: { family: "bool", negated: false },
  BinaryEquals: { family: "binary", negated: false },
  IpAddress: { family: "ip", negated: false },
  NotIpAddress: { family: "ip", negated: true },
  ArnEquals: { family: "arn", negated: false },
  ArnNotEquals: { family: "arn", negated: true },
  ArnLike: { family: "arn", negated: false },
  ArnNotLike: { family: "arn", negated: true },
  Null: { family: "null", negated: false },
} as const satisfies Record<string, { family: string; negated: boolean }>;

export type OperatorName = keyof typeof operators;

export interface Operator {
  name: OperatorName;
  family: (typeof operators)[OperatorName]["family"];
  negated: boolean;
  ifExists: boolean;
  set: "all" | "any" | undefined;
}

const byLowerCase = new Map(Object.keys(operators).map((name) => [name.toLowerCase(), name as OperatorName]));

/** Reads an operator as a policy writes it, case aside, such as `ForAnyValue:StringLikeIfExists`; undefined if there is none. */
export function parseOperator(written: string): Operator | undefined {
  const parts = /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/s.exec(written.toLowerCase());
  const name = byLowerCase.get(parts?.[2] ?? "");
  if (parts === null || name === undefined) return undefined;
  const set = parts[1] === undefined ? undefined : parts[1] === "forallvalues" ? "all" : "any";
  const ifExists = parts[3] !== undefined;
  if (name === "Null" && (ifExists || set !== undefined)) return undefined;
  return { name, ...operators[name], ifExists, set };
}

/** Every operator as one may write it. */
export function operatorSpellings(): string[] {
  const names = Object.keys(operators);
  const plain = names.flatMap((name) => (name === "Null" ? [name] : [name, `${name}IfExists`]));
  const sets = names.filter((name) => name !== "Null");
  return [
    ...plain,
    ...["ForAllValues:", "ForAnyValue:"].flatMap((prefix) =>
      sets.flatMap((name) => [prefix + name, `${prefix}${name}IfExists`]),
    ),
  ];
}
