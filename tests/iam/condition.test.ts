import assert from "node:assert/strict";
import { holds } from "../../iam/condition.ts";
import { Context, type ContextValues } from "../../iam/context.ts";
import { MalformedDocument, normalize } from "../../iam/normalize.ts";
import cases from "./cases/conditions.json" with { type: "json" };

interface Case {
  condition: Record<string, Record<string, unknown>>;
  context: ContextValues;
  unknown?: string[];
  version?: string;
  holds: "yes" | "no" | "maybe";
}

describe("conditions", () => {
  for (const {
    condition,
    context,
    unknown = [],
    version = "2012-10-17",
    holds: expected,
  } of cases as unknown as Case[])
    it(`${JSON.stringify(condition)} ${expected} of ${JSON.stringify(context)}${unknown.length > 0 ? `, unknown ${unknown.join()}` : ""}`, () => {
      const document = {
        Version: version,
        Statement: { Effect: "Allow", Action: "*", Resource: "*", Condition: condition },
      };
      const statement = normalize(document)[0]!;
      assert.equal(holds(statement.condition, new Context(context, unknown), statement.variables), expected);
    });

  it("are refused where the operator does not exist", () => {
    const statement = { Effect: "Allow", Action: "*", Resource: "*", Condition: { StringEqual: { "s3:prefix": "a" } } };
    assert.throws(() => normalize({ Version: "2012-10-17", Statement: [statement] }), MalformedDocument);
  });
});
