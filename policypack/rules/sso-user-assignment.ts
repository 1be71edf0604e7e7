import { cis } from "../framework.ts";
import type { Rule } from "../rule.ts";

const assigned = (principalType: string) => ({
  access: {
    type: "aws:ssoadmin:AccountAssignment",
    properties: {
      instanceArn: "arn:aws:sso:::instance/ssoins-1234567890abcdef",
      permissionSetArn: "arn:aws:sso:::permissionSet/ssoins-1234567890abcdef/ps-1234567890abcdef",
      principalId: "906745a2-1234-4cde-8fab-1234567890ab",
      principalType,
      targetId: "111122223333",
      targetType: "AWS_ACCOUNT",
    },
  },
});

/** Permission sets are assigned to groups. */
export const ssoUserAssignment: Rule = {
  name: "sso-user-assignment",
  description: "Permission sets are assigned to groups, not to single people.",
  level: "advisory",
  severity: "low",
  requirements: [cis("1.15")],
  url: "https://docs.aws.amazon.com/singlesignon/latest/userguide/assignusers.html",
  remediation: "Assign the set to a group that the identity provider brings.",
  why: "A person who changes teams or leaves keeps what is assigned to her alone; a group's members are looked after where people are.",
  bad: assigned("USER"),
  good: assigned("GROUP"),
  parameters: [],
  types: ["aws:ssoadmin/accountAssignment:AccountAssignment"],
  *check({ props }) {
    if (props["principalType"] !== "USER") return;
    yield {
      who: "One person has this permission set, whatever group she is in.",
      where: "principalType",
      why: "nobody takes it away when she changes teams: her groups change in the identity provider, this does not.",
      instead: 'principalType "GROUP", with the id of a group.',
    };
  },
};
