import { quoted } from "../break-glass.ts";
import { fsbp } from "../framework.ts";
import type { Rule } from "../rule.ts";

/** No long-lived access key: whoever finds one has what its user has, for as long as it exists. */
export const noAccessKey: Rule = {
  name: "no-access-key",
  description: "No long-lived access key is made: everything uses temporary credentials.",
  level: "mandatory",
  severity: "critical",
  requirements: [fsbp("IAM.3")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles",
  remediation: "Let whatever needs the key take on a role, and delete the key.",
  why:
    "An access key works from anywhere until somebody deletes it, and its secret stands in the state. An inactive key can be " +
    "switched on, and an encrypted one decrypted: the rule refuses every one, of break-glass users too.",
  bad: { robot: { type: "aws:iam:AccessKey", properties: { user: "robot" } } },
  good: {
    robot: {
      type: "aws:iam:Role",
      properties: {
        name: "robot",
        assumeRolePolicy:
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}',
      },
    },
  },
  parameters: [],
  types: ["aws:iam/accessKey:AccessKey"],
  *check({ props }) {
    yield {
      who: `Whoever finds this access key may do what the IAM user ${quoted(props["user"])} may, from anywhere, until somebody deletes it.`,
      where: "user",
      why: "it never expires, and its secret stands in the state; keys that leak are the commonest way into an account.",
      instead:
        "delete this resource, and let whatever needs the key take on a role: aws.iam.Role with an instance profile, a task or " +
        "execution role for what runs on AWS; with OpenID Connect for a pipeline; Identity Center for a person.",
    };
  },
};
