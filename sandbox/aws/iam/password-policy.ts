import type { World } from "../world.ts";
import { noSuchEntity } from "./iam-error.ts";

/** As UpdateAccountPasswordPolicy takes it; what is left out goes back to AWS's default. */
export interface PasswordPolicy {
  MinimumPasswordLength?: number;
  RequireSymbols?: boolean;
  RequireNumbers?: boolean;
  RequireUppercaseCharacters?: boolean;
  RequireLowercaseCharacters?: boolean;
  AllowUsersToChangePassword?: boolean;
  MaxPasswordAge?: number;
  PasswordReusePrevention?: number;
  HardExpiry?: boolean;
}

export function updateAccountPasswordPolicy(input: PasswordPolicy, { iam }: World) {
  iam.passwordPolicy = input;
  return {};
}

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html */
export function getAccountPasswordPolicy(_: object, { iam }: World) {
  const { passwordPolicy } = iam;
  if (passwordPolicy === undefined) throw noSuchEntity("The account policy with name PasswordPolicy cannot be found.");
  const PasswordPolicy = {
    MinimumPasswordLength: 6,
    RequireSymbols: false,
    RequireNumbers: false,
    RequireUppercaseCharacters: false,
    RequireLowercaseCharacters: false,
    AllowUsersToChangePassword: false,
    ...passwordPolicy,
    ExpirePasswords: (passwordPolicy.MaxPasswordAge ?? 0) > 0,
  };
  return { PasswordPolicy };
}

export function deleteAccountPasswordPolicy(_: object, { iam }: World) {
  if (iam.passwordPolicy === undefined)
    throw noSuchEntity("The account policy with name PasswordPolicy cannot be found.");
  delete iam.passwordPolicy;
  return {};
}
