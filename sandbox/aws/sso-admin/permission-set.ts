import { hexadecimal } from "../id.ts";
import type { Tag } from "../iam/iam-document.ts";
import type { World } from "../world.ts";
import type { IdentityCenterDocument, PermissionSet } from "./identity-center-document.ts";
import {
  accessDenied,
  conflict,
  instance,
  invalid,
  listed,
  notFound,
  overQuota,
  type InInstance,
  type Paging,
} from "./instance.ts";
import { quotas } from "./quotas.ts";

export type InSet = InInstance & { PermissionSetArn: string };

interface Settings {
  Description?: string;
  SessionDuration?: string;
  RelayState?: string;
}

export function permissionSet(center: IdentityCenterDocument, arn: string): PermissionSet {
  const found = Object.hasOwn(center.permissionSets, arn) ? center.permissionSets[arn] : undefined;
  if (found === undefined) throw notFound("PermissionSet");
  return found;
}

/**
 * The set, if the caller may change it: a delegated administrator may not change sets that are provisioned in the
 * management account.
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/delegated-admin.html
 */
export function changeableSet(operation: string, input: InSet, world: World): PermissionSet {
  const found = permissionSet(instance(operation, input, world), input.PermissionSetArn);
  const { managementAccountId } = world.organization;
  if (world.caller.accountId !== managementAccountId && found.provisioned[managementAccountId] !== undefined) {
    const why = ": the permission set is provisioned in the management account";
    throw accessDenied(world, operation, found.PermissionSetArn, why);
  }
  return found;
}

/** One hour to twelve. */
function checkSessionDuration(duration: string | undefined): void {
  if (duration === undefined) return;
  const [, days, hours, minutes, seconds] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration) ?? [];
  const total =
    Number(days ?? 0) * 86400 + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  if (total < 3600 || total > 43200) throw invalid("SessionDuration must be between 1 hour and 12 hours.");
}

function checkTags(tags: Tag[]): void {
  if (new Set(tags.map(({ Key }) => Key)).size < tags.length) throw invalid("Duplicate tag keys.");
  if (tags.some(({ Key }) => /^aws:/i.test(Key))) throw invalid("Tag keys that begin with aws: are reserved.");
  if (tags.length > quotas.tagsPerResource) throw overQuota(`A resource has at most ${quotas.tagsPerResource} tags.`);
}

function details(found: PermissionSet) {
  const { Name, PermissionSetArn, Description, CreatedDate, SessionDuration, RelayState } = found;
  return { Name, PermissionSetArn, Description, CreatedDate, SessionDuration, RelayState };
}

export function createPermissionSet(input: InInstance & Settings & { Name: string; Tags?: Tag[] }, world: World) {
  const center = instance("CreatePermissionSet", input, world);
  const { Name, Description, SessionDuration = "PT1H", RelayState, Tags = [] } = input;
  checkSessionDuration(SessionDuration);
  checkTags(Tags);
  const sets = Object.values(center.permissionSets);
  if (sets.some((other) => other.Name === Name)) throw conflict(`PermissionSet with name ${Name} already exists.`);
  if (sets.length >= quotas.permissionSets) throw overQuota(`At most ${quotas.permissionSets} permission sets.`);
  const id = center.instanceArn.slice(center.instanceArn.lastIndexOf("/") + 1);
  const made: PermissionSet = {
    Name,
    PermissionSetArn: `arn:${world.partition}:sso:::permissionSet/${id}/ps-${hexadecimal(16)}`,
    ...(Description !== undefined && { Description }),
    CreatedDate: world.now,
    SessionDuration,
    ...(RelayState !== undefined && { RelayState }),
    tags: Tags,
    managedPolicies: [],
    customerManagedPolicies: [],
    revision: 1,
    provisioned: {},
  };
  center.permissionSets[made.PermissionSetArn] = made;
  return { PermissionSet: details(made) };
}

export function describePermissionSet(input: InSet, world: World) {
  const center = instance("DescribePermissionSet", input, world);
  return { PermissionSet: details(permissionSet(center, input.PermissionSetArn)) };
}

/** What is left out stays as it is. */
export function updatePermissionSet(input: InSet & Settings, world: World) {
  const found = changeableSet("UpdatePermissionSet", input, world);
  checkSessionDuration(input.SessionDuration);
  if (input.Description !== undefined) found.Description = input.Description;
  if (input.SessionDuration !== undefined) found.SessionDuration = input.SessionDuration;
  if (input.RelayState !== undefined) found.RelayState = input.RelayState;
  found.revision += 1;
  return {};
}

export function deletePermissionSet(input: InSet, world: World) {
  const found = changeableSet("DeletePermissionSet", input, world);
  const { assignments, permissionSets } = world.identityCenter;
  const assigned = assignments.some(({ PermissionSetArn }) => PermissionSetArn === found.PermissionSetArn);
  if (assigned || Object.keys(found.provisioned).length > 0) {
    throw conflict("PermissionSet is provisioned in accounts: delete its account assignments first.");
  }
  Reflect.deleteProperty(permissionSets, found.PermissionSetArn);
  return {};
}

export function listPermissionSets(input: InInstance & Paging, world: World) {
  const center = instance("ListPermissionSets", input, world);
  return listed("PermissionSets", Object.keys(center.permissionSets), input);
}

interface OfResource {
  InstanceArn?: string;
  ResourceArn: string;
}

function tagged(operation: string, { InstanceArn, ResourceArn }: OfResource, world: World): PermissionSet {
  const of = { InstanceArn: InstanceArn ?? world.identityCenter.instanceArn };
  return permissionSet(instance(operation, of, world), ResourceArn);
}

export function tagResource(input: OfResource & { Tags: Tag[] }, world: World) {
  const found = tagged("TagResource", input, world);
  const keys = input.Tags.map(({ Key }) => Key);
  const tags = [...found.tags.filter(({ Key }) => !keys.includes(Key)), ...input.Tags];
  checkTags(tags);
  found.tags = tags;
  return {};
}

export function untagResource(input: OfResource & { TagKeys: string[] }, world: World) {
  const found = tagged("UntagResource", input, world);
  found.tags = found.tags.filter(({ Key }) => !input.TagKeys.includes(Key));
  return {};
}

export function listTagsForResource(input: OfResource & { NextToken?: string }, world: World) {
  return listed("Tags", tagged("ListTagsForResource", input, world).tags, input);
}
