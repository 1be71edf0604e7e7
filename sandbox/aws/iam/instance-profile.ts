import { uniqueId } from "../id.ts";
import type { World } from "../world.ts";
import { iamError, noSuchEntity } from "./iam-error.ts";
import type { InstanceProfile, Tag } from "./iam-document.ts";
import { byName, encoded, listed, taken, type Paging } from "./list.ts";
import { quotas } from "./quotas.ts";
import { changeableRole, role } from "./role.ts";
import { withoutTags, withTags } from "./tags.ts";
import { shownTrustPolicy } from "./trust.ts";

interface Named {
  InstanceProfileName: string;
}

function instanceProfile({ iam }: World, name: string): InstanceProfile {
  const found = Object.hasOwn(iam.instanceProfiles, name) ? iam.instanceProfiles[name] : undefined;
  if (found === undefined) throw noSuchEntity(`Instance Profile ${name} cannot be found.`);
  return found;
}

function details(profile: InstanceProfile, world: World) {
  const { roles, Tags, ...rest } = profile;
  const Roles = roles.map((name) => {
    const found = role(world, name);
    const { Path, RoleName, RoleId, Arn, CreateDate } = found;
    return {
      Path,
      RoleName,
      RoleId,
      Arn,
      CreateDate,
      AssumeRolePolicyDocument: encoded(shownTrustPolicy(found, world)),
    };
  });
  return { ...rest, Roles, Tags };
}

export function createInstanceProfile(input: Named & { Path?: string; Tags?: Tag[] }, world: World) {
  const { iam, caller, partition, now } = world;
  const { InstanceProfileName, Path = "/" } = input;
  const Tags = withTags([], input.Tags, "TagsPerInstanceProfile");
  if (taken(iam.instanceProfiles, InstanceProfileName)) {
    throw iamError("EntityAlreadyExists", `Instance Profile ${InstanceProfileName} already exists.`);
  }
  if (Object.keys(iam.instanceProfiles).length >= quotas.instanceProfilesPerAccount) {
    const quota = `InstanceProfilesPerAccount: ${quotas.instanceProfilesPerAccount}`;
    throw iamError("LimitExceeded", `Cannot exceed quota for ${quota}`);
  }
  const made: InstanceProfile = {
    Path,
    InstanceProfileName,
    InstanceProfileId: uniqueId("AIPA"),
    Arn: `arn:${partition}:iam::${caller.accountId}:instance-profile${Path}${InstanceProfileName}`,
    CreateDate: now,
    roles: [],
    Tags,
  };
  iam.instanceProfiles[InstanceProfileName] = made;
  return { InstanceProfile: details(made, world) };
}

export function getInstanceProfile({ InstanceProfileName }: Named, world: World) {
  return { InstanceProfile: details(instanceProfile(world, InstanceProfileName), world) };
}

export function deleteInstanceProfile({ InstanceProfileName }: Named, world: World) {
  if (instanceProfile(world, InstanceProfileName).roles.length > 0) {
    throw iamError("DeleteConflict", "Cannot delete entity, must remove roles from instance profile first.");
  }
  Reflect.deleteProperty(world.iam.instanceProfiles, InstanceProfileName);
  return {};
}

export function addRoleToInstanceProfile(input: Named & { RoleName: string }, world: World) {
  const profile = instanceProfile(world, input.InstanceProfileName);
  const { RoleName } = changeableRole(world, input.RoleName);
  if (profile.roles.length >= quotas.rolesPerInstanceProfile) {
    const quota = `InstanceSessionsPerInstanceProfile: ${quotas.rolesPerInstanceProfile}`;
    throw iamError("LimitExceeded", `Cannot exceed quota for ${quota}`);
  }
  profile.roles.push(RoleName);
  return {};
}

export function removeRoleFromInstanceProfile(input: Named & { RoleName: string }, world: World) {
  const profile = instanceProfile(world, input.InstanceProfileName);
  if (!profile.roles.includes(input.RoleName)) {
    throw noSuchEntity(`The role with name ${input.RoleName} cannot be found.`);
  }
  profile.roles = profile.roles.filter((name) => name !== input.RoleName);
  return {};
}

export function listInstanceProfilesForRole(input: Paging & { RoleName: string }, world: World) {
  const { RoleName } = role(world, input.RoleName);
  const profiles = Object.values(world.iam.instanceProfiles).filter(({ roles }) => roles.includes(RoleName));
  const part = listed("InstanceProfiles", profiles.sort(byName("InstanceProfileName")), input);
  return {
    ...part,
    InstanceProfiles: part.InstanceProfiles.map((one) => ({ ...details(one, world), Tags: undefined })),
  };
}

export function tagInstanceProfile(input: Named & { Tags: Tag[] }, world: World) {
  const profile = instanceProfile(world, input.InstanceProfileName);
  profile.Tags = withTags(profile.Tags, input.Tags, "TagsPerInstanceProfile");
  return {};
}

export function untagInstanceProfile(input: Named & { TagKeys: string[] }, world: World) {
  const profile = instanceProfile(world, input.InstanceProfileName);
  profile.Tags = withoutTags(profile.Tags, input.TagKeys);
  return {};
}
