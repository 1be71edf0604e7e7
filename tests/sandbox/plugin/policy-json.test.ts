import assert from "node:assert/strict";
import fc from "fast-check";
import { equivalent, normalised } from "../../../sandbox/plugin/policy-json.ts";

const statement = { Sid: "Read", Effect: "Allow", Action: ["s3:GetObject", "s3:ListBucket"], Resource: "*" };
const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });

describe("policies as text", () => {
  it("are sent with their keys in order and without blanks", () => {
    assert.equal(normalised('{ "Version": "2012-10-17", "Id": "x" }'), '{"Id":"x","Version":"2012-10-17"}');
    assert.equal(normalised("no json"), "no json");
  });

  for (const [what, other] of Object.entries({
    "the order of actions": policy({ ...statement, Action: ["s3:ListBucket", "s3:GetObject"] }),
    "the order of keys": policy(Object.fromEntries(Object.entries(statement).reverse())),
    "one value in a list": policy({ ...statement, Resource: ["*"] }),
    blanks: JSON.stringify(JSON.parse(policy(statement)), undefined, 2),
    "one statement without a list": policy(statement).replace(/\[(\{.*\})\]/, "$1"),
  })) {
    it(`mean the same whatever ${what}`, () => {
      assert.equal(equivalent(policy(statement), other), true);
    });
  }

  for (const [what, other] of Object.entries({
    "an action": policy({ ...statement, Action: "s3:GetObject" }),
    "the effect": policy({ ...statement, Effect: "Deny" }),
    "a resource": policy({ ...statement, Resource: ["*", "arn:aws:s3:::shop"] }),
    "the name of a statement": policy({ ...statement, Sid: "Other" }),
    "a condition": policy({ ...statement, Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    "a statement": policy(statement, { ...statement, Sid: "More" }),
  })) {
    it(`do not mean the same with another ${what}`, () => {
      assert.equal(equivalent(policy(statement), other), false);
    });
  }

  it("name an account by its root or by its number alone", () => {
    const trust = (AWS: string | string[]) => policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS } });
    assert.equal(equivalent(trust("arn:aws:iam::111111111111:root"), trust(["111111111111"])), true);
    assert.equal(equivalent(trust("arn:aws:iam::111111111111:role/a"), trust("111111111111")), false);
    const anyone = { Effect: "Allow", Action: "sts:AssumeRole", Principal: "*" };
    assert.equal(equivalent(trust("*"), policy(anyone)), true);
  });

  it("are equivalent to themselves in any order of statements", () => {
    const actions = fc.uniqueArray(fc.constantFrom("s3:GetObject", "s3:PutObject", "sqs:SendMessage"), {
      minLength: 1,
    });
    const statements = fc.array(fc.record({ Effect: fc.constantFrom("Allow", "Deny"), Action: actions }));
    fc.assert(
      fc.property(statements, (list) => equivalent(policy(...list), policy(...[...list].reverse()))),
      { numRuns: 200 },
    );
  });
});
