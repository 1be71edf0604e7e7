import type { World } from "../world.ts";
import { awsManagedPolicy } from "./attachable-policy.ts";
import { iamError, noSuchEntity } from "./iam-error.ts";
import type { Policy, PolicyVersion } from "./iam-document.ts";
import { encoded, listed, type Paging } from "./list.ts";
import { checkManagedPolicy, customerManagedPolicy } from "./policy.ts";
import { quotas } from "./quotas.ts";

interface ByArn {
  PolicyArn: string;
}

interface ByVersion extends ByArn {
  VersionId: string;
}

function version(policy: Policy, id: string): PolicyVersion {
  const found = policy.versions.find(({ VersionId }) => VersionId === id);
  if (found === undefined) {
    throw noSuchEntity(`Policy ${policy.Arn} version ${id} does not exist or is not attachable.`);
  }
  return found;
}

const summary = (policy: Policy, { VersionId, CreateDate }: PolicyVersion) => {
  return { VersionId, IsDefaultVersion: VersionId === policy.DefaultVersionId, CreateDate };
};

export function createPolicyVersion(
  { PolicyArn, PolicyDocument, SetAsDefault }: ByArn & { PolicyDocument: string; SetAsDefault?: boolean },
  world: World,
) {
  const policy = customerManagedPolicy(world, PolicyArn);
  checkManagedPolicy(PolicyDocument);
  if (policy.versions.length >= quotas.versionsPerManagedPolicy) {
    throw iamError(
      "LimitExceeded",
      `A managed policy can have up to ${quotas.versionsPerManagedPolicy} versions. Before you create a new version, ` +
        "you must delete an existing version.",
    );
  }
  const made = { VersionId: `v${policy.nextVersion}`, CreateDate: world.now, document: PolicyDocument };
  policy.versions.push(made);
  policy.nextVersion += 1;
  if (SetAsDefault === true) setDefault(policy, made.VersionId, world);
  return { PolicyVersion: summary(policy, made) };
}

function setDefault(policy: Policy, id: string, world: World): void {
  policy.DefaultVersionId = id;
  policy.UpdateDate = world.now;
}

export function getPolicyVersion({ PolicyArn, VersionId }: ByVersion, world: World) {
  if (PolicyArn.includes(":iam::aws:policy/")) {
    const aws = awsManagedPolicy(PolicyArn, world.partition);
    if (aws?.version !== VersionId) {
      throw noSuchEntity(`Policy ${PolicyArn} version ${VersionId} does not exist or is not attachable.`);
    }
    const Document = encoded(JSON.stringify(aws.document));
    return { PolicyVersion: { Document, VersionId, IsDefaultVersion: true, CreateDate: "2015-02-06T18:40:58.000Z" } };
  }
  const policy = customerManagedPolicy(world, PolicyArn);
  const found = version(policy, VersionId);
  return { PolicyVersion: { Document: encoded(found.document), ...summary(policy, found) } };
}

/** Newest first. */
export function listPolicyVersions(input: ByArn & Paging, world: World) {
  const policy = customerManagedPolicy(world, input.PolicyArn);
  return listed(
    "Versions",
    policy.versions.toReversed().map((one) => summary(policy, one)),
    input,
  );
}

export function setDefaultPolicyVersion({ PolicyArn, VersionId }: ByVersion, world: World) {
  const policy = customerManagedPolicy(world, PolicyArn);
  setDefault(policy, version(policy, VersionId).VersionId, world);
  return {};
}

export function deletePolicyVersion({ PolicyArn, VersionId }: ByVersion, world: World) {
  const policy = customerManagedPolicy(world, PolicyArn);
  const found = version(policy, VersionId);
  if (VersionId === policy.DefaultVersionId) {
    throw iamError("DeleteConflict", "Cannot delete the default version of a policy.");
  }
  policy.versions = policy.versions.filter((one) => one !== found);
  return {};
}
