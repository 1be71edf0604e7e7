import type { Statement } from "../iam/document.ts";
import type { Party } from "../model/party.ts";

/**
 * Trust in the roles of a party. The principals are accounts, with the roles in a condition: on the first day a
 * pipeline's role does not exist, and AWS makes up the names of Identity Center's
 * (docs/decisions/0003-trust-across-stacks.md).
 */
export function partyTrust({ roles }: Party, sid: string, partition: string, organizationId: string): Statement {
  const accounts = [...new Set(roles.map(({ accountId }) => accountId))].sort();
  const arns = roles.map(({ arn }) => arn);
  return {
    Sid: sid,
    Effect: "Allow",
    Principal: { AWS: accounts.map((id) => `arn:${partition}:iam::${id}:root`) },
    Action: "sts:AssumeRole",
    Condition: {
      [arns.some((arn) => arn.includes("?")) ? "ArnLike" : "ArnEquals"]: { "aws:PrincipalArn": arns },
      StringEquals: { "aws:PrincipalOrgID": organizationId },
    },
  };
}
