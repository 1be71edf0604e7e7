import { cis } from "../framework.ts";
import type { Finding, Rule } from "../rule.ts";

/** The account's password policy is no weaker than the benchmark's. */
export const passwordPolicy: Rule = {
  name: "password-policy",
  description: "The account's password policy is no weaker than the CIS benchmark's.",
  level: "advisory",
  severity: "low",
  requirements: [cis("1.8"), cis("1.9")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html",
  remediation: "Demand at least 14 characters, and none of the last 24 passwords.",
  why: "It binds the passwords of IAM users, which is break-glass users alone. Root's password has a policy of AWS's own.",
  bad: { passwords: { type: "aws:iam:AccountPasswordPolicy", properties: { minimumPasswordLength: 8 } } },
  good: {
    passwords: {
      type: "aws:iam:AccountPasswordPolicy",
      properties: { minimumPasswordLength: 14, passwordReusePrevention: 24 },
    },
  },
  parameters: [],
  types: ["aws:iam/accountPasswordPolicy:AccountPasswordPolicy"],
  *check({ props }) {
    yield* atLeast(props, "minimumPasswordLength", 14, "passwords may be shorter than 14 characters");
    yield* atLeast(props, "passwordReusePrevention", 24, "a password may be one of the last 24");
  },
};

function* atLeast(
  props: Readonly<Record<string, unknown>>,
  property: string,
  wanted: number,
  what: string,
): Iterable<Finding> {
  const value = props[property];
  if (typeof value === "symbol") yield { unknown: property };
  else if (Number(value ?? 0) < wanted || Number.isNaN(Number(value))) {
    yield {
      who: `In this account ${what}.`,
      where: property,
      why: "a password of a break-glass user is the first half of the way to everything.",
      instead: `write \`${property}: ${wanted}\`.`,
    };
  }
}
