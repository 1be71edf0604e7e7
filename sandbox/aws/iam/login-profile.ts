import type { World } from "../world.ts";
import { iamError, noSuchEntity } from "./iam-error.ts";
import type { LoginProfile } from "./iam-document.ts";
import { type MaybeNamed, user } from "./user.ts";

interface WithPassword extends MaybeNamed {
  /** Kept nowhere: nobody signs in to the console of the virtual AWS. */
  Password?: string;
  PasswordResetRequired?: boolean;
}

function loginProfile(world: World, name: string | undefined): LoginProfile {
  const { UserName, loginProfile: found } = user(world, name);
  if (found === undefined) throw noSuchEntity(`Login Profile for User ${UserName} cannot be found.`);
  return found;
}

export function createLoginProfile({ UserName, PasswordResetRequired = false }: WithPassword, world: World) {
  const found = user(world, UserName);
  const name = found.UserName;
  if (found.loginProfile !== undefined) {
    throw iamError("EntityAlreadyExists", `Login Profile for user ${name} already exists.`);
  }
  found.loginProfile = { CreateDate: world.now, PasswordResetRequired };
  return { LoginProfile: { UserName: name, ...found.loginProfile } };
}

export function getLoginProfile({ UserName }: MaybeNamed, world: World) {
  const found = loginProfile(world, UserName);
  return { LoginProfile: { UserName: user(world, UserName).UserName, ...found } };
}

export function updateLoginProfile({ UserName, PasswordResetRequired }: WithPassword, world: World) {
  const found = loginProfile(world, UserName);
  if (PasswordResetRequired !== undefined) found.PasswordResetRequired = PasswordResetRequired;
  return {};
}

export function deleteLoginProfile({ UserName }: MaybeNamed, world: World) {
  loginProfile(world, UserName);
  delete user(world, UserName).loginProfile;
  return {};
}
