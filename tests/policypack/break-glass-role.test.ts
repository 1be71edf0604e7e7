import assert from "node:assert/strict";
import { type Given, judge, notKnown } from "./judge.ts";

const statement = {
  Effect: "Allow",
  Principal: { AWS: "arn:aws:iam::111122223333:user/break-glass/break-glass-1" },
  Action: "sts:AssumeRole",
  Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
};
const trust = (...statements: unknown[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const role = (assumeRolePolicy: unknown = trust(statement), name = "BreakGlass"): Given => ({
  type: "aws:iam/role:Role",
  name: "role",
  props: { name, assumeRolePolicy },
});
const attachment = (more: Partial<Given> = {}): Given => ({
  type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  name: "attachment",
  props: { role: "BreakGlass", policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
  ...more,
});
const exclusive: Given = {
  type: "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive",
  name: "list",
  props: { roleName: "BreakGlass", policyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] },
};
const config = { "admin-managed": { breakGlassRoles: ["BreakGlass"] } };
const found = (program: Given[], given: Record<string, Record<string, unknown>> = config) =>
  judge(program, { config: given }).flatMap(({ rule, level }) => (rule === "admin-managed" ? [level] : []));

describe("A role for break-glass", () => {
  it("may be an administrator where nobody takes it on without MFA", () => {
    assert.deepEqual(found([role(), attachment(), exclusive]), []);
  });

  const illusions = {
    "no condition": undefined,
    "MFA where the key is there": { BoolIfExists: { "aws:MultiFactorAuthPresent": "true" } },
    "MFA or not": { Bool: { "aws:MultiFactorAuthPresent": ["true", "false"] } },
    "no MFA": { Bool: { "aws:MultiFactorAuthPresent": "false" } },
    "another key": { Bool: { "aws:SecureTransport": "true" } },
  };
  for (const [title, Condition] of Object.entries(illusions)) {
    it(`may not with ${title} in its trust policy, in any statement`, () => {
      assert.deepEqual(found([role(trust(statement, { ...statement, Condition })), attachment()]), ["mandatory"]);
    });
  }

  it("may not unless the configuration names it, whatever it is called", () => {
    assert.deepEqual(found([role(), attachment()], {}), ["mandatory"]);
  });

  it("may not where its trust policy is in another program, another account, comes later or cannot be read", () => {
    const elsewhere = { ...role(), provider: "urn:pulumi:prod::shop::pulumi:providers:aws::Other" };
    for (const program of [
      [attachment()],
      [elsewhere, attachment()],
      [attachment(), role()],
      [role("{"), attachment()],
    ])
      assert.deepEqual(found(program), ["mandatory"]);
  });

  it("is judged in the update where its trust policy or name is not known yet", () => {
    assert.deepEqual(found([role(notKnown), attachment()]), ["advisory"]);
    const referring = attachment({
      props: { role: notKnown, policyArn: "arn:aws:iam::aws:policy/AdministratorAccess" },
      from: { role: ["role"] },
    });
    assert.deepEqual(found([role(), referring]), ["advisory"]);
    assert.deepEqual(found([role(trust(statement), "shop"), referring]), ["advisory", "mandatory"]);
  });
});
