import { canonicalDocument } from "../iam/canonical.ts";
import type { Statement } from "../iam/document.ts";
import { bootstrapPath, ceilingDocument, ceilingName, previewRoleName } from "../model/ceiling.ts";
import type { Party } from "../model/party.ts";
import type { Estate, EstateAccount } from "./estate.ts";
import { accountIs } from "./intrinsic.ts";
import { limits } from "./limits.ts";
import { type Parcel, parcels } from "./parcels.ts";
import { partyTrust } from "./trust.ts";
import { readStatements, writeStatements } from "./statements.ts";

/** A CloudFormation template as plain data: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html */
export interface Template {
  AWSTemplateFormatVersion: "2010-09-09";
  Description: string;
  Parameters: Record<string, Record<string, unknown>>;
  Conditions: Record<string, unknown>;
  Resources: Record<string, { Type: string; Condition?: string; Properties: Record<string, unknown> }>;
}

/**
 * What has to exist in the accounts before the program can do anything in them: the deploy role and the preview role,
 * the deploy role's limits, the ceiling. All accounts have the same deploy role's name. While a founder is named, it is
 * trusted instead of the deployer, and may change what only a founder changes.
 */
export function template(estate: Estate, accounts: readonly EstateAccount[], description: string): Template {
  const { partition } = estate;
  const deployRole = accounts[0]?.deployRole ?? "";
  const previewRole = previewRoleName(deployRole);
  const reads = parcels(accounts, (account) => readStatements(estate, account));
  const writes = parcels(accounts, (account) => writeStatements(estate, account));
  // A condition is called with 255 characters at most, fewer than the names of many accounts together.
  const sets = [...new Set([...reads, ...writes].filter((one) => one.accounts.length < accounts.length).map(idsOf))];
  const deployRoles = [...new Set(estate.accounts.map((account) => account.deployRole))].sort();
  const { always, locks } = limits(estate, deployRole);
  const policyIn = (name: string, what: string, document: unknown, roles: string[] = []) => ({
    Type: "AWS::IAM::ManagedPolicy",
    Properties: {
      ManagedPolicyName: name,
      Path: bootstrapPath,
      Description: what,
      PolicyDocument: document,
      ...(roles.length > 0 && { Roles: roles.map((role) => ({ Ref: role })) }),
    },
  });
  const some = (
    kind: string,
    what: string,
    made: Parcel[],
    roles: string[],
  ): [string, Template["Resources"][string]][] =>
    made.map((parcel, at) => [
      `${kind}${at + 1}`,
      {
        ...policyIn(`${deployRole}-${kind.toLowerCase()}-${at + 1}`, what, parcel.document, roles),
        ...(parcel.accounts.length < accounts.length && { Condition: conditionName(sets.indexOf(idsOf(parcel))) }),
      },
    ]);
  const trusted = (sid: string, party: Party) => partyTrust(party, sid, partition, estate.organizationId);
  const deployer = trusted("Deployer", estate.deployer);
  const previewer = estate.previewer === undefined ? [] : [trusted("Previewer", estate.previewer)];
  const role = (name: string, what: string, parties: Statement[]) => ({
    RoleName: name,
    Description: what,
    AssumeRolePolicyDocument: trust(parties, estate),
    MaxSessionDuration: 3600,
  });

  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: description,
    Parameters: {
      Founder: {
        Type: "String",
        Default: "",
        AllowedPattern: `^$|^arn:${partition}:iam::\\d{12}:role/[\\w+=,.@/-]+$`,
        Description:
          "ARN of the role that deploys by hand. While it is set, it alone is trusted, and may change who gets in and what holds everybody else.",
      },
    },
    Conditions: {
      Founding: { "Fn::Not": [{ "Fn::Equals": [{ Ref: "Founder" }, ""] }] },
      ...Object.fromEntries(sets.map((ids, at) => [conditionName(at), accountIs(ids.split(" "))])),
    },
    Resources: {
      Ceiling: policyIn(
        ceilingName(deployRole),
        "The most that a role may do for which the configuration names no permissions boundary",
        ceilingDocument(partition, deployRoles),
      ),
      Limits: policyIn(`${deployRole}-limits`, "What the deploy role may never do, whatever its policies allow", {
        ...canonicalDocument(always),
        Statement: [
          ...canonicalDocument(always).Statement,
          ...locks.map((lock) => ({ "Fn::If": ["Founding", { Ref: "AWS::NoValue" }, lock] })),
        ],
      }),
      DeployRole: {
        Type: "AWS::IAM::Role",
        Properties: {
          ...role(deployRole, "Changes what the access program makes", [deployer]),
          PermissionsBoundary: { Ref: "Limits" },
        },
      },
      PreviewRole: {
        Type: "AWS::IAM::Role",
        Properties: role(previewRole, "Looks at what the access program makes; changes nothing", [
          deployer,
          ...previewer,
        ]),
      },
      ...Object.fromEntries([
        ...some("Read", "What the access program reads", reads, ["DeployRole", "PreviewRole"]),
        ...some("Write", "What the access program changes", writes, ["DeployRole"]),
      ]),
    },
  };
}

/** Trust in the founder where one is named, else in the parties. A founder exists, so that it is named itself. */
function trust(parties: Statement[], { organizationId }: Estate): object {
  const founder = {
    Sid: "Founder",
    Effect: "Allow",
    Principal: { AWS: { Ref: "Founder" } },
    Action: "sts:AssumeRole",
    Condition: { StringEquals: { "aws:PrincipalOrgID": organizationId } },
  };
  const [first, ...others] = parties;
  return {
    Version: "2012-10-17",
    Statement: [
      { "Fn::If": ["Founding", founder, first] },
      ...others.map((party) => ({ "Fn::If": ["Founding", { Ref: "AWS::NoValue" }, party] })),
    ],
  };
}

function idsOf({ accounts }: Parcel): string {
  return accounts.map(({ id }) => id).join(" ");
}

function conditionName(at: number): string {
  return `Accounts${at + 1}`;
}
