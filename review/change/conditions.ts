import { type Phrase, listed, say, word } from "../phrase.ts";

type Test = readonly [operator: string, key: string, values: readonly string[]];

/** A condition as people read it: `StringEquals aws:SourceAccount = 111122223333 and …`. As `conditionOf` spells it. */
export function conditionText(condition: string): string {
  return testsOf(condition).map(textOf).join(" and ");
}

/** What is other about a condition than before: `StringEquals sts:ExternalId = b instead of a`. */
export function conditionChange(before: string | undefined, after: string | undefined): Phrase {
  const [old, now] = [testsOf(before), testsOf(after)];
  const same = ([operator, key]: Test, others: readonly Test[]): Test | undefined =>
    others.find(([theirs, other]) => theirs === operator && other === key);
  const changes = [
    ...now.map((test) => valueChange(test, same(test, old))).filter((change) => change !== undefined),
    ...old.flatMap((test) => (same(test, now) === undefined ? [say`no longer only if ${textOf(test)}`] : [])),
  ];
  return changes.flatMap((change, at) => (at === 0 ? change : ["; ", ...change]));
}

function valueChange(test: Test, before: Test | undefined): Phrase | undefined {
  const [operator, key, values] = test;
  if (before === undefined) return say`now only if ${textOf(test)}`;
  const more = values.filter((value) => !before[2].includes(value));
  const less = before[2].filter((value) => !values.includes(value));
  if (more.length + less.length === 0) return undefined;
  const tested = say`${`${operator} ${key}`}`;
  if (less.length === 0) return say`${tested} also ${listed(more)}`;
  if (more.length === 0) return say`${tested} no longer ${listed(less)}`;
  return say`${tested} ${word("=")} ${listed(more)} instead of ${listed(less)}`;
}

const textOf = ([operator, key, values]: Test): string => `${operator} ${key} = ${values.join(" or ")}`;

function testsOf(condition: string | undefined): Test[] {
  return condition === undefined ? [] : (JSON.parse(condition) as Test[]);
}
