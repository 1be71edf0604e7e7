import { managedPolicy, managedPolicyNames } from "../../../iam/catalogue/managed-policies.ts";
import { uniqueId } from "../id.ts";
import type { World } from "../world.ts";
import { awsManagedPolicy } from "./attachable-policy.ts";
import { iamError, noSuchEntity } from "./iam-error.ts";
import type { Policy, PolicyHolder, Tag } from "./iam-document.ts";
import { byName, listed, taken, type Paging } from "./list.ts";
import { checkIdentityPolicy } from "./policy-grammar.ts";
import { policySize, quotas } from "./quotas.ts";
import { withoutTags, withTags } from "./tags.ts";

interface ByArn {
  PolicyArn: string;
}

interface CreatePolicy {
  PolicyName: string;
  Path?: string;
  PolicyDocument: string;
  Description?: string;
  Tags?: Tag[];
}

/** The account's own policy. Throws NoSuchEntity, and AccessDenied-like for AWS's own, which nobody can change. */
export function customerManagedPolicy({ iam }: World, arn: string): Policy {
  if (!/^arn:[^:]+:iam::(\d{12}|aws):policy\/.+$/.test(arn)) {
    throw iamError("InvalidInput", `ARN ${arn} is not valid.`);
  }
  const found = Object.hasOwn(iam.policies, arn) ? iam.policies[arn] : undefined;
  if (found === undefined) throw noSuchEntity(`Policy ${arn} was not found.`);
  return found;
}

/** Refuses a document that AWS refuses in a managed policy. */
export function checkManagedPolicy(document: string): void {
  checkIdentityPolicy(document);
  if (policySize(document) > quotas.managedPolicySize) {
    throw iamError("LimitExceeded", `Cannot exceed quota for PolicySize: ${quotas.managedPolicySize}`);
  }
}

/** Who has the policy attached. */
export function attachedTo({ iam }: World, arn: string) {
  const having = <Holder extends PolicyHolder>(all: Record<string, Holder>): Holder[] =>
    Object.values(all).filter(({ attachedPolicies }) => attachedPolicies.includes(arn));
  return { roles: having(iam.roles), users: having(iam.users), groups: having(iam.groups) };
}

function numberOf({ roles, users, groups }: ReturnType<typeof attachedTo>): number {
  return roles.length + users.length + groups.length;
}

export function boundaryOf({ iam }: World, arn: string) {
  return {
    roles: Object.values(iam.roles).filter(({ permissionsBoundary }) => permissionsBoundary === arn),
    users: Object.values(iam.users).filter(({ permissionsBoundary }) => permissionsBoundary === arn),
  };
}

/** Lists leave out description and tags. */
function summary(policy: Policy, world: World) {
  const { PolicyName, PolicyId, Arn, Path, DefaultVersionId, CreateDate, UpdateDate } = policy;
  const { roles, users } = boundaryOf(world, Arn);
  return {
    ...{ PolicyName, PolicyId, Arn, Path, DefaultVersionId },
    AttachmentCount: numberOf(attachedTo(world, Arn)),
    PermissionsBoundaryUsageCount: roles.length + users.length,
    IsAttachable: true,
    ...{ CreateDate, UpdateDate },
  };
}

function awsSummary(arn: string, world: World) {
  const policy = awsManagedPolicy(arn, world.partition);
  if (policy === undefined) throw noSuchEntity(`Policy ${arn} was not found.`);
  // AWS keeps the dates and ids of its own policies; the catalogue has neither.
  const dates = { CreateDate: "2015-02-06T18:40:58.000Z", UpdateDate: "2015-02-06T18:40:58.000Z" };
  return summary(
    {
      ...{ PolicyName: policy.name, PolicyId: awsPolicyId(policy.name), Arn: arn, Path: policy.path, ...dates },
      ...{ DefaultVersionId: policy.version, nextVersion: 0, versions: [], Tags: [] },
    },
    world,
  );
}

/** The same id for the same name, as AWS's own policies have in every account. */
function awsPolicyId(name: string): string {
  const letters = name.toUpperCase().replace(/[^A-Z2-7]/g, "");
  return `ANPA${letters.slice(0, 17).padEnd(17, "A")}`;
}

export function createPolicy(input: CreatePolicy, world: World) {
  const { iam, caller, partition, now } = world;
  const { PolicyName, Path = "/", PolicyDocument, Description } = input;
  checkManagedPolicy(PolicyDocument);
  const Tags = withTags([], input.Tags, "TagsPerPolicy");
  const names = Object.fromEntries(Object.values(iam.policies).map((policy) => [policy.PolicyName, policy]));
  if (taken(names, PolicyName)) {
    throw iamError(
      "EntityAlreadyExists",
      `A policy called ${PolicyName} already exists. Duplicate names are not allowed.`,
    );
  }
  if (Object.keys(iam.policies).length >= quotas.customerManagedPoliciesPerAccount) {
    const quota = `PoliciesPerAccount: ${quotas.customerManagedPoliciesPerAccount}`;
    throw iamError("LimitExceeded", `Cannot exceed quota for ${quota}`);
  }
  const made: Policy = {
    PolicyName,
    PolicyId: uniqueId("ANPA"),
    Arn: `arn:${partition}:iam::${caller.accountId}:policy${Path}${PolicyName}`,
    Path,
    ...(Description !== undefined && { Description }),
    CreateDate: now,
    UpdateDate: now,
    DefaultVersionId: "v1",
    nextVersion: 2,
    versions: [{ VersionId: "v1", CreateDate: now, document: PolicyDocument }],
    Tags,
  };
  iam.policies[made.Arn] = made;
  return { Policy: { ...summary(made, world), Tags: Tags.length === 0 ? undefined : Tags } };
}

export function getPolicy({ PolicyArn }: ByArn, world: World) {
  if (PolicyArn.includes(":iam::aws:policy/")) return { Policy: { ...awsSummary(PolicyArn, world), Tags: [] } };
  const found = customerManagedPolicy(world, PolicyArn);
  return { Policy: { ...summary(found, world), Description: found.Description, Tags: found.Tags } };
}

interface ListPolicies extends Paging {
  Scope?: "All" | "AWS" | "Local";
  OnlyAttached?: boolean;
  PathPrefix?: string;
  PolicyUsageFilter?: "PermissionsPolicy" | "PermissionsBoundary";
}

export function listPolicies(input: ListPolicies, world: World) {
  const { Scope = "All", OnlyAttached = false, PathPrefix = "/", PolicyUsageFilter } = input;
  const local = Scope === "AWS" ? [] : Object.values(world.iam.policies).map((policy) => summary(policy, world));
  const names = Scope === "Local" ? [] : managedPolicyNames();
  const aws = names.map((name) => awsSummary(managedPolicy(name)?.arn(world.partition) ?? "", world));
  const all = [...local, ...aws].filter(({ Path, AttachmentCount, PermissionsBoundaryUsageCount }) => {
    if (OnlyAttached && AttachmentCount === 0) return false;
    if (PolicyUsageFilter === "PermissionsPolicy" && AttachmentCount === 0) return false;
    if (PolicyUsageFilter === "PermissionsBoundary" && PermissionsBoundaryUsageCount === 0) return false;
    return Path.startsWith(PathPrefix);
  });
  return listed("Policies", all.sort(byName("PolicyName")), input);
}

export function deletePolicy({ PolicyArn }: ByArn, world: World) {
  const found = customerManagedPolicy(world, PolicyArn);
  const { roles, users } = boundaryOf(world, PolicyArn);
  if (numberOf(attachedTo(world, PolicyArn)) + roles.length + users.length > 0) {
    throw iamError("DeleteConflict", "Cannot delete a policy attached to entities.");
  }
  if (found.versions.length > 1) {
    throw iamError(
      "DeleteConflict",
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. The " +
        "default version is deleted with the policy.",
    );
  }
  Reflect.deleteProperty(world.iam.policies, PolicyArn);
  return {};
}

export function tagPolicy(input: ByArn & { Tags: Tag[] }, world: World) {
  const found = customerManagedPolicy(world, input.PolicyArn);
  found.Tags = withTags(found.Tags, input.Tags, "TagsPerPolicy");
  return {};
}

export function untagPolicy(input: ByArn & { TagKeys: string[] }, world: World) {
  const found = customerManagedPolicy(world, input.PolicyArn);
  found.Tags = withoutTags(found.Tags, input.TagKeys);
  return {};
}

export function listPolicyTags(input: ByArn & Paging, world: World) {
  return listed("Tags", customerManagedPolicy(world, input.PolicyArn).Tags, input);
}

interface ListEntities extends ByArn, Paging {
  EntityFilter?: string;
  PathPrefix?: string;
  PolicyUsageFilter?: string;
}

export function listEntitiesForPolicy(input: ListEntities, world: World) {
  const { PolicyArn, EntityFilter, PathPrefix = "/", PolicyUsageFilter } = input;
  if (PolicyArn.includes(":iam::aws:policy/")) awsSummary(PolicyArn, world);
  else customerManagedPolicy(world, PolicyArn);
  const bounded = PolicyUsageFilter === "PermissionsPolicy" ? { roles: [], users: [] } : boundaryOf(world, PolicyArn);
  const attached =
    PolicyUsageFilter === "PermissionsBoundary" ? { roles: [], users: [], groups: [] } : attachedTo(world, PolicyArn);
  const wanted = (kind: string) => EntityFilter === undefined || EntityFilter === kind;
  const roles = [...new Set([...attached.roles, ...bounded.roles])]
    .filter(({ Path }) => wanted("Role") && Path.startsWith(PathPrefix))
    .map(({ RoleName, RoleId }) => ({ RoleName, RoleId }));
  const users = [...new Set([...attached.users, ...bounded.users])]
    .filter(({ Path }) => wanted("User") && Path.startsWith(PathPrefix))
    .map(({ UserName, UserId }) => ({ UserName, UserId }));
  const groups = attached.groups
    .filter(({ Path }) => wanted("Group") && Path.startsWith(PathPrefix))
    .map(({ GroupName, GroupId }) => ({ GroupName, GroupId }));
  const part = listed("entities", [...roles, ...users, ...groups], input);
  const { entities, ...rest } = part;
  return {
    PolicyGroups: entities.filter((entity) => "GroupName" in entity),
    PolicyUsers: entities.filter((entity) => "UserName" in entity),
    PolicyRoles: entities.filter((entity) => "RoleName" in entity),
    ...rest,
  };
}
