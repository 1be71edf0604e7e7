import type { Rule } from "./rule.ts";
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
import { packConfiguration } from "./rules/pack-configuration.ts";
import { passwordPolicy } from "./rules/password-policy.ts";

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
  packConfiguration,
];
