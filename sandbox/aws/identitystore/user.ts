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
import type { IdentityStoreDocument, User } from "./identity-store-document.ts";

type ById = InStore & { UserId: string };
type Attributes = Record<string, unknown>;

export function user({ users }: IdentityStoreDocument, id: string): User {
  const found = Object.hasOwn(users, plainId(id)) ? users[plainId(id)] : undefined;
  if (found === undefined) throw notFound("USER");
  return found;
}

function identity(store: IdentityStoreDocument, { UserId, revision }: User, world: World) {
  return {
    IdentityStoreId: store.identityStoreId,
    UserId,
    UserArn: arnOf("user", UserId, world),
    Revision: String(revision),
  };
}

function details(store: IdentityStoreDocument, found: User, world: World) {
  const { attributes, createdAt, updatedAt, createdBy, updatedBy } = found;
  const who = { CreatedAt: createdAt, UpdatedAt: updatedAt, CreatedBy: createdBy, UpdatedBy: updatedBy };
  return { ...identity(store, found, world), ...attributes, UserStatus: "ENABLED", ...who };
}

function emails({ Emails }: Attributes): unknown[] {
  return Array.isArray(Emails) ? (Emails as { Value?: string }[]).map(({ Value }) => Value) : [];
}

/** Refuses attributes that lack something, or that another user has. */
function check(store: IdentityStoreDocument, attributes: Attributes, self?: User): void {
  const { GivenName, FamilyName } = (attributes["Name"] ?? {}) as Attributes;
  const needed = {
    ...{ userName: attributes["UserName"], displayName: attributes["DisplayName"] },
    ...{ "name.givenName": GivenName, "name.familyName": FamilyName },
  };
  for (const [path, value] of Object.entries(needed)) {
    if (typeof value !== "string" || value === "") throw invalid(`The attribute ${path} is required.`);
  }
  for (const other of Object.values(store.users)) {
    if (other === self) continue;
    if (same(other.attributes["UserName"], attributes["UserName"])) throw conflict("Duplicate UserName");
    if (emails(attributes).some((email) => emails(other.attributes).some((one) => same(one, email)))) {
      throw conflict("Duplicate Email");
    }
  }
}

export function createUser(input: InStore & Attributes, world: World) {
  const store = directory("CreateUser", input, world);
  const attributes: User["attributes"] = { ...input };
  Reflect.deleteProperty(attributes, "IdentityStoreId");
  check(store, attributes);
  const UserId = directoryId(store.identityStoreId);
  const made = { UserId, attributes, ...madeNow(world) };
  store.users[UserId] = made;
  return identity(store, made, world);
}

export function describeUser(input: ById, world: World) {
  const store = directory("DescribeUser", input, world);
  return details(store, user(store, input.UserId), world);
}

/** AWS's shapes begin their members with a capital, attribute paths do not. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function capitalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(capitalised);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [capital(key), capitalised(one)]));
}

export function updateUser(input: ById & { Operations: AttributeOperation[]; Revision?: string }, world: World) {
  const store = directory("UpdateUser", input, world);
  const found = user(store, input.UserId);
  checkRevision(input.Revision, found.revision);
  const attributes = structuredClone(found.attributes);
  for (const { AttributePath, AttributeValue } of input.Operations) {
    const [first = "", second, ...more] = AttributePath.split(".").map(capital);
    if (more.length > 0) throw invalid(`The attribute path ${AttributePath} is not supported.`);
    const holder = second === undefined ? attributes : ((attributes[first] ??= {}) as Attributes);
    if (AttributeValue === undefined) Reflect.deleteProperty(holder, second ?? first);
    else holder[second ?? first] = capitalised(AttributeValue);
  }
  check(store, attributes, found);
  found.attributes = attributes;
  touch(found, world);
  return identity(store, found, world);
}

/** A user's memberships go too. */
export function deleteUser(input: ById & { Revision?: string }, world: World) {
  const store = directory("DeleteUser", input, world);
  const { UserId, revision } = user(store, input.UserId);
  checkRevision(input.Revision, revision);
  Reflect.deleteProperty(store.users, UserId);
  for (const { MembershipId, UserId: of } of Object.values(store.memberships)) {
    if (of === UserId) Reflect.deleteProperty(store.memberships, MembershipId);
  }
  return {};
}

export function listUsers(input: InStore & Paging & { Filters?: Filter[] }, world: World) {
  const store = directory("ListUsers", input, world);
  const filters = input.Filters ?? [];
  const other = filters.find(({ AttributePath }) => !same(AttributePath, "UserName"));
  if (other !== undefined) throw invalid(`The attribute path ${other.AttributePath} is not supported as a filter.`);
  const users = Object.values(store.users).filter(({ attributes }) =>
    filters.every(({ AttributeValue }) => same(attributes["UserName"], AttributeValue)),
  );
  const part = listed("Users", users, input);
  return { ...part, Users: part.Users.map((one) => details(store, one, world)) };
}

export function getUserId(input: InStore & { AlternateIdentifier: AlternateIdentifier }, world: World) {
  const store = directory("GetUserId", input, world);
  const { UniqueAttribute: unique } = input.AlternateIdentifier;
  const found = Object.values(store.users).find(({ attributes }) => {
    if (unique === undefined) return false;
    if (same(unique.AttributePath, "userName")) return same(attributes["UserName"], unique.AttributeValue);
    if (!same(unique.AttributePath, "emails.value")) {
      throw invalid(`The attribute path ${unique.AttributePath} is not unique for users.`);
    }
    return emails(attributes).some((email) => same(email, unique.AttributeValue));
  });
  if (found === undefined) throw notFound("USER");
  const { IdentityStoreId, UserId, UserArn } = identity(store, found, world);
  return { IdentityStoreId, UserId, UserArn };
}
