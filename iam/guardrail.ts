import { parseArn } from "./arn.ts";
import { isRcpService } from "./catalogue/actions.ts";
import { allows, every, type Policy, type Verdict } from "./layer.ts";
import type { Policies } from "./policies.ts";
import type { Question } from "./statement.ts";

/**
 * The levels of service control policies that bind a caller. They bind users, roles and root users of member accounts,
 * never the management account, service-linked roles, services and whoever is in no account.
 * Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
 */
export function scpLevels({ caller }: Question, { scps }: Policies, management: string | undefined): Policy[][] {
  if (caller.account === undefined || caller.kind === "service-linked-role" || caller.account === management) return [];
  return scps;
}

/** Every level has to allow; a level without policies allows nothing. */
export function scpsAllow(levels: Policy[][], question: Question): Verdict {
  return every(...levels.map((level) => allows(level, question)));
}

/**
 * The resource control policies that bind a resource, whoever asks: of the services they reach, but for the management
 * account's resources, service-linked roles, AWS managed keys and kms:RetireGrant. RCPFullAWSAccess is attached at every level and cannot
 * be taken off, so that these policies can only deny.
 * Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
 */
export function boundRcps(
  question: Question,
  { rcps }: Policies,
  account: string | undefined,
  management: string | undefined,
): Policy[] {
  const { caller, action, resource } = question;
  if (caller.kind === "service-linked-role" || (account !== undefined && account === management)) return [];
  if (action === "kms:retiregrant" || parseArn(resource)?.resource.startsWith("alias/aws/") === true) return [];
  return isRcpService(action.slice(0, action.indexOf(":"))) ? rcps.flat() : [];
}
