import assert from "node:assert/strict";
import fc from "fast-check";
import { matches } from "../../iam/match.ts";
import { coveredByUnion } from "../../iam/union.ts";

const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 4 });
/** All words of up to five letters; `c` stands for those that no pattern spells. */
const words = Array.from({ length: 5 }).reduce<string[]>(
  (all) => [...new Set([...all, ...all.flatMap((word) => ["a", "b", "c"].map((letter) => word + letter))])],
  [""],
);

describe("coveredByUnion", () => {
  it("agrees with trying every word", () => {
    fc.assert(
      fc.property(pattern, fc.array(pattern, { maxLength: 4 }), (narrow, wides) => {
        const lost = words.find((word) => matches(narrow, word) && !wides.some((wide) => matches(wide, word)));
        const answer = coveredByUnion(narrow, wides);
        if (lost !== undefined) assert.equal(answer, "no", lost);
        // A longer word can still be lost: then there is one, of the lengths of all patterns together at most.
        else if (answer === "no") assert.ok(narrow.includes("*"));
        else assert.equal(answer, "yes");
      }),
      { numRuns: 3000 },
    );
  });

  it("is yes for a union that only together is enough", () => {
    assert.equal(coveredByUnion("*", ["", "?*"]), "yes");
    assert.equal(coveredByUnion("a*", ["a", "a?", "a??*"]), "yes");
    assert.equal(coveredByUnion("?*", ["a*", "b*"]), "no");
  });

  it("never takes long", () => {
    const wides = Array.from({ length: 12 }, (_, at) => `*a${"?".repeat(at)}b*c`);
    assert.notEqual(coveredByUnion("*?*c", [...wides, "*d*"]), "yes");
  });
});
