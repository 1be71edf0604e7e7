import type { PolicyDocument } from "../iam/document.ts";
import { pipelinesPath, workloadsPath } from "./grants/verb.ts";

/** Where the policies lie that `npm run bootstrap` makes: the program can change nothing below it. */
export const bootstrapPath = "/bootstrap/";

/** Name of the role that reads what the program made, beside the deploy role. */
export function previewRoleName(deployRole: string): string {
  return `${deployRole}-preview`;
}

/** Name of the permissions boundary of every role of the program for which the configuration names none. */
export function ceilingName(deployRole: string): string {
  return `${deployRole}-ceiling`;
}

/** Where that boundary lies in an account. */
export function ceilingArn(partition: string, accountId: string, deployRole: string): string {
  return `arn:${partition}:iam::${accountId}:policy${bootstrapPath}${ceilingName(deployRole)}`;
}

/**
 * The most that a role may do which the program makes without a boundary of its own: work with data and software, not
 * with identities, accounts or the organization. It passes applications' roles only, and takes on only roles that are
 * bounded themselves, or that say exactly who may. The same in every account.
 */
export function ceilingDocument(partition: string, deployRoles: readonly string[]): PolicyDocument {
  const role = (rest: string) => `arn:${partition}:iam::*:role${rest}`;
  const own = deployRoles.flatMap((name) => [role(`/${name}`), role(`/${previewRoleName(name)}`)]);
  return {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "DataAndSoftware",
        Effect: "Allow",
        NotAction: [
          "access-analyzer:*",
          "account:*",
          "cloudformation:*",
          "cloudtrail:*",
          "controltower:*",
          "iam:*",
          "identitystore:*",
          "organizations:*",
          "rolesanywhere:*",
          "servicecatalog:*",
          "sso-directory:*",
          "sso:*",
          "sts:*",
        ],
        Resource: "*",
      },
      {
        Sid: "Looking",
        Effect: "Allow",
        Action: [
          "access-analyzer:Get*",
          "access-analyzer:List*",
          "cloudformation:Describe*",
          "cloudformation:Get*",
          "cloudformation:List*",
          "cloudtrail:Describe*",
          "cloudtrail:Get*",
          "cloudtrail:List*",
          "cloudtrail:LookupEvents",
          "iam:Get*",
          "iam:List*",
          "organizations:Describe*",
          "organizations:List*",
          "sts:GetCallerIdentity",
          "sts:GetServiceBearerToken",
        ],
        Resource: "*",
      },
      { Sid: "PassApplicationsRoles", Effect: "Allow", Action: "iam:PassRole", Resource: role(`${workloadsPath}*`) },
      {
        Sid: "TakeOnBoundedRoles",
        Effect: "Allow",
        Action: ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"],
        Resource: [...own, role(`${pipelinesPath}*`), role(`${workloadsPath}*`)],
      },
    ],
  };
}
