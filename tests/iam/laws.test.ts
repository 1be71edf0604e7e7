import assert from "node:assert/strict";
import fc from "fast-check";
import { canonicalDocument } from "../../iam/canonical.ts";
import { decide } from "../../iam/decide.ts";
import type { DecisionInput, DecisionPolicies } from "../../iam/decision.ts";
import type { PolicyDocument, Statement } from "../../iam/document.ts";
import { callerDocument, input, keys, values, type Input } from "./arbitrary-decisions.ts";

const runs = { numRuns: 1500 };

function rank(question: DecisionInput): number {
  return ["denied", "conditional", "allowed"].indexOf(decide(question).decision);
}

/** The same input with every document changed. */
function rewritten(question: Input, change: (document: PolicyDocument) => unknown): DecisionInput {
  const one = (document: unknown): unknown => (document === null ? null : change(document as PolicyDocument));
  const { identity, boundary, session, resource, trust, scps, rcps } = question.policies;
  const policies: DecisionPolicies = {
    identity: identity?.map(one) ?? null,
    boundary: one(boundary),
    session: session?.map(one) ?? null,
    resource: one(resource),
    trust: one(trust),
    scps: scps?.map((level) => level.map(one)) ?? null,
    rcps: rcps?.map((level) => level.map(one)) ?? null,
  };
  return { ...question, policies };
}

function sameDecision(a: DecisionInput, b: DecisionInput): void {
  assert.equal(decide(a).decision, decide(b).decision);
}

describe("laws of decisions", function () {
  this.timeout(60_000);

  it("the small world has every decision in it", () => {
    const seen = new Set(fc.sample(input, 2000).map((question) => decide(question).decision));
    assert.deepEqual([...seen].sort(), ["allowed", "conditional", "denied"]);
  });

  it("adding a Deny never widens", () => {
    const kinds = fc.constantFrom("identity", "boundary", "session", "resource", "trust", "scps", "rcps");
    fc.assert(
      fc.property(input, kinds, callerDocument, (question, kind, { Statement }) => {
        const denies = Statement.map((statement): Statement => ({ ...statement, Effect: "Deny" }));
        const before = question.policies[kind];
        fc.pre(before !== null && (!Array.isArray(before) || before.length > 0));
        const add = (document: unknown): unknown => {
          const named =
            kind === "resource" || kind === "trust"
              ? denies.map((deny) => ({ ...deny, Principal: "*" as const }))
              : denies;
          const { Version, Statement } = document as PolicyDocument;
          return { Version, Statement: [...Statement, ...named] };
        };
        const after =
          kind === "scps" || kind === "rcps"
            ? question.policies[kind]?.map((level) => level.map(add))
            : Array.isArray(before)
              ? before.map(add)
              : add(before);
        assert.ok(rank({ ...question, policies: { ...question.policies, [kind]: after } }) <= rank(question));
      }),
      runs,
    );
  });

  it("a further limit never widens", () => {
    fc.assert(
      fc.property(input, callerDocument, (question, document) => {
        const { policies } = question;
        const before = rank(question);
        const { boundary, session, scps } = policies;
        if (boundary === null)
          assert.ok(rank({ ...question, policies: { ...policies, boundary: document } }) <= before);
        if (session === null)
          assert.ok(rank({ ...question, policies: { ...policies, session: [document] } }) <= before);
        assert.ok(rank({ ...question, policies: { ...policies, scps: [...(scps ?? []), [document]] } }) <= before);
      }),
      runs,
    );
  });

  it("narrowing an Allow never widens", () => {
    const narrower: ((statement: Statement) => Statement[])[] = [
      () => [],
      (statement) =>
        [{ ...statement, Action: "s3:GetObject" }].filter(() => [statement.Action].flat().includes("s3:*")),
      (statement) => [{ ...statement, Condition: { ...statement.Condition, StringLike: { "s3:prefix": "a" } } }],
      (statement) =>
        [{ ...statement, Resource: [statement.Resource ?? "*"].flat().slice(1) }].filter(
          ({ Resource }) => Resource.length > 0,
        ),
    ];
    fc.assert(
      fc.property(input, fc.constantFrom(...narrower), fc.nat(2), (question, narrow, at) => {
        const narrowed = rewritten(question, ({ Version, Statement }) => ({
          Version,
          Statement: Statement.flatMap((statement, index) =>
            index === at && statement.Effect === "Allow" ? narrow(statement) : [statement],
          ),
        }));
        assert.ok(rank(narrowed) <= rank(question));
      }),
      runs,
    );
  });

  it("order never matters", () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed).reverse();
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .map(([key, item]) => [key, reversed(item)])
          .reverse(),
      );
    };
    fc.assert(
      fc.property(input, (question) => {
        sameDecision(question, { ...question, policies: reversed(question.policies) as DecisionPolicies });
      }),
      runs,
    );
  });

  it("spelling never matters", () => {
    const respelled = ({ Version, Statement }: PolicyDocument): unknown => {
      const statements = Statement.map(({ Action = [], Resource, Principal, ...rest }) => ({
        ...rest,
        Action: [Action].flat().map((action) => action.toUpperCase()),
        ...(Resource !== undefined && {
          Resource: Array.isArray(Resource) && Resource.length === 1 ? Resource[0] : Resource,
        }),
        ...(Principal !== undefined && { Principal: Principal === "*" ? { AWS: ["*"] } : Principal }),
      }));
      return { Statement: statements.length === 1 ? statements[0] : statements, Version };
    };
    fc.assert(
      fc.property(input, (question) => {
        sameDecision(question, rewritten(question, respelled));
        sameDecision(question, rewritten(question, canonicalDocument));
      }),
      runs,
    );
  });

  it("splitting a statement never matters", () => {
    const split = ({ Version, Statement }: PolicyDocument): PolicyDocument => ({
      Version,
      Statement: Statement.flatMap((statement) =>
        [statement.Action ?? []].flat().map((Action) => ({ ...statement, Action })),
      ),
    });
    fc.assert(
      fc.property(input, (question) => {
        sameDecision(question, rewritten(question, split));
      }),
      runs,
    );
  });

  it("what is decided without a key holds whatever the key's value", () => {
    fc.assert(
      fc.property(input, fc.constantFrom(...keys), (question, key) => {
        const { decision } = decide({ ...question, request: { ...question.request, unknown: [key] } });
        fc.pre(decision !== "conditional");
        for (const value of [[], ...values, values, "c"])
          assert.equal(
            decide({
              ...question,
              request: { ...question.request, context: { ...question.request.context, [key]: value }, unknown: [] },
            }).decision,
            decision,
          );
      }),
      runs,
    );
  });
});
