import { uniqueId } from "../id.ts";
import type { World } from "../world.ts";
import { iamError, noSuchEntity } from "./iam-error.ts";
import type { Group } from "./iam-document.ts";
import { byName, listed, taken, type Paging } from "./list.ts";
import { quotas } from "./quotas.ts";
import { user, userSummary } from "./user.ts";

interface Named {
  GroupName: string;
}

/** The caller's account's group. Throws NoSuchEntity. */
export function group({ iam }: World, name: string): Group {
  const found = Object.hasOwn(iam.groups, name) ? iam.groups[name] : undefined;
  if (found === undefined) throw noSuchEntity(`The group with name ${name} cannot be found.`);
  return found;
}

function shown({ Path, GroupName, GroupId, Arn, CreateDate }: Group) {
  return { Path, GroupName, GroupId, Arn, CreateDate };
}

function arn({ caller, partition }: World, path: string, name: string): string {
  return `arn:${partition}:iam::${caller.accountId}:group${path}${name}`;
}

function alreadyExists(name: string) {
  return iamError("EntityAlreadyExists", `Group with name ${name} already exists.`);
}

export function createGroup({ GroupName, Path = "/" }: Named & { Path?: string }, world: World) {
  const { iam, now } = world;
  if (taken(iam.groups, GroupName)) throw alreadyExists(GroupName);
  if (Object.keys(iam.groups).length >= quotas.groupsPerAccount) {
    throw iamError("LimitExceeded", `Cannot exceed quota for GroupsPerAccount: ${quotas.groupsPerAccount}`);
  }
  const made: Group = {
    Path,
    GroupName,
    GroupId: uniqueId("AGPA"),
    Arn: arn(world, Path, GroupName),
    CreateDate: now,
    members: [],
    inlinePolicies: {},
    attachedPolicies: [],
  };
  iam.groups[GroupName] = made;
  return { Group: shown(made) };
}

export function getGroup(input: Named & Paging, world: World) {
  const found = group(world, input.GroupName);
  const users = Object.values(world.iam.users).filter(({ UserId }) => found.members.includes(UserId));
  return { Group: shown(found), ...listed("Users", users.sort(byName("UserName")).map(userSummary), input) };
}

export function listGroups(input: Paging & { PathPrefix?: string }, { iam }: World) {
  const { PathPrefix = "/" } = input;
  const groups = Object.values(iam.groups).filter(({ Path }) => Path.startsWith(PathPrefix));
  return listed("Groups", groups.sort(byName("GroupName")).map(shown), input);
}

export function updateGroup(input: Named & { NewGroupName?: string; NewPath?: string }, world: World) {
  const { iam } = world;
  const found = group(world, input.GroupName);
  const { NewGroupName: name = found.GroupName, NewPath: path = found.Path } = input;
  if (name.toLowerCase() !== found.GroupName.toLowerCase() && taken(iam.groups, name)) throw alreadyExists(name);
  Reflect.deleteProperty(iam.groups, found.GroupName);
  iam.groups[name] = Object.assign(found, { GroupName: name, Path: path, Arn: arn(world, path, name) });
  return {};
}

export function deleteGroup({ GroupName }: Named, world: World) {
  const found = group(world, GroupName);
  const conflict = (what: string) => iamError("DeleteConflict", `Cannot delete entity, must ${what} first.`);
  if (found.members.length > 0) throw conflict("remove users from group");
  if (found.attachedPolicies.length > 0) throw conflict("detach all policies");
  if (Object.keys(found.inlinePolicies).length > 0) throw conflict("delete policies");
  Reflect.deleteProperty(world.iam.groups, GroupName);
  return {};
}

/** Adding who is a member already changes nothing. */
export function addUserToGroup({ GroupName, UserName }: Named & { UserName: string }, world: World) {
  const found = group(world, GroupName);
  const { UserId } = user(world, UserName);
  if (found.members.includes(UserId)) return {};
  if (groupsOf(world, UserId).length >= quotas.groupsPerUser) {
    throw iamError("LimitExceeded", `Cannot exceed quota for GroupsPerUser: ${quotas.groupsPerUser}`);
  }
  found.members.push(UserId);
  return {};
}

export function removeUserFromGroup({ GroupName, UserName }: Named & { UserName: string }, world: World) {
  const found = group(world, GroupName);
  const { UserId } = user(world, UserName);
  if (!found.members.includes(UserId)) throw noSuchEntity(`The user with name ${UserName} is not in the group.`);
  found.members = found.members.filter((id) => id !== UserId);
  return {};
}

export function listGroupsForUser(input: Paging & { UserName: string }, world: World) {
  const groups = groupsOf(world, user(world, input.UserName).UserId);
  return listed("Groups", groups.sort(byName("GroupName")).map(shown), input);
}

function groupsOf({ iam }: World, userId: string): Group[] {
  return Object.values(iam.groups).filter(({ members }) => members.includes(userId));
}
