import assert from "node:assert/strict";
import { statement } from "./cases/guardrails.ts";
import { file, judged } from "./guarded.ts";

describe("the exceptions of a guardrail", () => {
  const excepted = (key: string, more: string[] = []): unknown => {
    const keys = [key, ...more].map((one) => `${one}: { reason: Recovery, owner: Operations, review: 2027-06-30 }`);
    const text = file.replace(/role BreakGlass:\n(?: {8}.*\n){3}/, () => `${keys.join("\n      ")}\n`);
    const { found, guardrails } = judged({ "guardrails.yaml": text });
    assert.deepEqual(found, []);
    return guardrails[0]!.document.Statement[0]!.Condition?.["ArnNotLike"]?.["aws:PrincipalArn"];
  };

  it("are roles at exactly their path, in any account", () => {
    assert.equal(excepted("role BreakGlass"), "arn:aws:iam::*:role/BreakGlass");
    assert.equal(excepted("role /emergency/BreakGlass"), "arn:aws:iam::*:role/emergency/BreakGlass");
  });

  it("are the roles of a pipeline in its accounts, and in no other", () => {
    assert.deepEqual(excepted("pipeline release"), [
      "arn:aws:iam::222233334444:role/pipelines/release",
      "arn:aws:iam::444455556666:role/pipelines/release",
    ]);
  });

  it("are the roles that Identity Center makes for a set, and no set that is called alike", () => {
    const path = "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/eu-central-1";
    assert.equal(excepted("permission-set Deploy"), `${path}/AWSReservedSSO_Deploy_????????????????`);
  });

  it("are one principal by its ARN", () => {
    assert.equal(excepted("principal arn:aws:iam::444455556666:role/x"), "arn:aws:iam::444455556666:role/x");
  });

  it("add up", () => {
    assert.deepEqual(excepted("role B", ["role A"]), ["arn:aws:iam::*:role/A", "arn:aws:iam::*:role/B"]);
  });

  it("join what a statement excepts itself, however it spells the key", () => {
    const own =
      '{ Effect: Deny, Action: "s3:*", Resource: "*", Condition: { ArnNotLike: { "aws:principalarn": "arn:aws:iam::*:role/A" } } }';
    const { guardrails } = judged({ "guardrails.yaml": file.replace(...statement(own)) });
    assert.deepEqual(guardrails[0]!.document.Statement[0]!.Condition, {
      ArnNotLike: { "aws:PrincipalArn": ["arn:aws:iam::*:role/A", "arn:aws:iam::*:role/BreakGlass"] },
    });
  });

  it("hold for every statement of the guardrail", () => {
    const { guardrails } = judged({
      "guardrails.yaml": file.replace("- delete databases", "- delete databases\n      - use root"),
    });
    for (const { Condition } of guardrails[0]!.document.Statement)
      assert.equal(Condition?.["ArnNotLike"]?.["aws:PrincipalArn"], "arn:aws:iam::*:role/BreakGlass");
  });

  it("leave what is attached under its earlier name", () => {
    const { guardrails } = judged({
      "guardrails.yaml": file.replace("  regions:\n", "  regions:\n    formerly: [places]\n"),
    });
    assert.deepEqual(
      guardrails[2]!.attachments.map(({ name, formerly }) => [name, formerly]),
      [
        ["regions/Development", ["places/Development"]],
        ["regions/ou Workloads/Production", ["places/ou Workloads/Production"]],
      ],
    );
  });
});
