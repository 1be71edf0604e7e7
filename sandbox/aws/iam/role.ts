import { uniqueId } from "../id.ts";
import type { World } from "../world.ts";
import { checkBoundary } from "./attachable-policy.ts";
import { iamError, noSuchEntity } from "./iam-error.ts";
import type { Role, Tag } from "./iam-document.ts";
import { byName, encoded, listed, taken, type Paging } from "./list.ts";
import { policySize, quotas } from "./quotas.ts";
import { withoutTags, withTags } from "./tags.ts";
import { pinPrincipals, shownTrustPolicy } from "./trust.ts";

interface Named {
  RoleName: string;
}

interface CreateRole extends Named {
  Path?: string;
  AssumeRolePolicyDocument: string;
  Description?: string;
  MaxSessionDuration?: number;
  PermissionsBoundary?: string;
  Tags?: Tag[];
}

/** The caller's account's role. Throws NoSuchEntity. */
export function role({ iam }: World, name: string): Role {
  const found = Object.hasOwn(iam.roles, name) ? iam.roles[name] : undefined;
  if (found === undefined) throw noSuchEntity(`The role with name ${name} cannot be found.`);
  return found;
}

/** The role, if it may be changed: those of AWS services may not. */
export function changeableRole(world: World, name: string): Role {
  const found = role(world, name);
  if (found.Path.startsWith("/aws-reserved/") || found.Path.startsWith("/aws-service-role/")) {
    const message = `Cannot perform the operation on the protected role '${name}' - this role is only modifiable by AWS`;
    throw iamError("UnmodifiableEntity", message);
  }
  return found;
}

function boundary(arn: string | undefined) {
  return arn === undefined ? undefined : { PermissionsBoundaryType: "Policy", PermissionsBoundaryArn: arn };
}

/** Lists leave out the boundary and the tags. */
function summary(found: Role, world: World) {
  const { Path, RoleName, RoleId, Arn, CreateDate, Description, MaxSessionDuration } = found;
  const AssumeRolePolicyDocument = encoded(shownTrustPolicy(found, world));
  return { Path, RoleName, RoleId, Arn, CreateDate, AssumeRolePolicyDocument, Description, MaxSessionDuration };
}

function details(found: Role, world: World) {
  return {
    ...summary(found, world),
    PermissionsBoundary: boundary(found.permissionsBoundary),
    Tags: found.Tags.length === 0 ? undefined : found.Tags,
    RoleLastUsed: {},
  };
}

function checkedTrust(document: string, world: World): Record<string, string> {
  const pinned = pinPrincipals(document, world);
  if (policySize(document) > quotas.trustPolicySize) {
    throw iamError("LimitExceeded", `Cannot exceed quota for ACLSizePerRole: ${quotas.trustPolicySize}`);
  }
  return pinned;
}

export function createRole(input: CreateRole, world: World) {
  const { iam, caller, partition, now } = world;
  const { Path = "/", RoleName, AssumeRolePolicyDocument, Description, MaxSessionDuration = 3600 } = input;
  const pinnedPrincipals = checkedTrust(AssumeRolePolicyDocument, world);
  if (input.PermissionsBoundary !== undefined) checkBoundary(world, input.PermissionsBoundary);
  const Tags = withTags([], input.Tags, "TagsPerRole");
  if (taken(iam.roles, RoleName)) throw iamError("EntityAlreadyExists", `Role with name ${RoleName} already exists.`);
  if (Object.keys(iam.roles).length >= quotas.rolesPerAccount) {
    throw iamError("LimitExceeded", `Cannot exceed quota for RolesPerAccount: ${quotas.rolesPerAccount}`);
  }
  const made: Role = {
    Path,
    RoleName,
    RoleId: uniqueId("AROA"),
    Arn: `arn:${partition}:iam::${caller.accountId}:role${Path}${RoleName}`,
    CreateDate: now,
    ...(Description !== undefined && { Description }),
    MaxSessionDuration,
    AssumeRolePolicyDocument,
    pinnedPrincipals,
    ...(input.PermissionsBoundary !== undefined && { permissionsBoundary: input.PermissionsBoundary }),
    Tags,
    inlinePolicies: {},
    attachedPolicies: [],
  };
  iam.roles[RoleName] = made;
  return { Role: { ...details(made, world), RoleLastUsed: undefined } };
}

export function getRole({ RoleName }: Named, world: World) {
  return { Role: details(role(world, RoleName), world) };
}

export function listRoles(input: Paging & { PathPrefix?: string }, world: World) {
  const { PathPrefix = "/" } = input;
  const roles = Object.values(world.iam.roles).filter(({ Path }) => Path.startsWith(PathPrefix));
  const part = listed("Roles", roles.sort(byName("RoleName")), input);
  return { ...part, Roles: part.Roles.map((one) => summary(one, world)) };
}

export function updateRole(input: Named & { Description?: string; MaxSessionDuration?: number }, world: World) {
  const found = changeableRole(world, input.RoleName);
  if (input.MaxSessionDuration !== undefined) found.MaxSessionDuration = input.MaxSessionDuration;
  if (input.Description !== undefined) found.Description = input.Description;
  return {};
}

export function updateRoleDescription(input: Named & { Description: string }, world: World) {
  const found = changeableRole(world, input.RoleName);
  found.Description = input.Description;
  return { Role: details(found, world) };
}

export function updateAssumeRolePolicy(input: Named & { PolicyDocument: string }, world: World) {
  const found = changeableRole(world, input.RoleName);
  found.pinnedPrincipals = checkedTrust(input.PolicyDocument, world);
  found.AssumeRolePolicyDocument = input.PolicyDocument;
  return {};
}

export function deleteRole({ RoleName }: Named, world: World) {
  const found = changeableRole(world, RoleName);
  const conflict = (what: string) => iamError("DeleteConflict", `Cannot delete entity, must ${what} first.`);
  const profiles = Object.values(world.iam.instanceProfiles);
  if (profiles.some(({ roles }) => roles.includes(RoleName))) throw conflict("remove roles from instance profile");
  if (found.attachedPolicies.length > 0) throw conflict("detach all policies");
  if (Object.keys(found.inlinePolicies).length > 0) throw conflict("delete policies");
  Reflect.deleteProperty(world.iam.roles, RoleName);
  return {};
}

export function putRolePermissionsBoundary(input: Named & { PermissionsBoundary: string }, world: World) {
  const found = changeableRole(world, input.RoleName);
  checkBoundary(world, input.PermissionsBoundary);
  found.permissionsBoundary = input.PermissionsBoundary;
  return {};
}

export function deleteRolePermissionsBoundary({ RoleName }: Named, world: World) {
  const found = changeableRole(world, RoleName);
  if (found.permissionsBoundary === undefined) {
    throw noSuchEntity(`Role ${RoleName} does not have a permissions boundary.`);
  }
  delete found.permissionsBoundary;
  return {};
}

export function tagRole(input: Named & { Tags: Tag[] }, world: World) {
  const found = changeableRole(world, input.RoleName);
  found.Tags = withTags(found.Tags, input.Tags, "TagsPerRole");
  return {};
}

export function untagRole(input: Named & { TagKeys: string[] }, world: World) {
  const found = changeableRole(world, input.RoleName);
  found.Tags = withoutTags(found.Tags, input.TagKeys);
  return {};
}

export function listRoleTags(input: Named & Paging, world: World) {
  return listed("Tags", role(world, input.RoleName).Tags, input);
}
