import { AwsError } from "../call.ts";
import type { World } from "../world.ts";
import { awsPolicies } from "./aws-policy.ts";
import { constraint, listed, mayChange, mayLook } from "./organizational-unit.ts";
import { tagsPerResource } from "./quotas.ts";

export interface Tag {
  Key: string;
  Value: string;
}

type Tags = Record<string, string>;

/** The tags with these put on. */
export function tagsWith(before: Tags, added: Tag[]): Tags {
  if (added.some(({ Key }) => /^aws:/i.test(Key))) {
    throw new AwsError(
      "InvalidInputException",
      "You can't add, edit, or delete system tag keys, which begin with aws:.",
    );
  }
  const tags = { ...before, ...Object.fromEntries(added.map(({ Key, Value }) => [Key, Value])) };
  if (Object.keys(tags).length > tagsPerResource) throw constraint("You have exceeded the number of tags allowed.");
  return tags;
}

export function tagResource(input: { ResourceId: string; Tags: Tag[] }, world: World) {
  mayChange(world);
  const tagged = holder(input.ResourceId, world);
  tagged.tags = tagsWith(tagged.tags, input.Tags);
  return {};
}

export function untagResource(input: { ResourceId: string; TagKeys: string[] }, world: World) {
  mayChange(world);
  const tagged = holder(input.ResourceId, world);
  tagged.tags = Object.fromEntries(Object.entries(tagged.tags).filter(([key]) => !input.TagKeys.includes(key)));
  return {};
}

export function listTagsForResource(input: { ResourceId: string; NextToken?: string }, world: World) {
  mayLook(world);
  const tags = Object.entries(holder(input.ResourceId, world).tags).map(([Key, Value]) => ({ Key, Value }));
  return listed("Tags", tags, { ...input, MaxResults: 50 });
}

/** Accounts and policies have tags; the root and the units of a virtual organization, and AWS's own policies, never have any. */
function holder(id: string, { organization }: World): { tags: Tags } {
  const { accounts, organizationalUnits, policies, rootId } = organization;
  const found = accounts.find((account) => account.id === id) ?? policies[id];
  if (found !== undefined) return found;
  if ([rootId, ...organizationalUnits.map((unit) => unit.id), ...Object.keys(awsPolicies)].includes(id)) {
    return { tags: {} };
  }
  throw new AwsError("TargetNotFoundException", "You specified a target that doesn't exist.");
}
