import type { PolicyDocument } from "../iam/document.ts";
import type { Configuration } from "./configuration.ts";
import type { Guardrail, GuardrailTarget } from "./deployment.ts";
import { unitLine } from "./unit-line.ts";

/** What guardrails add to a decision. */
export interface Guards {
  /** Levels from the root to the account, of what binds its callers; none for the management account. */
  scps: (accountId: string) => PolicyDocument[][];
  /** Levels from the root to the account, of what binds its resources; none for the management account. */
  rcps: (accountId: string) => PolicyDocument[][];
}

/** As AWS's own FullAWSAccess and AdministratorAccess say it. */
export const fullAccess: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
};

/**
 * The levels that these guardrails make, beside AWS's own policies, which allow everything at each level. An account
 * outside of the organization has none.
 * Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export function guardsOf({ accounts, organization }: Configuration, guardrails: readonly Guardrail[]): Guards {
  const levels = (accountId: string, type: Guardrail["type"]): PolicyDocument[][] => {
    const [name, account] = Object.entries(accounts).find(([, { id }]) => id === accountId) ?? [];
    if (account === undefined || name === organization["management-account"]) return [];
    const line: GuardrailTarget[] = [
      { kind: "root" },
      ...unitLine(account.ou).map((path): GuardrailTarget => ({ kind: "ou", path })),
      { kind: "account", name: name ?? "", id: accountId },
    ];
    return line.map((level) => [
      ...(type === "SERVICE_CONTROL_POLICY" ? [fullAccess] : []),
      ...guardrails
        .filter((guardrail) => guardrail.type === type)
        .filter(({ attachments }) => attachments.some(({ target }) => isSame(target, level)))
        .map(({ document }) => document),
    ]);
  };
  return {
    scps: (accountId) => levels(accountId, "SERVICE_CONTROL_POLICY"),
    rcps: (accountId) => levels(accountId, "RESOURCE_CONTROL_POLICY"),
  };
}

function isSame(a: GuardrailTarget, b: GuardrailTarget): boolean {
  if (a.kind === "ou") return b.kind === "ou" && a.path === b.path;
  if (a.kind === "account") return b.kind === "account" && a.id === b.id;
  return b.kind === "root";
}
