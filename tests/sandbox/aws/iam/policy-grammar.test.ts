import assert from "node:assert/strict";
import { AwsError } from "../../../../sandbox/aws/call.ts";
import { checkIdentityPolicy, checkTrustPolicy } from "../../../../sandbox/aws/iam/policy-grammar.ts";
import { refusedByAws } from "../../../../iam/finding.ts";
import { validateDocument } from "../../../../iam/validate.ts";
import { permission } from "../founded.ts";

const policy = (...statements: unknown[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const good = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };
const without = (key: keyof typeof good) => ({ ...good, [key]: undefined });

const malformed = (check: () => unknown, message: RegExp) => {
  assert.throws(check, (error) => {
    assert.ok(error instanceof AwsError);
    assert.equal(error.code, "MalformedPolicyDocument");
    assert.match(error.message, message);
    return true;
  });
};

const refusedIdentityPolicies: [what: string, document: string, message: RegExp][] = [
  ["no JSON", "{", /Syntax errors/],
  ["a list", "[]", /Syntax errors/],
  ["an unknown version", JSON.stringify({ Version: "2012-10-18", Statement: [good] }), /Syntax errors/],
  ["an unknown element", JSON.stringify({ Version: "2012-10-17", Statement: [good], Statements: [] }), /Syntax errors/],
  ["no statement", policy(), /Syntax errors/],
  ["a statement that is a text", policy("Allow"), /Syntax errors/],
  ["an unknown element of a statement", policy({ ...good, Actions: "s3:*" }), /Syntax errors/],
  ["no effect", policy(without("Effect")), /Syntax errors/],
  ["an effect in small letters", policy({ ...good, Effect: "allow" }), /Syntax errors/],
  ["Action and NotAction", policy({ ...good, NotAction: "s3:*" }), /Syntax errors/],
  ["Resource and NotResource", policy({ ...good, NotResource: "*" }), /Syntax errors/],
  ["no action", policy(without("Action")), /must contain actions/],
  ["an empty list of actions", policy({ ...good, Action: [] }), /must contain actions/],
  ["an action without a service", policy({ ...good, Action: "GetObject" }), /must be prefaced by a vendor/],
  ["a wildcard in the service", policy({ ...good, Action: "s*:GetObject" }), /Vendor s\* is not valid/],
  ["an action with a blank", policy({ ...good, Action: "s3:Get Object" }), /legacy parsing/],
  ["an action that is a number", policy({ ...good, Action: 1 }), /Syntax errors/],
  ["no resource", policy(without("Resource")), /must contain resources/],
  ["an empty list of resources", policy({ ...good, Resource: [] }), /must contain resources/],
  ["a resource that is no ARN", policy({ ...good, Resource: "bucket" }), /must be in ARN format/],
  ["an unknown partition", policy({ ...good, Resource: "arn:amazon:s3:::b" }), /Partition "amazon" is not valid/],
  [
    "a region in an ARN of IAM",
    policy({ ...good, Resource: "arn:aws:iam:eu-central-1::role/x" }),
    /cannot contain region/,
  ],
  ["a principal", policy({ ...good, Principal: "*" }), /should not specify a principal/],
  ["a Sid with a hyphen", policy({ ...good, Sid: "read-logs" }), /must be alpha-numeric/],
  ["a Sid twice", policy({ ...good, Sid: "A" }, { ...good, Sid: "A" }), /must be unique/],
  [
    "an unknown operator",
    policy({ ...good, Condition: { StringIs: { "aws:x": "y" } } }),
    /Invalid Condition type : StringIs/,
  ],
  [
    "a condition key without a service",
    policy({ ...good, Condition: { Bool: { mfa: "true" } } }),
    /prefaced by a vendor/,
  ],
  ["a condition value that is an object", policy({ ...good, Condition: { Bool: { "aws:x": {} } } }), /Syntax errors/],
];

describe("policy grammar", () => {
  for (const [what, document, message] of refusedIdentityPolicies) {
    it(`refuses an identity policy with ${what}`, () => {
      malformed(() => {
        checkIdentityPolicy(document);
      }, message);
    });
  }

  it("refuses nothing that the product's own validation lets pass", () => {
    const passed = refusedIdentityPolicies.filter(([what, document]) => {
      // The validation takes a parsed document, and leaves it to others which partitions and regions there are.
      if (["no JSON", "an unknown partition", "a region in an ARN of IAM"].includes(what)) return false;
      return !validateDocument(JSON.parse(document), "identity").some(refusedByAws);
    });
    assert.deepEqual(
      passed.map(([what]) => what),
      [],
    );
  });

  it("takes what AWS takes", () => {
    checkIdentityPolicy(permission());
    checkIdentityPolicy(policy({ ...good, Resource: "arn:aws:sqs" }));
    checkIdentityPolicy(JSON.stringify({ Statement: good }));
    checkIdentityPolicy(policy({ Effect: "Deny", NotAction: ["iam:*", "*"], NotResource: "arn:aws:iam::*:role/x" }));
    checkIdentityPolicy(policy({ ...good, Sid: "" }, { ...good, Sid: "" }));
    const Condition = {
      "ForAnyValue:StringLikeIfExists": { "aws:TagKeys": ["a", "b"] },
      Null: { "aws:MultiFactorAuthAge": true },
      NumericLessThan: { "aws:MultiFactorAuthAge": 3600 },
    };
    checkIdentityPolicy(policy({ ...good, Condition }));
  });

  const trust = { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" };
  const refusedTrustPolicies: [what: string, document: string, message: RegExp][] = [
    ["a resource", policy({ ...trust, Resource: "*" }), /Has prohibited field Resource/],
    ["no principal", policy({ ...trust, Principal: undefined }), /Missing required field Principal/],
    ["an action outside STS", policy({ ...trust, Action: "s3:GetObject" }), /may only specify STS AssumeRole actions/],
    ["NotPrincipal", policy({ ...trust, NotPrincipal: { AWS: "*" } }), /Has prohibited field NotPrincipal/],
    ["no effect", policy({ ...trust, Effect: undefined }), /Syntax errors/],
  ];
  for (const [what, document, message] of refusedTrustPolicies) {
    it(`refuses a trust policy with ${what}`, () => {
      malformed(() => checkTrustPolicy(document), message);
    });
  }

  it("takes a trust policy with a session tag", () => {
    assert.equal(checkTrustPolicy(policy({ ...trust, Action: ["sts:AssumeRole", "sts:TagSession"] })).length, 1);
  });
});
