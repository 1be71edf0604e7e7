import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decide } from "../../iam/decide.ts";
import type { Decision, DecisionInput } from "../../iam/decision.ts";
import { MalformedDocument } from "../../iam/normalize.ts";

/** A request like the file's defaults but for what it says itself, the decision and the statement that makes it. */
interface Case extends Partial<DecisionInput> {
  name: string;
  decision: Decision["decision"];
  by: Decision["by"];
  /** The keys it hangs on, where conditional. */
  keys?: string[];
}

const folder = join(import.meta.dirname, "cases", "decisions");

function inputOf(defaults: DecisionInput, { request, policies, accounts }: Partial<DecisionInput>): DecisionInput {
  return {
    request: { ...defaults.request, ...request },
    policies: policies ?? defaults.policies,
    accounts: { ...defaults.accounts, ...accounts },
  };
}

describe("decisions", () => {
  for (const file of readdirSync(folder)) {
    const { defaults, cases } = JSON.parse(readFileSync(join(folder, file), "utf8")) as {
      defaults: DecisionInput;
      cases: Case[];
    };
    describe(file.replace(".json", "").replaceAll("-", " "), () => {
      for (const { name, decision, by, keys, ...own } of cases)
        it(`${name}: ${decision}`, () => {
          const result = decide(inputOf(defaults, own));
          assert.equal(result.decision, decision, result.reason);
          assert.deepEqual(result.by, by);
          assert.deepEqual(
            result.conditions?.map(({ key }) => key),
            keys,
          );
          assert.match(result.reason, /^.+\.$/);
        });
    });
  }

  const request = {
    principal: "arn:aws:iam::111122223333:user/ann",
    principalKind: "user",
    action: "s3:GetObject",
    resource: "*",
  } as const;
  const document = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };
  const accounts = { principal: "111122223333", resource: "111122223333" };

  it("gives the id back", () => {
    assert.equal(decide({ id: "a", request, policies: {}, accounts }).id, "a");
    assert.ok(!("id" in decide({ request, policies: {}, accounts })));
  });

  const malformed: Record<string, DecisionInput["policies"]> = {
    "a document that is none": { identity: ["x"] },
    "an Effect that does not exist": { identity: [{ Statement: { Effect: "allow", Action: "*", Resource: "*" } }] },
    "an element that does not exist": { boundary: { Statement: { Effect: "Allow", Actions: "*", Resource: "*" } } },
    "a Version that does not exist": { session: [{ ...document, Version: "2020-01-01" }] },
    "a principal in an identity policy": {
      identity: [{ Statement: { Effect: "Deny", Principal: "*", Action: "*", Resource: "*" } }],
    },
    "a resource's policy without principal": { resource: document },
    "NotPrincipal with Allow": {
      resource: { Statement: { Effect: "Allow", NotPrincipal: "*", Action: "*", Resource: "*" } },
    },
    "Action beside NotAction": {
      scps: [[{ Statement: { Effect: "Allow", Action: "*", NotAction: "s3:*", Resource: "*" } }]],
    },
  };
  for (const [name, policies] of Object.entries(malformed))
    it(`refuses ${name}`, () => {
      assert.throws(() => decide({ request, policies, accounts }), MalformedDocument);
    });

  it("refuses a request that does not say who asks, or what", () => {
    const wrong = [
      { principalKind: "nobody" },
      { principalKind: "assumed-role" },
      { principal: undefined },
      { action: undefined },
      { action: "s3:*" },
      { action: "GetObject" },
      { resource: 1 },
    ];
    for (const part of wrong)
      assert.throws(
        () => decide({ request: { ...request, ...part }, policies: {}, accounts } as DecisionInput),
        TypeError,
      );
  });
});
