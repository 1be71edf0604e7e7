import assert from "node:assert/strict";
import fc from "fast-check";
import { resourceArnsOf } from "../../iam/catalogue/actions.ts";
import { openness } from "../../iam/openness.ts";

const own = "111122223333";
const of = (action: string, pattern: string): string => {
  const { name, account } = openness(pattern, resourceArnsOf(action) ?? []);
  return name ? (account ? "everything" : "an account") : "names";
};

describe("openness", () => {
  const cases: [string, string, "everything" | "an account" | "names"][] = [
    ...(
      ["*", "**", "?*", "*?*", "arn:*", "arn:aws:*", "arn:*:*:*:*:*", "arn:aws:iam::*", "arn:aws:iam::*:*"] as const
    ).map((pattern): [string, string, "everything"] => ["iam:PassRole", pattern, "everything"]),
    ["iam:PassRole", "arn:aws:iam::*:role/*", "everything"],
    ["iam:PassRole", "arn:aws:iam::????????????:role/*", "everything"],
    ["iam:PassRole", `arn:aws:iam::${own}:role/*`, "an account"],
    ["iam:PassRole", `arn:aws:iam::${own}:role/??*`, "an account"],
    ["iam:PassRole", `arn:aws:iam::${own}:*`, "an account"],
    ["iam:PassRole", "arn:aws:iam::*:role/app-*", "names"],
    ["iam:PassRole", `arn:aws:iam::${own}:role/apps/*`, "names"],
    ["iam:PassRole", `arn:aws:iam::${own}:role/deploy`, "names"],
    ["s3:GetObject", "arn:aws:s3:::*", "everything"],
    ["s3:GetObject", "arn:aws:s3:::*/*", "everything"],
    ["s3:GetObject", "arn:aws:s3:::shop-*", "names"],
    ["s3:GetObject", "arn:aws:s3:::shop/*", "names"],
    ["s3:GetObject", "arn:aws:s3:::${aws:PrincipalAccount}-*", "names"],
    ["dynamodb:GetItem", "arn:aws:dynamodb:*:*:table/*", "everything"],
    ["dynamodb:GetItem", `arn:aws:dynamodb:eu-central-1:${own}:table/*`, "an account"],
    ["dynamodb:GetItem", "arn:aws:dynamodb:*:*:table/Orders", "names"],
    ["kms:Decrypt", "arn:aws:kms:*:*:key/*", "everything"],
    ["ssm:GetParameter", "arn:aws:ssm:*:*:parameter/shop/*", "names"],
    ["logs:PutLogEvents", "arn:aws:logs:*:*:*", "everything"],
    ["logs:PutLogEvents", "arn:aws:logs:*:*:log-group:*:log-stream:*", "everything"],
    ["logs:PutLogEvents", "arn:aws:logs:*:*:log-group:/aws/lambda/pay:*", "names"],
    ["ec2:StopInstances", "arn:aws:ec2:*:*:*/*", "everything"],
  ];
  for (const [action, pattern, expected] of cases)
    it(`${action} on ${pattern} leaves open ${expected}`, () => {
      assert.equal(of(action, pattern), expected);
    });

  it("never says open of a pattern that spells a part of the name", () => {
    const part = fc.string({ unit: fc.constantFrom("a", "z", "*", "?", "-"), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(part, (text) => {
        fc.pre(/[az-]/.test(text));
        assert.equal(of("iam:PassRole", `arn:aws:iam::*:role/${text}`), "names");
      }),
    );
  });

  it("leaves nothing open where the action acts on nothing that has a name", () => {
    assert.deepEqual(openness(`arn:aws:iam::${own}:root`, []), { name: false, account: false });
  });
});
