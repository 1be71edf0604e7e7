import { uniqueId } from "../id.ts";
import type { World } from "../world.ts";
import { checkBoundary } from "./attachable-policy.ts";
import { iamError, noSuchEntity } from "./iam-error.ts";
import type { Tag, User } from "./iam-document.ts";
import { byName, listed, taken, type Paging } from "./list.ts";
import { withoutTags, withTags } from "./tags.ts";

/** Where the name is left out, the user is the caller. */
export interface MaybeNamed {
  UserName?: string;
}

export function user({ iam, caller }: World, name: string | undefined): User {
  const wanted = name ?? (caller.role === undefined ? caller.arn.slice(caller.arn.lastIndexOf("/") + 1) : undefined);
  if (wanted === undefined) {
    throw iamError("ValidationError", "Must specify userName when calling with non-User credentials");
  }
  const found = Object.hasOwn(iam.users, wanted) ? iam.users[wanted] : undefined;
  if (found === undefined) throw noSuchEntity(`The user with name ${wanted} cannot be found.`);
  return found;
}

/** Lists leave out the boundary and the tags. */
export function userSummary({ Path, UserName, UserId, Arn, CreateDate }: User) {
  return { Path, UserName, UserId, Arn, CreateDate };
}

function details(found: User) {
  const { permissionsBoundary: arn, Tags } = found;
  const boundary = arn === undefined ? undefined : { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: arn };
  return { ...userSummary(found), PermissionsBoundary: boundary, Tags };
}

interface CreateUser {
  UserName: string;
  Path?: string;
  PermissionsBoundary?: string;
  Tags?: Tag[];
}

export function createUser({ UserName, Path = "/", PermissionsBoundary, Tags }: CreateUser, world: World) {
  const { iam, caller, partition, now } = world;
  if (PermissionsBoundary !== undefined) checkBoundary(world, PermissionsBoundary);
  if (taken(iam.users, UserName)) {
    throw iamError("EntityAlreadyExists", `User with name ${UserName} already exists.`);
  }
  const made: User = {
    Path,
    UserName,
    UserId: uniqueId("AIDA"),
    Arn: `arn:${partition}:iam::${caller.accountId}:user${Path}${UserName}`,
    CreateDate: now,
    ...(PermissionsBoundary !== undefined && { permissionsBoundary: PermissionsBoundary }),
    Tags: withTags([], Tags, "TagsPerUser"),
    accessKeys: [],
    mfaDevices: [],
    inlinePolicies: {},
    attachedPolicies: [],
  };
  iam.users[UserName] = made;
  return { User: details(made) };
}

export function getUser({ UserName }: MaybeNamed, world: World) {
  return { User: details(user(world, UserName)) };
}

export function listUsers(input: Paging & { PathPrefix?: string }, { iam }: World) {
  const { PathPrefix = "/" } = input;
  const users = Object.values(iam.users).filter(({ Path }) => Path.startsWith(PathPrefix));
  const part = listed("Users", users.sort(byName("UserName")), input);
  return { ...part, Users: part.Users.map(userSummary) };
}

export function deleteUser({ UserName }: { UserName: string }, world: World) {
  const found = user(world, UserName);
  const conflict = (what: string) => iamError("DeleteConflict", `Cannot delete entity, must ${what} first.`);
  const groups = Object.values(world.iam.groups);
  if (groups.some(({ members }) => members.includes(found.UserId))) throw conflict("remove users from group");
  if (found.attachedPolicies.length > 0) throw conflict("detach all policies");
  if (Object.keys(found.inlinePolicies).length > 0) throw conflict("delete policies");
  if (found.accessKeys.length > 0) throw conflict("delete access keys");
  if (found.mfaDevices.length > 0) throw conflict("delete MFA device");
  if (found.loginProfile !== undefined) throw conflict("delete login profile");
  Reflect.deleteProperty(world.iam.users, UserName);
  return {};
}

export function updateUser(input: { UserName: string; NewUserName?: string; NewPath?: string }, world: World) {
  const { iam, caller, partition } = world;
  const found = user(world, input.UserName);
  const { NewUserName: name = found.UserName, NewPath: path = found.Path } = input;
  if (name.toLowerCase() !== found.UserName.toLowerCase() && taken(iam.users, name)) {
    throw iamError("EntityAlreadyExists", `User with name ${name} already exists.`);
  }
  Reflect.deleteProperty(iam.users, found.UserName);
  const Arn = `arn:${partition}:iam::${caller.accountId}:user${path}${name}`;
  iam.users[name] = Object.assign(found, { UserName: name, Path: path, Arn });
  return {};
}

export function tagUser(input: { UserName: string; Tags: Tag[] }, world: World) {
  const found = user(world, input.UserName);
  found.Tags = withTags(found.Tags, input.Tags, "TagsPerUser");
  return {};
}

export function untagUser(input: { UserName: string; TagKeys: string[] }, world: World) {
  const found = user(world, input.UserName);
  found.Tags = withoutTags(found.Tags, input.TagKeys);
  return {};
}
