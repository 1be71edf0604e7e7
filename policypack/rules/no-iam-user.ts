import { isBreakGlass, quoted } from "../break-glass.ts";
import { cis } from "../framework.ts";
import type { Rule } from "../rule.ts";

/** No IAM user but those for break-glass: people sign in through Identity Center, software uses roles. */
export const noIamUser: Rule = {
  name: "no-iam-user",
  description: "No IAM user is made but those for break-glass.",
  level: "mandatory",
  severity: "high",
  requirements: [cis("1.21")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp",
  remediation: "Give a person a permission set in IAM Identity Center, and software a role.",
  why:
    "An IAM user is a standing identity: nobody takes it away when its person leaves, and whatever credential it has does " +
    "not expire. A user counts as break-glass if this configuration has its name, whatever its tags, path or logical name say; " +
    "a name that is not known before the update is none of them.",
  bad: { alice: { type: "aws:iam:User", properties: { name: "alice" } } },
  good: {
    developers: {
      type: "aws:ssoadmin:PermissionSet",
      properties: { name: "Developer", instanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef" },
    },
  },
  parameters: ["breakGlassUsers"],
  types: ["aws:iam/user:User"],
  *check({ props }, context) {
    if (isBreakGlass(props["name"], context) === true) return;
    yield {
      who: `The IAM user ${quoted(props["name"])} could sign in for as long as it exists, with credentials that do not expire.`,
      where: "name",
      why: "it is a way in that nobody closes: it outlives its person, and a stolen credential of it works from anywhere.",
      instead:
        "delete this resource. A person gets a permission set in IAM Identity Center (aws.ssoadmin.AccountAssignment), " +
        "software a role (aws.iam.Role). A user for break-glass is named in `breakGlassUsers` of this rule's configuration.",
    };
  },
};
