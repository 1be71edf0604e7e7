import assert from "node:assert/strict";
import { documentsOf } from "../../policypack/documents.ts";
import { rows } from "./battery/rows.ts";
import { judge, notKnown, type Given } from "./judge.ts";

type Data = Record<string, unknown>;

/** One good statement, and its document with another in its place. */
interface Place {
  given: Given;
  statement: Data & { Condition?: Record<string, Record<string, unknown>> };
  with: (statement: object) => Given[];
}

/** Steps by which a statement says less of who is let in; none where the step is no step. */
const steps: Record<string, (place: Place) => object | undefined> = {
  "everybody without a condition": ({ statement }) => ({ ...without(statement, "Condition"), Principal: { AWS: "*" } }),
  "no condition": (place) => (hangsOnCondition(place) ? without(place.statement, "Condition") : undefined),
  "an operator that holds without the key": onlyTest((operator, key, value) => ({
    [`${operator}IfExists`]: { [key]: value },
  })),
  "an operator that holds of nothing": onlyTest((operator, key, value) => ({
    [`ForAllValues:${operator.replace(/^.*:/, "")}`]: { [key]: value },
  })),
  "any value": onlyTest((operator, key) => ({ [patterned(operator)]: { [key]: "*" } })),
  "any value among others": onlyTest((operator, key, value) => ({
    [patterned(operator)]: { [key]: [value, "*"].flat() },
  })),
  "some value": onlyTest((_, key) => ({ Null: { [key]: "false" } })),
  "all but the value": onlyTest((operator, key, value) => ({
    [operator.replace(/^.*:/, "").replace(/^(String|Arn|)(?!Not)/, "$1Not")]: { [key]: value },
  })),
};

function without(statement: object, element: string): object {
  return Object.fromEntries(Object.entries(statement).filter(([name]) => name !== element));
}

/** Whether the condition alone says who is let in: everybody, or whom somebody else's provider knows. */
function hangsOnCondition({ statement: { Principal: principal, Condition: condition } }: Place): boolean {
  const named = JSON.stringify(principal);
  return (
    condition !== undefined &&
    (named.includes('"*"') || /oidc-provider|"[a-z.-]+\.(com|com\.cn)"/.test(named)) &&
    !named.includes('"Service"')
  );
}

function onlyTest(change: (operator: string, key: string, value: unknown) => object) {
  return (place: Place): object | undefined => {
    const [[operator, keys] = ["", {}], ...more] = Object.entries(place.statement.Condition ?? {});
    const [[key, value] = ["", ""], ...others] = Object.entries(keys);
    if (!hangsOnCondition(place) || more.length > 0 || others.length > 0 || /^(Null|Bool)/.test(operator))
      return undefined;
    return { ...place.statement, Condition: change(operator, key, value) };
  };
}

function patterned(operator: string): string {
  return /^(\w+:)?Arn/.test(operator) ? "ArnLike" : "StringLike";
}

/** Every Allow of the battery's good trusts and policies of resources that stands without a Deny. */
function* places(): Iterable<Place> {
  const seen = new Set<string>();
  for (const [given, ...more] of rows.flatMap(([, { good }]) => good)) {
    if (given === undefined || more.length > 0) continue;
    const { type, props = {} } = given;
    const text = JSON.stringify([type, props]);
    // Domains within a network let in everybody.
    if (seen.has(text) || text.includes(notKnown) || text.includes("vpcOptions")) continue;
    seen.add(text);
    for (const { kind, property, document } of documentsOf(type, props)) {
      if (kind === "identity" || props[property] !== document) continue;
      const read = (typeof document === "string" ? JSON.parse(document) : document) as { Statement: Data | Data[] };
      const list = [read.Statement].flat();
      if (list.some(({ Effect: effect }) => effect === "Deny")) continue;
      for (const [at, statement] of list.entries())
        yield {
          given,
          statement,
          with: (loosened) => {
            const policy = { ...read, Statement: list.with(at, loosened as Data) };
            return [{ ...given, props: { ...props, [property]: JSON.stringify(policy) } }];
          },
        };
    }
  }
}

describe("A good policy, loosened by one step, is refused", () => {
  const all = [...places()];
  for (const [name, step] of Object.entries(steps))
    it(name, () => {
      const loosened = all.flatMap((place) => {
        const statement = step(place);
        return statement === undefined ? [] : [{ statement, program: place.with(statement) }];
      });
      assert.ok(loosened.length > 50, String(loosened.length));
      const missed = loosened.filter(({ program }) => judge(program).every(({ level }) => level !== "mandatory"));
      assert.deepEqual(
        missed.map(({ statement }) => JSON.stringify(statement)),
        [],
      );
    });
});
