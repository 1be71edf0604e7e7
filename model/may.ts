import { decide } from "../iam/decide.ts";
import type { DecisionInput } from "../iam/decision.ts";
import { parseArn } from "../iam/arn.ts";
import type { Configuration } from "./configuration.ts";
import type { Guardrail, Role } from "./deployment.ts";
import { type Guards, guardsOf } from "./guards.ts";
import type { Holdings } from "./holdings.ts";
import type { Organization } from "./sections/organization.ts";

/** The organization in which somebody acts, with the guardrails that bind. */
export interface Setting {
  organization: Organization;
  partition: string;
  guards: Guards;
  /** Account ids. */
  management: string | undefined;
}

export interface Caller extends Holdings {
  /** With its account and path. */
  roleArn: string;
}

export function settingOf(configuration: Configuration, guardrails: readonly Guardrail[]): Setting {
  const { organization, accounts } = configuration;
  return {
    organization,
    partition: organization.partition ?? "aws",
    guards: guardsOf(configuration, guardrails),
    management: accounts[organization["management-account"]]?.id,
  };
}

/**
 * Whether a session of the caller's role, in the home region, may do something. Whether a role trusts the caller is
 * decided where the role is made: here it trusts whoever the caller's account lets.
 */
export function may(setting: Setting, caller: Caller, action: string, resource: string): boolean {
  const { roleArn, identity, boundary } = caller;
  const account = parseArn(roleArn)?.account ?? "";
  const { partition } = setting;
  const trusted = { AWS: `arn:${partition}:iam::${account}:root` };
  return isAllowed(setting, account, parseArn(resource)?.account, {
    request: {
      principal: `arn:${partition}:sts::${account}:assumed-role/${roleArn.slice(roleArn.lastIndexOf("/") + 1)}/session`,
      principalKind: "assumed-role",
      roleArn,
      action,
      resource,
    },
    policies: {
      identity,
      boundary,
      ...(action === "sts:AssumeRole" && {
        trust: {
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: trusted, Action: "sts:AssumeRole" }],
        },
      }),
    },
  });
}

/** Whether a role that an identity provider's tokens assume can still be assumed by them; true for any other role. */
export function mayEnter(setting: Setting, { arn, trust }: Role): boolean {
  const [statement] = trust.Statement;
  const principal = statement?.Principal;
  const provider = principal === "*" ? undefined : principal?.Federated;
  if (typeof provider !== "string") return true;
  return isAllowed(setting, undefined, parseArn(arn)?.account, {
    request: {
      principal: provider,
      principalKind: "web-identity",
      action: "sts:AssumeRoleWithWebIdentity",
      resource: arn,
      // The token has exactly what the trust demands.
      context: statement?.Condition?.["StringEquals"] ?? {},
    },
    policies: { trust },
  });
}

function isAllowed(
  { organization, guards, management }: Setting,
  caller: string | undefined,
  owner: string | undefined,
  { request, policies }: Pick<DecisionInput, "request" | "policies">,
): boolean {
  const resource = owner === undefined || owner === "" ? caller : owner;
  const ours = caller === undefined ? {} : { "aws:PrincipalOrgID": organization.id };
  const { decision } = decide({
    request: {
      ...request,
      context: { ...ours, "aws:RequestedRegion": organization["home-region"], ...request.context },
    },
    policies: {
      ...policies,
      scps: caller === undefined ? [] : guards.scps(caller),
      rcps: resource === undefined ? [] : guards.rcps(resource),
    },
    accounts: {
      ...(caller !== undefined && { principal: caller }),
      ...(resource !== undefined && { resource }),
      ...(management !== undefined && { management }),
    },
  });
  return decision === "allowed";
}
