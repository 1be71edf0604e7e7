import type { Rule } from "./rule.ts";
import { adminManaged } from "./rules/admin-managed.ts";
import { admin } from "./rules/admin.ts";
import { assumeStar } from "./rules/assume-star.ts";
import { delegateNoBoundary } from "./rules/delegate-no-boundary.ts";
import { escalateAlone } from "./rules/escalate-alone.ts";
import { exposureStar } from "./rules/exposure-star.ts";
import { guardrailBreak } from "./rules/guardrail-break.ts";
import { iamFull } from "./rules/iam-full.ts";
import { kmsLockout } from "./rules/kms-lockout.ts";
import { keyMaker } from "./rules/key-maker.ts";
import { lambdaPublic } from "./rules/lambda-public.ts";
import { mfaBeforePassword } from "./rules/mfa-before-password.ts";
import { noAccessKey } from "./rules/no-access-key.ts";
import { noConsolePassword } from "./rules/no-console-password.ts";
import { noIamGroup } from "./rules/no-iam-group.ts";
import { noIamUser } from "./rules/no-iam-user.ts";
import { noKeyInClear } from "./rules/no-key-in-clear.ts";
import { noMfaLockOut } from "./rules/no-mfa-lock-out.ts";
import { noMfaSeed } from "./rules/no-mfa-seed.ts";
import { noOtherKey } from "./rules/no-other-key.ts";
import { noUserPolicy } from "./rules/no-user-policy.ts";
import { notAction } from "./rules/not-action.ts";
import { packConfiguration } from "./rules/pack-configuration.ts";
import { passroleStar } from "./rules/passrole-star.ts";
import { passwordPolicy } from "./rules/password-policy.ts";
import { policyReadable } from "./rules/policy-readable.ts";
import { publicResource } from "./rules/public-resource.ts";
import { readDataStar } from "./rules/read-data-star.ts";
import { serviceStar } from "./rules/service-star.ts";
import { boundaryAttached } from "./rules/boundary-attached.ts";
import { passroleService } from "./rules/passrole-service.ts";
import { policyEffective } from "./rules/policy-effective.ts";
import { ssoUserAssignment } from "./rules/sso-user-assignment.ts";
import { crossAccountResource } from "./rules/cross-account-resource.ts";
import { adminBySum } from "./rules/admin-by-sum.ts";
import { escalatePair } from "./rules/escalate-pair.ts";
import { ssoCombo } from "./rules/sso-combo.ts";
import { ssoManagement } from "./rules/sso-management.ts";
import { trustAccount } from "./rules/trust-account.ts";
import { trustThirdparty } from "./rules/trust-thirdparty.ts";
import { trustDeputy } from "./rules/trust-deputy.ts";
import { trustIllusion } from "./rules/trust-illusion.ts";
import { trustOidc } from "./rules/trust-oidc.ts";
import { trustPublic } from "./rules/trust-public.ts";
import { writeStar } from "./rules/write-star.ts";

/**
 * Every rule of the pack, in the order in which the engine asks them. A rule stands after those whose parameters it reads;
 * `packConfiguration` is the last, because it tells what the others were asked.
 */
export const rules: readonly Rule[] = [
  noIamUser,
  noIamGroup,
  noUserPolicy,
  noConsolePassword,
  mfaBeforePassword,
  noMfaLockOut,
  noMfaSeed,
  noAccessKey,
  noOtherKey,
  noKeyInClear,
  passwordPolicy,
  policyReadable,
  policyEffective,
  admin,
  adminManaged,
  iamFull,
  notAction,
  passroleStar,
  passroleService,
  assumeStar,
  escalateAlone,
  delegateNoBoundary,
  keyMaker,
  guardrailBreak,
  serviceStar,
  exposureStar,
  readDataStar,
  writeStar,
  adminBySum,
  escalatePair,
  ssoCombo,
  ssoManagement,
  ssoUserAssignment,
  boundaryAttached,
  trustPublic,
  trustIllusion,
  trustAccount,
  trustThirdparty,
  trustOidc,
  trustDeputy,
  publicResource,
  crossAccountResource,
  kmsLockout,
  lambdaPublic,
  packConfiguration,
];
