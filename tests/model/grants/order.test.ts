import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse } from "yaml";
import type { Statement } from "../../../iam/document.ts";
import { Findings } from "../../../model/findings.ts";
import { denyVerbs } from "../../../model/grants/deny.ts";
import { documentOf } from "../../../model/grants/statements.ts";
import type { Grant } from "../../../model/sections/permissions.ts";
import { documentFor, holder } from "./holder.ts";

const grants = (parse(readFileSync(new URL("allow.yaml", import.meta.url), "utf8")) as { grant: Grant }[]).map(
  ({ grant }) => grant,
);
const denials = denyVerbs.map(({ verb }) => verb);
const shuffled = <Item>(items: Item[]): fc.Arbitrary<Item[]> => fc.shuffledSubarray(items, { minLength: items.length });

describe("the order of short grants", () => {
  it("never matters: that of the list, of the keys, of the targets; and twice is once", () => {
    const orders = fc.tuple(fc.subarray(grants, { minLength: 1 }), fc.subarray(denials)).chain(([some, denied]) =>
      fc.record({
        some: fc.constant(some),
        denied: fc.constant(denied),
        others: shuffled(some).chain((list) => fc.tuple(...list.map((grant) => shuffled(Object.entries(grant))))),
        denials: shuffled(denied),
        again: fc.subarray(some),
      }),
    );
    fc.assert(
      fc.property(orders, ({ some, denied, others, denials, again }) => {
        const reordered = others.map((entries) =>
          Object.fromEntries(entries.map(([key, value]) => [key, Array.isArray(value) ? value.toReversed() : value])),
        );
        assert.deepEqual(
          documentFor([...reordered, ...again], [...denials, ...denials]).document,
          documentFor(some, denied).document,
        );
      }),
    );
  });

  it("gives every statement a Sid of its own, named after its verb", () => {
    const { document } = documentFor(grants, denials);
    const sids = document!.Statement.map(({ Sid }) => Sid!);
    assert.equal(new Set(sids).size, sids.length);
    for (const sid of sids) assert.match(sid, /^[A-Z][A-Za-z]+\d*$/);
  });

  it("leaves a Sid that somebody wrote to its statement", () => {
    const own: Statement = {
      Sid: "ReadObjects",
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::own/*",
    };
    const findings = new Findings(new Map());
    const { document } = documentOf({ allow: [{ "read objects": "images/*" }] }, [own], [], holder(), findings);
    assert.deepEqual(
      document!.Statement.map(({ Sid, Resource }) => [Sid, Resource]),
      [
        ["ReadObjects", "arn:aws:s3:::own/*"],
        ["ReadObjects2", "arn:aws:s3:::images/*"],
      ],
    );
  });
});
