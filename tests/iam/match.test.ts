import assert from "node:assert/strict";
import fc from "fast-check";
import { covers, intersects, matches, matchesIgnoringCase } from "../../iam/match.ts";

const pattern = fc.string({ unit: fc.constantFrom("a", "b", "*", "?"), maxLength: 6 });
const alphabet = ["a", "b", "c"];
const words = [0, 1, 2, 3, 4].reduce<string[]>(
  (all, length) => [
    ...all,
    ...(length === 0
      ? [""]
      : all.filter((word) => word.length === length - 1).flatMap((word) => alphabet.map((letter) => word + letter))),
  ],
  [],
);

describe("match", () => {
  const cases: [string, string, boolean][] = [
    ["*", "", true],
    ["*", "anything:at/all", true],
    ["?", "", false],
    ["?", "a", true],
    ["a*c", "abc", true],
    ["a*c", "abcd", false],
    ["arn:aws:s3:::bucket/*", "arn:aws:s3:::bucket/a/b", true],
    ["arn:aws:s3:::bucket/*", "arn:aws:s3:::bucket", false],
    ["arn:aws:lambda:*:function:x", "arn:aws:lambda:eu-central-1:111122223333:function:x", true],
    ["a.c", "abc", false],
    ["a[b]c", "abc", false],
    ["A", "a", false],
    ["*a*a*", "ba", false],
  ];
  for (const [glob, text, expected] of cases)
    it(`${glob} ${expected ? "matches" : "does not match"} ${text || "nothing"}`, () => {
      assert.equal(matches(glob, text), expected);
    });

  it("ignores case where asked", () => {
    assert.ok(matchesIgnoringCase("S3:get*", "s3:GetObject"));
  });

  it("takes no exponential time", () => {
    assert.equal(matches("*a".repeat(500) + "b", "a".repeat(5000)), false);
  });

  it("agrees with a regular expression", () => {
    fc.assert(
      fc.property(pattern, fc.constantFrom(...words), (glob, text) => {
        const expression = new RegExp(`^${glob.replaceAll("?", ".").replaceAll("*", ".*")}$`);
        assert.equal(matches(glob, text), expression.test(text));
      }),
      { numRuns: 2000 },
    );
  });
});

describe("covers", () => {
  it("is true of a pattern and itself, and of * and everything", () => {
    fc.assert(
      fc.property(pattern, (glob) => covers(glob, glob) && covers("*", glob)),
      { numRuns: 1000 },
    );
  });

  it("never says so where a text matches the narrow pattern alone", () => {
    fc.assert(
      fc.property(pattern, pattern, (wide, narrow) => {
        fc.pre(covers(wide, narrow));
        for (const word of words) assert.ok(!matches(narrow, word) || matches(wide, word), word);
      }),
      { numRuns: 2000 },
    );
  });

  it("finds containment of the usual shapes", () => {
    const yes = [
      ["s3:*", "s3:Get*"],
      ["s3:Get*", "s3:GetObject"],
      ["*?", "?*"],
      ["a*c", "a?c"],
      ["a*", "a**"],
      ["*b*", "abc"],
    ] as const;
    const no = [
      ["s3:Get*", "s3:*"],
      ["a?", "a*"],
      ["ab", "a?"],
      ["a*b", "a*"],
      ["?", "*"],
      ["", "*"],
    ] as const;
    for (const [wide, narrow] of yes) assert.ok(covers(wide, narrow), `${wide} covers ${narrow}`);
    for (const [wide, narrow] of no) assert.ok(!covers(wide, narrow), `${wide} does not cover ${narrow}`);
  });
});

describe("intersects", () => {
  it("is exact", () => {
    fc.assert(
      fc.property(pattern, pattern, (a, b) => {
        fc.pre(a.length <= 4 && b.length <= 4);
        const found = words.some((word) => matches(a, word) && matches(b, word));
        // A shortest common text is no longer than both patterns together, so that short words are not all.
        if (found) assert.ok(intersects(a, b));
        else if (a.length + b.length <= 4) assert.ok(!intersects(a, b));
      }),
      { numRuns: 3000 },
    );
  });

  it("finds common texts of the usual shapes", () => {
    assert.ok(intersects("arn:aws:s3:::a*", "arn:*:s3:::*b"));
    assert.ok(!intersects("s3:Get*", "s3:Put*"));
    assert.ok(!intersects("abc", "ab?d"));
    assert.ok(intersects("*", ""));
  });
});
