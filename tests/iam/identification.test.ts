import assert from "node:assert/strict";
import fc from "fast-check";
import { holds } from "../../iam/condition.ts";
import { Context } from "../../iam/context.ts";
import { unknownText } from "../../iam/document.ts";
import { guarantees } from "../../iam/guarantee.ts";
import { identification, type Identification } from "../../iam/identification.ts";
import { matches } from "../../iam/match.ts";
import { normalize, type ConditionTest } from "../../iam/normalize.ts";

const own = "111122223333";
const read = (condition: unknown): ConditionTest[] =>
  normalize({
    Version: "2012-10-17",
    Statement: { Effect: "Allow", Action: "*", Resource: "*", Condition: condition },
  })[0]!.condition;

type Case = [Record<string, Record<string, string | string[]>>, Identification["by"], string?];
const cases: Case[] = [
  [{}, "nobody"],
  [{ StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }, "caller"],
  [{ stringequals: { "AWS:principalorgid": ["o-a1b2c3d4e5", "o-b1b2c3d4e5"] } }, "caller"],
  [{ StringLike: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }, "caller"],
  [{ StringLike: { "aws:PrincipalOrgID": "o-*" } }, "nobody", "names-nobody"],
  [{ StringLike: { "aws:PrincipalOrgID": "*" } }, "nobody", "any-value"],
  [{ StringLike: { "aws:PrincipalOrgID": ["o-a1b2c3d4e5", "?*"] } }, "nobody", "any-value"],
  [{ StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }, "nobody", "negated"],
  [{ StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }, "nobody", "if-exists"],
  [
    { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, Null: { "aws:PrincipalOrgID": "false" } },
    "caller",
    "presence",
  ],
  [
    { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" }, Null: { "aws:PrincipalOrgID": "true" } },
    "nobody",
    "if-exists",
  ],
  [{ Null: { "aws:PrincipalOrgID": "false" } }, "nobody", "presence"],
  [{ "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }, "nobody", "for-all-values"],
  [{ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*" } }, "caller"],
  [{ "ForAllValues:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } }, "nobody", "for-all-values"],
  [{ "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-*/r-ab12/*" } }, "nobody", "names-nobody"],
  [{ StringEquals: { "aws:PrincipalAccount": own } }, "caller"],
  [{ StringEquals: { "aws:SourceAccount": own } }, "caller"],
  [{ StringLike: { "aws:SourceAccount": "1111*" } }, "nobody", "names-nobody"],
  [{ ArnLike: { "aws:SourceArn": `arn:aws:sns:*:${own}:*` } }, "caller"],
  [{ ArnLike: { "aws:SourceArn": "arn:aws:s3:::shop-images" } }, "caller"],
  [{ ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:shop-images" } }, "caller"],
  [{ ArnLike: { "aws:SourceArn": "arn:aws:s3:::*" } }, "nobody", "names-nobody"],
  [{ ArnLike: { "aws:SourceArn": "arn:aws:s3:::shop-*" } }, "nobody", "names-nobody"],
  [{ StringLike: { "aws:SourceArn": `arn:aws:cloudtrail:*:${own}:trail/*` } }, "caller"],
  [{ StringLike: { "aws:SourceArn": `arn:aws:*:${own}:trail/*` } }, "nobody", "names-nobody"],
  [{ StringEquals: { "aws:PrincipalArn": "arn:aws:iam::*:role/deploy" } }, "nobody", "names-nobody"],
  [{ ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:orders" } }, "nobody", "names-nobody"],
  [{ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/deploy" } }, "nobody", "names-nobody"],
  [{ ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${own}:role/*` } }, "caller"],
  [{ ArnLike: { "aws:PrincipalArn": "arn:*:*:*:*:*" } }, "nobody", "any-value"],
  [{ ArnNotEquals: { "aws:PrincipalArn": `arn:aws:iam::${own}:role/a` } }, "nobody", "negated"],
  [{ StringLike: { "aws:PrincipalArn": `arn:aws:iam:*:${own}:role/a` } }, "nobody", "names-nobody"],
  [{ StringLike: { "aws:PrincipalArn": `arn:aws:iam::${own}:role/a*` } }, "caller"],
  [{ StringEquals: { "aws:PrincipalArn": "arn:aws:iam::${aws:PrincipalAccount}:role/a" } }, "nobody", "names-nobody"],
  [
    { StringEquals: { "aws:PrincipalArn": `arn:aws:iam:\${aws:PrincipalTag/a}:${own}:role/a` } },
    "nobody",
    "names-nobody",
  ],
  [{ StringEquals: { "aws:PrincipalArn": `arn:aws:iam::${own}:user/\${aws:username}` } }, "caller"],
  [{ ArnLike: { "aws:SourceArn": "arn:aws:s3:::${aws:PrincipalAccount}-images" } }, "nobody", "names-nobody"],
  [{ StringLike: { "aws:userid": "AROAABCDEFGHIJKLMNOPQ:*" } }, "caller"],
  [{ StringLike: { "aws:userid": "AROA*" } }, "nobody", "names-nobody"],
  [{ StringLike: { "aws:userid": "*:ann" } }, "nobody", "names-nobody"],
  [{ StringEquals: { "aws:SourceVpce": "vpce-1a2b3c4d" } }, "network"],
  [{ StringLike: { "aws:SourceVpce": "vpce-*" } }, "nobody", "names-nobody"],
  [{ StringEquals: { "aws:SourceVpc": "vpc-1a2b3c4d" } }, "network"],
  [{ StringEquals: { "aws:VpceOrgID": "o-a1b2c3d4e5" } }, "network"],
  [{ StringEquals: { "aws:VpceAccount": own } }, "network"],
  [{ StringLike: { "SNS:Endpoint": `arn:aws:sqs:eu-central-1:${own}:orders` } }, "network"],
  [{ StringLike: { "SNS:Endpoint": "*@example.com" } }, "nobody", "names-nobody"],
  [{ IpAddress: { "aws:VpcSourceIp": "10.0.0.0/8" } }, "nobody", "chosen"],
  [{ IpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, "network"],
  [{ IpAddress: { "aws:SourceIp": "0.0.0.0/0" } }, "nobody", "names-nobody"],
  [{ IpAddress: { "aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"] } }, "nobody", "names-nobody"],
  [{ IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "::/0"] } }, "nobody", "names-nobody"],
  [{ NotIpAddress: { "aws:SourceIp": "203.0.113.0/24" } }, "nobody", "negated"],
  [{ IpAddressIfExists: { "aws:SourceIp": "203.0.113.0/24" } }, "nobody", "if-exists"],
  [{ StringEquals: { "sts:ExternalId": "abc" } }, "nobody", "chosen"],
  [{ StringLike: { "aws:Referer": "https://shop.example/*" } }, "nobody", "chosen"],
  [{ Bool: { "aws:SecureTransport": "true" } }, "nobody", "chosen"],
  [{ Bool: { "aws:MultiFactorAuthPresent": "true" } }, "nobody", "chosen"],
  [{ StringEquals: { "aws:PrincipalTag/team": "shop" } }, "nobody", "chosen"],
  [{ StringEquals: { "aws:PrincipalOrgID": "${aws:PrincipalOrgID}" } }, "nobody", "any-value"],
  [{ StringLike: { "aws:PrincipalOrgID": "${AWS:principalorgid, 'o-a1b2c3d4e5'}*" } }, "nobody", "any-value"],
  [{ StringEquals: { "aws:PrincipalOrgID": "${aws:PrincipalTag/org}" } }, "nobody", "names-nobody"],
  [{ StringEquals: { "aws:PrincipalOrgID": "${aws:ResourceOrgID}" } }, "caller"],
  [{ StringEquals: { "aws:PrincipalAccount": "${aws:ResourceAccount}" } }, "caller"],
  [{ StringEquals: { "aws:PrincipalAccount": "${aws:ResourceOrgID}" } }, "nobody", "names-nobody"],
  [{ StringEquals: { "aws:PrincipalOrgID": unknownText } }, "caller"],
  [{ StringEquals: { [unknownText]: unknownText } }, "caller"],
  [{ StringEqualsIfExists: { "aws:PrincipalOrgID": unknownText } }, "nobody", "if-exists"],
  [{ StringEquals: { "sts:ExternalId": "abc", "aws:PrincipalAccount": own } }, "caller", "chosen"],
  [{ IpAddress: { "aws:SourceIp": "203.0.113.0/24" }, StringEquals: { "kms:CallerAccount": own } }, "caller"],
];

describe("identification of the caller", () => {
  for (const [condition, by, why] of cases)
    it(`${JSON.stringify(condition)} is met by ${by === "nobody" ? "anybody" : `a ${by} that is named`}`, () => {
      const found = identification(read(condition));
      assert.equal(found.by, by);
      assert.equal(found.illusions[0]?.why, why);
    });

  const keys = ["aws:PrincipalOrgID", "aws:PrincipalAccount"];
  const operator = fc.constantFrom(
    ...["StringEquals", "StringLike", "StringNotEquals", "StringNotLike", "StringEqualsIfExists"],
    ...["ForAllValues:StringEquals", "ForAnyValue:StringLike", "ForAllValues:StringLikeIfExists", "Null"],
  );
  const condition = fc
    .array(fc.tuple(operator, fc.constantFrom(...keys), fc.constantFrom("a", "ab", "a*", "*", "?", "true", "false")), {
      maxLength: 4,
    })
    .map((tests) => {
      const made: Record<string, Record<string, string>> = {};
      for (const [name, key, value] of tests) (made[name] ??= {})[key] = value;
      return made;
    });
  const context = fc
    .dictionary(fc.constantFrom(...keys), fc.constantFrom("a", "ab", "b", "zzzzz"), { maxKeys: 2 })
    .map((given) => new Context(given));

  it("guarantees only what holds in every request that meets the condition", () => {
    fc.assert(
      fc.property(condition, context, (made, request) => {
        const tests = read(made);
        fc.pre(holds(tests, request, true) === "yes");
        for (const { key, values, wildcards } of guarantees(tests)) {
          const given = request.get(key);
          assert.ok(Array.isArray(given), key);
          assert.ok(
            given.some((text: string) => values.some((value) => (wildcards ? matches(value, text) : value === text))),
          );
        }
      }),
      { numRuns: 5000 },
    );
  });

  it("is no weaker for a further condition", () => {
    const strength = { nobody: 0, network: 1, caller: 2 };
    const one = fc.constantFrom(...cases.map(([made]) => read(made)));
    fc.assert(
      fc.property(one, one, (a, b) => {
        // A Null of the same key is a part of what the test beside it means.
        fc.pre(![...a, ...b].some(({ parsed }) => parsed.name === "Null"));
        assert.ok(strength[identification([...a, ...b]).by] >= strength[identification(a).by]);
      }),
    );
  });
});
