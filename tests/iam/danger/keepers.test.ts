import assert from "node:assert/strict";
import { deputies } from "../../../iam/danger/deputies.ts";
import { hasKeeper } from "../../../iam/danger/key-keeper.ts";
import { unknownText } from "../../../iam/document.ts";
import { normalize } from "../../../iam/normalize.ts";

const own = "111122223333";
const read = (...Statement: unknown[]) => normalize({ Version: "2012-10-17", Statement });
const statement = (Effect: string, Principal: unknown, Action: unknown, Condition?: unknown) => ({
  Effect,
  Principal,
  Action,
  Resource: "*",
  ...(Condition !== undefined && { Condition }),
});
const root = { AWS: `arn:aws:iam::${own}:root` };
const keeping = statement("Allow", root, "kms:*");

describe("who may change the policy of a key", () => {
  const cases: [string, boolean, ...unknown[]][] = [
    ["the account", true, keeping],
    ["the account, by its id", true, statement("Allow", { AWS: own }, "kms:Put*")],
    ["a role", true, statement("Allow", { AWS: `arn:aws:iam::${own}:role/admin` }, "kms:PutKeyPolicy")],
    ["a service alone", false, statement("Allow", { Service: "s3.amazonaws.com" }, "kms:*")],
    ["who may use it alone", false, statement("Allow", root, ["kms:Decrypt", "kms:Describe*"])],
    ["nobody: everybody is denied", false, keeping, statement("Deny", "*", "kms:Put*")],
    ["nobody: the account is denied", false, keeping, statement("Deny", { AWS: own }, "kms:*")],
    [
      "nobody: the role's account is denied",
      false,
      statement("Allow", { AWS: `arn:aws:iam::${own}:role/admin` }, "kms:*"),
      statement("Deny", root, "kms:PutKeyPolicy"),
    ],
    ["the account, a role of it denied", true, keeping, statement("Deny", { AWS: `arn:aws:iam::${own}:role/x` }, "*")],
    [
      "the account, everybody denied under a condition",
      true,
      keeping,
      statement("Deny", "*", "kms:*", { Bool: { "aws:SecureTransport": "false" } }),
    ],
    [
      "nobody: everybody is denied who has an ARN",
      false,
      keeping,
      statement("Deny", "*", "kms:*", { StringLike: { "aws:PrincipalArn": "*" } }),
    ],
    ["the account with MFA", true, { ...keeping, Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }],
    [
      "nobody: through a service",
      false,
      { ...keeping, Condition: { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } } },
    ],
    ["nobody: for a grant", false, { ...keeping, Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } } }],
    ["nobody: by a service", false, { ...keeping, Condition: { Bool: { "aws:ViaAWSService": "true" } } }],
    ["somebody else's account", false, statement("Allow", { AWS: "444455556666" }, "kms:*")],
    ["a stranger, or who is not known yet", true, statement("Allow", { AWS: ["444455556666", unknownText] }, "kms:*")],
    ["somebody who is not known yet", true, statement("Allow", { AWS: unknownText }, unknownText)],
  ];
  for (const [name, expected, ...statements] of cases)
    it(name, () => {
      assert.equal(
        hasKeeper(read(...statements), (account) => account === own),
        expected,
      );
    });
});

describe("services that act for whoever asks them to", () => {
  const cases: [string, boolean, string, string, object?][] = [
    ["a topic's", true, "sns.amazonaws.com", "sqs:SendMessage"],
    ["in a Region", true, "logs.eu-central-1.amazonaws.com", "s3:PutObject"],
    ["in China", true, "s3.amazonaws.com.cn", "sqs:SendMessage"],
    ["one that nobody has heard of", true, "new.amazonaws.com", "s3:PutObject"],
    ["for an account", false, "sns.amazonaws.com", "sqs:SendMessage", { StringEquals: { "aws:SourceAccount": own } }],
    [
      "for who knows whom yet",
      false,
      "sns.amazonaws.com",
      "sqs:SendMessage",
      { ArnLike: { "aws:SourceArn": unknownText } },
    ],
    ["load balancers' logs", false, "logdelivery.elasticloadbalancing.amazonaws.com", "s3:PutObject"],
    ["EventBridge to a topic", false, "events.amazonaws.com", "sns:Publish"],
    ["EventBridge to a queue", true, "events.amazonaws.com", "sqs:SendMessage"],
    ["EventBridge to anything", true, "events.amazonaws.com", "*"],
    ["EC2", false, "ec2.amazonaws.com", "s3:GetObject"],
  ];
  for (const [name, expected, service, action, condition] of cases)
    it(name, () => {
      const found = deputies(read(statement("Allow", { Service: service }, action, condition)));
      assert.deepEqual(
        found.map((one) => one.service),
        expected ? [service] : [],
      );
    });
});
