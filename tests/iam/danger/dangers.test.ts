import assert from "node:assert/strict";
import fc from "fast-check";
import { action } from "../../../iam/catalogue/actions.ts";
import * as sensitive from "../../../iam/catalogue/sensitive-actions.ts";
import { dangersOf } from "../../../iam/danger/dangers.ts";
import { normalize } from "../../../iam/normalize.ts";
import { cases, statementsOf } from "./cases.ts";

const find = (statements: unknown): string[] =>
  dangersOf(normalize({ Version: "2012-10-17", Statement: statements })).map(({ name }) => name);

describe("dangers", () => {
  for (const one of cases) {
    const { expect, ...rest } = one;
    it(`${expect.join(", ") || "none"}: ${JSON.stringify(rest)}`, () => {
      assert.deepEqual(find(statementsOf(one)), expect);
    });
  }

  // Two are slow: all actions there are, each on ARNs of one service.
  const some = fc.constantFrom(...cases.filter(({ allow, expect }) => allow !== "*" || expect[0] === "admin"));

  it("are the same in every spelling that AWS takes alike", () => {
    const upper = fc.boolean();
    fc.assert(
      fc.property(some, upper, upper, (one, loud, listed) => {
        const statements = statementsOf(one).map((statement) => {
          const text = JSON.stringify(statement.Action ?? null);
          const spelt = (JSON.parse(loud && text !== "null" ? text.toUpperCase() : text) as unknown) ?? undefined;
          return {
            ...statement,
            Action: listed && typeof spelt === "string" ? [spelt] : spelt,
            Resource: listed && typeof statement.Resource === "string" ? [statement.Resource] : statement.Resource,
          };
        });
        assert.deepEqual(find(statements.reverse()), one.expect);
      }),
    );
  });

  it("grow by no Deny", () => {
    const deny = fc.record({
      Effect: fc.constant("Deny"),
      Action: fc.constantFrom("*", "iam:*", "s3:Get*", "ec2:TerminateInstances", "sts:AssumeRole"),
      Resource: fc.constantFrom("*", "arn:aws:s3:::*", "arn:aws:iam::*:role/*"),
      Condition: fc.constantFrom(undefined, { Bool: { "aws:MultiFactorAuthPresent": "false" } }),
    });
    // A statement can turn from one danger to a smaller one.
    fc.assert(
      fc.property(some, deny, (one, more) => {
        if (one.expect.length === 0) assert.deepEqual(find([...statementsOf(one), more]), []);
      }),
    );
  });

  it("are in every single action on * by which somebody can grow stronger", () => {
    for (const name of [
      "iam:CreatePolicyVersion",
      "iam:SetDefaultPolicyVersion",
      "iam:CreateAccessKey",
      "iam:CreateLoginProfile",
      "iam:UpdateLoginProfile",
      "iam:AttachUserPolicy",
      "iam:AttachGroupPolicy",
      "iam:AttachRolePolicy",
      "iam:PutUserPolicy",
      "iam:PutGroupPolicy",
      "iam:PutRolePolicy",
      "iam:AddUserToGroup",
      "iam:UpdateAssumeRolePolicy",
      "iam:PassRole",
      "iam:DeleteRolePermissionsBoundary",
      "iam:PutRolePermissionsBoundary",
      "iam:DetachRolePolicy",
      "iam:CreateSAMLProvider",
      "iam:UpdateSAMLProvider",
      "iam:CreateOpenIDConnectProvider",
      "iam:AddRoleToInstanceProfile",
      "lambda:UpdateFunctionCode",
      "lambda:UpdateFunctionConfiguration",
      "lambda:CreateFunction",
      "lambda:AddPermission",
      "glue:UpdateDevEndpoint",
      "glue:UpdateJob",
      "cloudformation:CreateStack",
      "cloudformation:UpdateStack",
      "cloudformation:ExecuteChangeSet",
      "codebuild:StartBuild",
      "codebuild:UpdateProject",
      "sagemaker:CreateNotebookInstance",
      "sagemaker:CreatePresignedNotebookInstanceUrl",
      "sagemaker:CreateProcessingJob",
      "ec2:ModifyInstanceAttribute",
      "ec2:AssociateIamInstanceProfile",
      "ec2:ReplaceIamInstanceProfileAssociation",
      "ec2:CreateLaunchTemplateVersion",
      "ec2-instance-connect:SendSSHPublicKey",
      "ssm:SendCommand",
      "ssm:StartSession",
      "ecs:RunTask",
      "ecs:ExecuteCommand",
      "apprunner:UpdateService",
      "autoscaling:UpdateAutoScalingGroup",
      "states:UpdateStateMachine",
      "sts:AssumeRole",
      "sts:AssumeRoot",
      "sso:CreateAccountAssignment",
      "identitystore:CreateGroupMembership",
    ])
      assert.equal(find([{ Effect: "Allow", Action: name, Resource: "*" }]).length, 1, name);
  });

  it("say which statement, which actions and which resources", () => {
    const [danger] = dangersOf(
      normalize({
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Action: "s3:ListBucket", Resource: "*" },
          {
            Sid: "Write",
            Effect: "Allow",
            Action: ["s3:put*Object"],
            Resource: ["arn:aws:s3:::a/*", "arn:aws:s3:::*"],
          },
        ],
      }),
    );
    assert.equal(danger?.statement.index, 1);
    assert.equal(danger.statement.sid, "Write");
    assert.deepEqual(danger.actions, ["s3:PutObject"]);
    assert.deepEqual(danger.resources, ["arn:aws:s3:::*"]);
  });

  it("know only actions that exist", () => {
    for (const names of Object.values(sensitive))
      for (const name of names) if (name.includes(":")) assert.equal(action(name)?.name, name);
  });
});
