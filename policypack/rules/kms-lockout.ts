import { hasKeeper } from "../../iam/danger/key-keeper.ts";
import { checkDocuments } from "../document-check.ts";
import { typesHolding } from "../documents.ts";
import { fsbp } from "../framework.ts";
import type { Rule } from "../rule.ts";

const key = (principal: object) => ({
  orders: {
    type: "aws:kms:Key",
    properties: {
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: principal, Action: "kms:*", Resource: "*" }],
      }),
    },
  },
});

/** No key whose policy nobody can change. */
export const kmsLockout: Rule = {
  name: "kms-lockout",
  description: "No key policy is one that nobody of the account can change.",
  level: "mandatory",
  severity: "high",
  requirements: [fsbp("KMS.3")],
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
  remediation: "Let the account itself (its root) change the policy, and leave AWS's safety check on.",
  why:
    "What the policy does not give, no administrator has: what the key encrypts is lost with whoever could use it. An Allow " +
    "whose condition a change of the policy never meets gives nothing, nor does one for an account that is none of `ownAccounts`; what is denied to " +
    "everybody, or to the account that was to keep the key, is gone. Only AWS's support can help, and bypassPolicyLockoutSafetyCheck takes away the check that would have refused it.",
  bad: key({ Service: "logs.eu-central-1.amazonaws.com" }),
  good: key({ AWS: "arn:aws:iam::111122223333:root" }),
  parameters: [],
  types: typesHolding("resource").filter((type) => type.startsWith("aws:kms/")),
  *check(resource, context) {
    const instead =
      '{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::ACCOUNT:root"}, "Action": "kms:*", "Resource": "*"}.';
    if (resource.props["bypassPolicyLockoutSafetyCheck"] === true)
      yield {
        who: "Nobody may be able to change this key's policy any more, and AWS is told not to look.",
        where: "bypassPolicyLockoutSafetyCheck",
        why: "what the key encrypts is lost with whoever could use it.",
        instead: "leave bypassPolicyLockoutSafetyCheck out.",
      };
    yield* checkDocuments("kms-lockout", "resource", [resource, context], function* (statements, property) {
      const { ownAccounts } = context.parameters;
      const isOwn = (account: string) => ownAccounts.length === 0 || ownAccounts.includes(account);
      if (statements.length > 0 && !hasKeeper(statements, isOwn))
        yield {
          who: "Nobody of the account may change this key's policy.",
          where: property,
          why: "what the policy does not give, no administrator has: what the key encrypts is lost with its users.",
          instead,
        };
    });
  },
};
