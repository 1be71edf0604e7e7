import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { canonicalDocument } from "../../../iam/canonical.ts";
import { action } from "../../../iam/catalogue/actions.ts";
import type { Statement } from "../../../iam/document.ts";
import { intersects } from "../../../iam/match.ts";
import { validateDocument } from "../../../iam/validate.ts";
import { allowVerbs } from "../../../model/grants/allow.ts";
import { denyVerbs } from "../../../model/grants/deny.ts";
import type { Denial, Grant } from "../../../model/sections/permissions.ts";
import { documentFor, holder } from "./holder.ts";

type Meaning = Pick<Statement, "Action" | "Resource" | "Condition">;
const read = (file: string): unknown => parse(readFileSync(new URL(`${file}.yaml`, import.meta.url), "utf8"));
const allow = read("allow") as { grant: Grant; means: Meaning[] }[];
const deny = read("deny") as { denial: Denial; means: Meaning[] }[];

const cases = [
  ...allow.map(({ grant, means }) => ({
    effect: "Allow" as const,
    entry: grant,
    means,
    documents: (partition: string) => documentFor([grant], [], holder(partition)),
  })),
  ...deny.map(({ denial, means }) => ({
    effect: "Deny" as const,
    entry: denial,
    means,
    documents: (partition: string) => documentFor([], [denial], holder(partition)),
  })),
];
const list = (value: string | string[] | undefined): string[] => [value ?? []].flat();

/** Without Sid; in one order. */
const meaningOf = (statements: readonly Statement[]): Statement[] =>
  canonicalDocument({
    Version: "2012-10-17",
    Statement: statements.map(({ Effect, Action = [], Resource = [], Condition = {} }) => ({
      Effect,
      Action,
      Resource,
      Condition,
    })),
  }).Statement;

for (const { effect, entry, means, documents } of cases) {
  describe(`${effect} ${JSON.stringify(entry).replaceAll(/["{}]/g, "")}`, () => {
    const { document, diagnostics } = documents("aws");

    it("means exactly what the data say, and AWS takes it as it is", () => {
      assert.deepEqual(diagnostics, []);
      assert.deepEqual(
        meaningOf(document!.Statement),
        meaningOf(means.map((meaning) => ({ Effect: effect, ...meaning }))),
      );
      assert.deepEqual(validateDocument(document, "identity"), []);
    });

    it("names actions that exist, on resources that they accept", () => {
      for (const { Action, Resource } of document!.Statement) {
        const accepted = list(Action).map((name) => {
          const found = action(name);
          assert.equal(found?.name, name);
          return found.resourceTypes.map(({ arn }) => arn.replaceAll(/\$\{\w+\}/g, "*"));
        });
        if (list(Resource).includes("*")) {
          if (effect === "Allow") assert.deepEqual(accepted.flat(), [], "only what takes no resource is allowed on *");
          continue;
        }
        list(Action).forEach((name, at) => {
          assert.ok(
            list(Resource).some((resource) => accepted[at]!.some((arn) => intersects(arn, resource))),
            name,
          );
        });
        for (const resource of list(Resource)) {
          assert.ok(
            accepted.flat().some((arn) => intersects(arn, resource)),
            resource,
          );
        }
      }
    });

    for (const partition of ["aws-cn", "aws-us-gov"]) {
      it(`stays in the partition ${partition}`, () => {
        const text = JSON.stringify(documents(partition).document);
        assert.doesNotMatch(text, /arn:aws:/);
        for (const arn of text.matchAll(/arn:([^:]*):/g)) assert.equal(arn[1], partition);
        const china = partition === "aws-cn";
        for (const [, domain] of text.matchAll(/"kms:ViaService":"[^"]*(amazonaws\.com[^"]*)"/g)) {
          assert.equal(domain, china ? "amazonaws.com.cn" : "amazonaws.com");
        }
      });
    }
  });
}

describe("the data on short grants", () => {
  it("have every verb, with every parameter that it takes", () => {
    for (const { verb, required = [], optional = [] } of allowVerbs) {
      const grants = allow.map(({ grant }) => Object.keys(grant)).filter((keys) => keys.includes(verb));
      assert.ok(grants.length > 0, verb);
      for (const parameter of [...required, ...optional]) {
        assert.ok(
          grants.some((keys) => keys.includes(parameter)),
          `${verb}: ${parameter}`,
        );
      }
      assert.ok(
        grants.some((keys) => keys.every((key) => key === verb || required.some((one) => one === key))),
        `${verb} alone`,
      );
    }
    assert.deepEqual(
      deny.map(({ denial }) => denial),
      denyVerbs.map(({ verb }) => verb),
    );
  });
});
