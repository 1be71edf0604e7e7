import { directoryId } from "../id.ts";
import type { World } from "../world.ts";
import {
  arnOf,
  checkRevision,
  conflict,
  directory,
  invalid,
  listed,
  madeNow,
  notFound,
  plainId,
  same,
  touch,
  type AlternateIdentifier,
  type AttributeOperation,
  type Filter,
  type InStore,
  type Paging,
} from "./directory.ts";
import type { Group, IdentityStoreDocument } from "./identity-store-document.ts";

type ById = InStore & { GroupId: string };

export function group({ groups }: IdentityStoreDocument, id: string): Group {
  const found = Object.hasOwn(groups, plainId(id)) ? groups[plainId(id)] : undefined;
  if (found === undefined) throw notFound("GROUP");
  return found;
}

function named({ groups }: IdentityStoreDocument, displayName: unknown): Group | undefined {
  return Object.values(groups).find(({ DisplayName }) => same(DisplayName, displayName));
}

function identity(store: IdentityStoreDocument, { GroupId, revision }: Group, world: World) {
  return {
    IdentityStoreId: store.identityStoreId,
    GroupId,
    GroupArn: arnOf("group", GroupId, world),
    Revision: String(revision),
  };
}

function details(store: IdentityStoreDocument, found: Group, world: World) {
  const { DisplayName, Description, createdAt, updatedAt, createdBy, updatedBy } = found;
  const who = { CreatedAt: createdAt, UpdatedAt: updatedAt, CreatedBy: createdBy, UpdatedBy: updatedBy };
  return { ...identity(store, found, world), DisplayName, Description, ...who };
}

export function createGroup(input: InStore & { DisplayName?: string; Description?: string }, world: World) {
  const store = directory("CreateGroup", input, world);
  const { DisplayName, Description } = input;
  if (DisplayName === undefined) throw invalid("The attribute displayName is required.");
  if (named(store, DisplayName) !== undefined) throw conflict("Duplicate GroupDisplayName");
  const GroupId = directoryId(store.identityStoreId);
  const made = { GroupId, DisplayName, ...(Description !== undefined && { Description }), ...madeNow(world) };
  store.groups[GroupId] = made;
  return identity(store, made, world);
}

export function describeGroup(input: ById, world: World) {
  const store = directory("DescribeGroup", input, world);
  return details(store, group(store, input.GroupId), world);
}

export function updateGroup(input: ById & { Operations: AttributeOperation[]; Revision?: string }, world: World) {
  const store = directory("UpdateGroup", input, world);
  const found = group(store, input.GroupId);
  checkRevision(input.Revision, found.revision);
  for (const { AttributePath, AttributeValue } of input.Operations) {
    if (AttributeValue !== undefined && typeof AttributeValue !== "string") throw invalid("The value is not a text.");
    if (same(AttributePath, "displayName")) {
      if (AttributeValue === undefined) throw invalid("The attribute displayName is required.");
      const other = named(store, AttributeValue);
      if (other !== undefined && other !== found) throw conflict("Duplicate GroupDisplayName");
      found.DisplayName = AttributeValue;
    } else if (same(AttributePath, "description")) {
      if (AttributeValue === undefined) delete found.Description;
      else found.Description = AttributeValue;
    } else throw invalid(`The attribute path ${AttributePath} is not supported for groups.`);
  }
  touch(found, world);
  return identity(store, found, world);
}

/** A group's memberships go with it; its account assignments stay behind, as AWS leaves them. */
export function deleteGroup(input: ById & { Revision?: string }, world: World) {
  const store = directory("DeleteGroup", input, world);
  const { GroupId, revision } = group(store, input.GroupId);
  checkRevision(input.Revision, revision);
  Reflect.deleteProperty(store.groups, GroupId);
  for (const { MembershipId, GroupId: of } of Object.values(store.memberships)) {
    if (of === GroupId) Reflect.deleteProperty(store.memberships, MembershipId);
  }
  return {};
}

export function listGroups(input: InStore & Paging & { Filters?: Filter[] }, world: World) {
  const store = directory("ListGroups", input, world);
  const filters = input.Filters ?? [];
  const other = filters.find(({ AttributePath }) => !same(AttributePath, "DisplayName"));
  if (other !== undefined) throw invalid(`The attribute path ${other.AttributePath} is not supported as a filter.`);
  const groups = Object.values(store.groups).filter(({ DisplayName }) =>
    filters.every(({ AttributeValue }) => same(DisplayName, AttributeValue)),
  );
  const part = listed("Groups", groups, input);
  return { ...part, Groups: part.Groups.map((one) => details(store, one, world)) };
}

export function getGroupId(input: InStore & { AlternateIdentifier: AlternateIdentifier }, world: World) {
  const store = directory("GetGroupId", input, world);
  const { UniqueAttribute } = input.AlternateIdentifier;
  if (UniqueAttribute !== undefined && !same(UniqueAttribute.AttributePath, "displayName")) {
    throw invalid(`The attribute path ${UniqueAttribute.AttributePath} is not unique for groups.`);
  }
  const found = UniqueAttribute && named(store, UniqueAttribute.AttributeValue);
  if (found === undefined) throw notFound("GROUP");
  const { IdentityStoreId, GroupId, GroupArn } = identity(store, found, world);
  return { IdentityStoreId, GroupId, GroupArn };
}
