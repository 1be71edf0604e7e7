import assert from "node:assert/strict";
import { action, actionsOf, actionsSource, expand, globalConditionKeys } from "../../../iam/catalogue/actions.ts";
import { isRcpService, isService, nearestAction, services } from "../../../iam/catalogue/actions.ts";

describe("catalogue of actions", () => {
  it("finds an action in any case and spells it as AWS does", () => {
    assert.equal(action("S3:getobject")?.name, "s3:GetObject");
    assert.equal(action("iam:PassRole")?.accessLevel, "Write");
    assert.equal(action("s3:ListBucket")?.accessLevel, "List");
    assert.equal(action("iam:AttachRolePolicy")?.accessLevel, "Permissions management");
    assert.equal(action("ec2:CreateTags")?.accessLevel, "Tagging");
  });

  it("tells what an action acts on", () => {
    assert.deepEqual(action("s3:ListBucket")?.resourceTypes.at(-1), {
      name: "bucket",
      arn: "arn:${Partition}:s3:::${BucketName}",
    });
    assert.deepEqual(action("s3:ListAllMyBuckets")?.resourceTypes, []);
  });

  it("tells the condition keys, those of the resource types too", () => {
    const keys = action("iam:PassRole")?.conditionKeys ?? [];
    assert.ok(keys.includes("iam:PassedToService"));
    assert.ok(keys.includes("aws:ResourceTag/${TagKey}"));
  });

  for (const name of [
    "s3:GetObjct",
    "nothing:GetObject",
    "s3",
    "",
    ":",
    "s3:",
    "header:services",
    "constructor:x",
    "s3:constructor",
  ])
    it(`knows no action "${name}"`, () => {
      assert.equal(action(name), undefined);
    });

  it("lists services and their actions, sorted", () => {
    assert.ok(services().length > 400);
    assert.deepEqual(services(), services().toSorted());
    assert.ok(actionsOf("IAM").includes("CreateRole"));
    assert.deepEqual(actionsOf("iam"), actionsOf("iam").toSorted());
    assert.deepEqual(actionsOf("nothing"), []);
    assert.ok(isService("SSO") && !isService("ssso"));
  });

  it("expands patterns to the actions that exist", () => {
    assert.deepEqual(expand("secretsmanager:Get*Value"), ["secretsmanager:GetSecretValue"]);
    assert.deepEqual(expand("S3:getobject"), ["s3:GetObject"]);
    assert.deepEqual(expand("s3:GetObjec?"), ["s3:GetObject"]);
    assert.deepEqual(expand("s3:Nothing*"), []);
    assert.deepEqual(expand("s3"), []);
    assert.equal(expand("iam:*").length, actionsOf("iam").length);
    assert.deepEqual(expand("*"), expand("*:*"));
  });

  const slips = {
    "s3:GetObjct": "s3:GetObject",
    "S3:getobjects": "s3:GetObject",
    "ec2:DescribeInstance": "ec2:DescribeInstances",
    "dynamo:GetItem": "dynamodb:GetItem",
    "secretmanager:GetSecretValue": "secretsmanager:GetSecretValue",
    "elb:DescribeTargetGroups": "elasticloadbalancing:DescribeTargetGroups",
    "secretmanager:GetSecretValu": "secretsmanager:GetSecretValue",
  };
  for (const [slip, meant] of Object.entries(slips))
    it(`takes ${slip} for ${meant}`, () => {
      assert.equal(nearestAction(slip), meant);
    });

  it("suggests nothing where nothing is near", () => {
    assert.equal(nearestAction("qqqqqq:Zzzzzz"), undefined);
    assert.equal(nearestAction(""), undefined);
  });

  it("knows global keys, services under resource control policies, and its own source", () => {
    assert.equal(globalConditionKeys()["aws:PrincipalOrgID"], "String");
    assert.ok(isRcpService("s3") && !isRcpService("ec2"));
    assert.match(actionsSource().date, /^\d{4}-\d\d-\d\d$/);
  });
});
