import assert from "node:assert/strict";
import { judge, urnOf } from "./judge.ts";

const assignmentType = "aws:ssoadmin/accountAssignment:AccountAssignment";
const given = (set: string, policy: string) => [
  {
    type: "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment",
    name: `${set}-policy`,
    props: { permissionSetArn: set, managedPolicyArn: `arn:aws:iam::aws:policy/${policy}` },
  },
  {
    type: assignmentType,
    name: set,
    props: {
      permissionSetArn: set,
      principalType: "GROUP",
      principalId: "engineers",
      targetType: "AWS_ACCOUNT",
      targetId: "111122223333",
    },
  },
];
const program = [
  ...given("power", "PowerUserAccess"),
  ...given("functions", "AWSLambda_FullAccess"),
  ...given("more-functions", "AWSLambda_FullAccess"),
];
const refused = (config = {}): string[] =>
  judge(program, { config }).flatMap(({ rule, resource }) => (rule === "sso-combo" ? [resource] : []));

describe("permission sets of one group that are more together", () => {
  it("are told at the assignment of each set that adds to another", () => {
    assert.deepEqual(refused(), ["functions", "more-functions"]);
  });

  it("are told where another pair of the group is excepted", () => {
    const exception = { resource: urnOf({ type: assignmentType, name: "functions" }), reason: "r", owner: "o" };
    assert.deepEqual(refused({ "sso-combo": { exceptions: [{ ...exception, until: "2026-12-31" }] } }), [
      "more-functions",
    ]);
  });
});
