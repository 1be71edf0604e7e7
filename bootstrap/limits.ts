import type { PolicyDocument, Statement } from "../iam/document.ts";
import { bootstrapPath, ceilingName, previewRoleName } from "../model/ceiling.ts";
import { deniedActions } from "../model/grants/deny.ts";
import { breakGlassPath } from "../model/sections/break-glass.ts";
import { passedTo } from "./companions.ts";
import { type Estate, breakGlassArns, thisAccount } from "./estate.ts";
import { identityCenterRolesArn, knowsBoundary } from "./statements.ts";
import { writesOf } from "./type-actions.ts";
import { breakGlassTypes } from "./type-actions/break-glass.ts";
import { roleTypes } from "./type-actions/iam.ts";

/** A document of which some statements stand only where nobody founds. */
export interface LimitsDocument {
  always: PolicyDocument;
  /** What only the founder may change: who gets in, and what holds everybody else. */
  locks: Statement[];
}

/**
 * The deploy role's permissions boundary: the ways in which it could make itself stronger, each closed by a statement of
 * its own. It allows nothing by itself; what the role may do stands in its policies.
 */
export function limits(estate: Estate, deployRole: string): LimitsDocument {
  const { partition } = estate;
  const arn = (rest: string) => `arn:${partition}:iam::${thisAccount}:${rest}`;
  const accepted = [arn(`policy${bootstrapPath}${ceilingName(deployRole)}`), ...estate.boundaries];
  const bounded = writesOf(roleTypes).filter((name) => knowsBoundary(name) && !/Delete|Detach/u.test(name));
  return {
    always: {
      Version: "2012-10-17",
      Statement: [
        { Sid: "WhatThePoliciesAllow", Effect: "Allow", Action: "*", Resource: "*" },
        {
          Sid: "NothingOfBootstrap",
          Effect: "Deny",
          NotAction: ["iam:Get*", "iam:List*"],
          Resource: [
            arn(`policy${bootstrapPath}*`),
            arn(`role/${deployRole}`),
            arn(`role/${previewRoleName(deployRole)}`),
          ],
        },
        {
          Sid: "NoOtherRole",
          Effect: "Deny",
          Action: ["sts:AssumeRole", "sts:AssumeRoot", "sts:GetFederationToken"],
          Resource: "*",
        },
        {
          Sid: "NoLastingCredentials",
          Effect: "Deny",
          // A first password is for the users of break-glass alone: NoUsers.
          Action: deniedActions("create long-term credentials").filter((name) => name !== "iam:CreateLoginProfile"),
          Resource: "*",
        },
        {
          Sid: "NoUsers",
          Effect: "Deny",
          Action: [
            "iam:AddUserToGroup",
            "iam:AttachUserPolicy",
            "iam:CreateLoginProfile",
            "iam:CreateUser",
            "iam:PutUserPolicy",
          ],
          NotResource: breakGlassArns(estate),
        },
        {
          Sid: "BoundedRolesOnly",
          Effect: "Deny",
          Action: bounded,
          NotResource: [identityCenterRolesArn(partition), arn(`role${breakGlassPath}*`)],
          Condition: { StringNotEquals: { "iam:PermissionsBoundary": accepted } },
        },
        {
          Sid: "BoundariesStayOn",
          Effect: "Deny",
          Action: ["iam:DeleteRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary"],
          NotResource: identityCenterRolesArn(partition),
        },
        {
          Sid: "PassesRolesToTheseAlone",
          Effect: "Deny",
          Action: "iam:PassRole",
          Resource: "*",
          Condition: {
            StringNotEquals: { "iam:PassedToService": passedTo(estate) },
          },
        },
      ],
    },
    locks: locks(estate),
  };
}

function locks(estate: Estate): Statement[] {
  const { ownBoundaries, deployer, partition } = estate;
  const ofBreakGlass = (kind: string) => `arn:${partition}:iam::${thisAccount}:${kind}${breakGlassPath}*`;
  const statements: (Statement & { Resource: string[] })[] = [
    {
      Sid: "FounderChangesIdentityProviders",
      Effect: "Deny",
      Action: writesOf(["aws:iam/openIdConnectProvider:OpenIdConnectProvider"]).filter(isNoTag),
      Resource: ["*"],
    },
    {
      Sid: "FounderChangesBoundaries",
      Effect: "Deny",
      Action: writesOf(["aws:iam/policy:Policy"]).filter(isNoTag),
      Resource: ownBoundaries,
    },
    {
      Sid: "FounderChangesBreakGlass",
      Effect: "Deny",
      Action: writesOf([...roleTypes, "aws:iam/policy:Policy", ...Object.keys(breakGlassTypes)]).filter(isNoTag),
      Resource: [...breakGlassArns(estate), ofBreakGlass("policy"), ofBreakGlass("role")],
    },
    {
      Sid: "FounderChangesTheDeployer",
      Effect: "Deny",
      Action: ["iam:CreateRole", "iam:DeleteRole", "iam:PutRolePermissionsBoundary", "iam:UpdateAssumeRolePolicy"],
      Resource: deployer.made ? deployer.roles.map(({ arn }) => arn) : [],
    },
  ];
  return statements.filter(({ Resource }) => Resource.length > 0);
}

const isNoTag = (name: string): boolean => !/:(?:Unt|T)ag/u.test(name);
