import { directoryId } from "../id.ts";
import type { World } from "../world.ts";
import {
  arnOf,
  conflict,
  directory,
  listed,
  madeNow,
  notFound,
  plainId,
  type InStore,
  type Paging,
} from "./directory.ts";
import { group } from "./group.ts";
import type { IdentityStoreDocument, Membership } from "./identity-store-document.ts";
import { user } from "./user.ts";

type ById = InStore & { MembershipId: string };
type Pair = InStore & { GroupId: string; MemberId: { UserId?: string } };

function membership({ memberships }: IdentityStoreDocument, id: string): Membership {
  const found = Object.hasOwn(memberships, plainId(id)) ? memberships[plainId(id)] : undefined;
  if (found === undefined) throw notFound("GROUP_MEMBERSHIP");
  return found;
}

function between(store: IdentityStoreDocument, { GroupId, MemberId }: Pair): Membership | undefined {
  const [inGroup, ofUser] = [plainId(GroupId), plainId(MemberId.UserId ?? "")];
  return Object.values(store.memberships).find((one) => one.GroupId === inGroup && one.UserId === ofUser);
}

function identity(store: IdentityStoreDocument, { MembershipId }: Membership, world: World) {
  const { identityStoreId: IdentityStoreId } = store;
  return { IdentityStoreId, MembershipId, MembershipArn: arnOf("membership", MembershipId, world) };
}

function details(store: IdentityStoreDocument, found: Membership, world: World) {
  const { GroupId, UserId, createdAt, updatedAt, createdBy, updatedBy } = found;
  const who = { CreatedAt: createdAt, UpdatedAt: updatedAt, CreatedBy: createdBy, UpdatedBy: updatedBy };
  return { ...identity(store, found, world), GroupId, MemberId: { UserId }, ...who };
}

export function createGroupMembership(input: Pair, world: World) {
  const store = directory("CreateGroupMembership", input, world);
  const { GroupId } = group(store, input.GroupId);
  const { UserId } = user(store, input.MemberId.UserId ?? "");
  if (between(store, input) !== undefined) throw conflict("Member and group relationship already exists.");
  const MembershipId = directoryId(store.identityStoreId);
  const made = { MembershipId, GroupId, UserId, ...madeNow(world) };
  store.memberships[MembershipId] = made;
  return identity(store, made, world);
}

export function describeGroupMembership(input: ById, world: World) {
  const store = directory("DescribeGroupMembership", input, world);
  return details(store, membership(store, input.MembershipId), world);
}

export function getGroupMembershipId(input: Pair, world: World) {
  const store = directory("GetGroupMembershipId", input, world);
  const found = between(store, input);
  if (found === undefined) throw notFound("GROUP_MEMBERSHIP");
  return identity(store, found, world);
}

export function listGroupMemberships(input: InStore & Paging & { GroupId: string }, world: World) {
  const store = directory("ListGroupMemberships", input, world);
  const { GroupId } = group(store, input.GroupId);
  const all = Object.values(store.memberships).filter((one) => one.GroupId === GroupId);
  const part = listed("GroupMemberships", all, input);
  return { ...part, GroupMemberships: part.GroupMemberships.map((one) => details(store, one, world)) };
}

export function deleteGroupMembership(input: ById, world: World) {
  const store = directory("DeleteGroupMembership", input, world);
  Reflect.deleteProperty(store.memberships, membership(store, input.MembershipId).MembershipId);
  return {};
}
