import { decide } from "../../iam/decide.ts";
import { accessDenied, actionOf } from "./action.ts";
import { policyOf } from "./organizations/policy.ts";
import type { World } from "./world.ts";

const everything = { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] };

/**
 * Refuses what the service control policies that bind the caller deny. What they say of single resources is not looked
 * at, nor are resource control policies: those that the virtual AWS serves are about STS alone.
 * Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export function checkGuardrails(service: string, operation: string, world: World): void {
  const { caller, organization, region } = world;
  const { accountId, arn, role } = caller;
  const action = actionOf({ service, operation });
  // Nothing can take from anybody the right to ask who they are:
  // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
  if (action === "sts:GetCallerIdentity" || accountId === organization.managementAccountId) return;
  const who =
    role === undefined
      ? ({ principalKind: "user" } as const)
      : ({ principalKind: "assumed-role", roleArn: role.arn } as const);
  const { decision } = decide({
    request: {
      principal: arn,
      ...who,
      action,
      resource: "*",
      context: { "aws:PrincipalOrgID": organization.id, "aws:RequestedRegion": region },
    },
    policies: { identity: [everything], scps: levels(world) },
    accounts: { principal: accountId, management: organization.managementAccountId },
  });
  if (decision === "allowed") return;
  const why = "with an explicit deny in a service control policy";
  throw accessDenied(service, `User: ${arn} is not authorized to perform: ${action} ${why}`);
}

/** From the root to the caller's account. */
function levels(world: World): unknown[][] {
  const { organizationalUnits, accounts, rootId, attachments } = world.organization;
  const line = [world.caller.accountId];
  let parent = accounts.find(({ id }) => id === world.caller.accountId)?.parentId;
  while (parent !== undefined && parent !== rootId) {
    line.unshift(parent);
    parent = organizationalUnits.find(({ id }) => id === parent)?.parentId;
  }
  return [rootId, ...line].map((id) =>
    (attachments[id] ?? [])
      .map((policyId) => policyOf(world, policyId))
      .filter(({ type }) => type === "SERVICE_CONTROL_POLICY")
      .map(({ content }) => JSON.parse(content) as unknown),
  );
}
