import type { OneOrMany, PolicyDocument, Statement } from "../iam/document.ts";
import { covers, intersects } from "../iam/match.ts";
import { deniedActions } from "./grants/deny.ts";
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
 * bounded themselves, or that say exactly who may; it deletes no databases and stops no audit. The same in every account.
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
      denied("DeleteDatabases", "delete databases"),
      denied("StopAuditing", "stop auditing"),
    ],
  };
}

/** What a word of `deny` means, wherever a role is. */
function denied(Sid: string, word: string): Statement {
  return { Sid, Effect: "Deny", Action: deniedActions(word), Resource: "*" };
}

/** Of what a document allows, what its ceiling leaves nothing of: `ACTION on RESOURCE`. */
export function beyondCeiling({ Statement }: PolicyDocument, ceiling: PolicyDocument): string[] {
  return Statement.filter(({ Effect }) => Effect === "Allow").flatMap(({ Action, Resource }) =>
    list(Action).flatMap((action) =>
      list(Resource)
        .filter((resource) => !leaves(ceiling, action, resource))
        .map((resource) => `${action} on ${resource}`),
    ),
  );
}

/** Whether an Allow of the ceiling has anything in common with the patterns, and no Deny of it covers them whole. */
function leaves(ceiling: PolicyDocument, action: string, resource: string): boolean {
  const with_ = (effect: Statement["Effect"]) => ceiling.Statement.filter(({ Effect }) => Effect === effect);
  return (
    with_("Allow").some((statement) => meets(statement, intersects, action, resource)) &&
    !with_("Deny").some((statement) => meets(statement, covers, action, resource))
  );
}

type Relation = typeof covers;

function meets({ Action, NotAction, Resource }: Statement, relation: Relation, action: string, resource: string) {
  const lower = action.toLowerCase();
  const acts =
    NotAction === undefined
      ? list(Action).some((pattern) => relation(pattern.toLowerCase(), lower))
      : !list(NotAction).some((pattern) => covers(pattern.toLowerCase(), lower));
  return acts && list(Resource).some((pattern) => relation(pattern, resource));
}

function list(values: OneOrMany | undefined): string[] {
  return values === undefined ? [] : [values].flat();
}
