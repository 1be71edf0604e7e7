import { checkAdministrators } from "./sections/administrators.ts";
import { checkOwnership } from "./ownership.ts";
import { checkAccess } from "./sections/access.ts";
import { checkAccountBaseline } from "./sections/account-baseline.ts";
import { checkAccounts } from "./sections/accounts.ts";
import { checkAudit } from "./sections/audit.ts";
import { checkBreakGlass } from "./sections/break-glass.ts";
import { checkGroups } from "./sections/groups.ts";
import { checkGuardrails } from "./sections/guardrails.ts";
import { checkIdentityCenter } from "./sections/identity-center.ts";
import { checkIdentityProviders } from "./sections/identity-providers.ts";
import { checkLockOutOverrides } from "./sections/lock-out-overrides.ts";
import { checkOrganization } from "./sections/organization.ts";
import { checkPermissionSets } from "./sections/permission-sets.ts";
import { checkPipelines } from "./sections/pipelines.ts";
import { checkPolicies } from "./sections/policies.ts";
import { checkDisabledRules } from "./sections/disabled-rules.ts";
import { checkTrustedThirdParties } from "./sections/trusted-third-parties.ts";
import { checkPolicyExceptions } from "./sections/policy-exceptions.ts";
import { checkRaisedQuotas } from "./sections/raised-quotas.ts";
import { checkUsers } from "./sections/users.ts";
import { checkWorkloads } from "./sections/workloads.ts";
import type { Stack } from "./stack.ts";
import { checkUnused } from "./unused.ts";

/**
 * Checks every stack by itself, then all of them together. A stack of which a file could not be read is left alone:
 * what seems to be missing may stand there. For the same reason `complete` says whether these are all stacks, whole.
 */
export function check(stacks: readonly Stack[], complete: boolean): void {
  for (const stack of stacks.filter(({ whole }) => whole)) {
    checkOrganization(stack);
    checkIdentityCenter(stack);
    checkAccounts(stack);
    checkIdentityProviders(stack);
    checkGroups(stack);
    checkUsers(stack);
    checkPolicies(stack);
    checkPermissionSets(stack);
    checkAccess(stack, stacks);
    checkWorkloads(stack);
    checkAccountBaseline(stack);
    checkPipelines(stack);
    checkAudit(stack);
    checkGuardrails(stack, stacks);
    checkBreakGlass(stack);
    checkRaisedQuotas(stack);
    checkLockOutOverrides(stack);
    checkPolicyExceptions(stack);
    checkDisabledRules(stack);
    checkTrustedThirdParties(stack);
    checkAdministrators(stack);
  }
  if (!complete) return;
  checkOwnership(stacks);
  checkUnused(stacks);
}
