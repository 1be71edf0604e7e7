import type { Tag } from "./iam/iam-document.ts";
import type { World } from "./world.ts";

/** The tags after some are set. */
export function tagsWith(tags: Tag[], set: Tag[]): Tag[] {
  const keys = set.map(({ Key }) => Key);
  return [...tagsWithout(tags, keys), ...set];
}

/** The tags after some are taken away; keys that are not there do not matter. */
export function tagsWithout(tags: Tag[], keys: string[]): Tag[] {
  return tags.filter(({ Key }) => !keys.includes(Key));
}

interface Tagged {
  resourceArn: string;
}

/** The operations of services that keep tags as names and values. */
export function taggedByArn(find: (world: World, arn: string) => { tags: Record<string, string> }) {
  return {
    tagResource: ({ resourceArn, tags }: Tagged & { tags: Record<string, string> }, world: World) => {
      Object.assign(find(world, resourceArn).tags, tags);
      return {};
    },
    untagResource: ({ resourceArn, tagKeys }: Tagged & { tagKeys: string[] }, world: World) => {
      const { tags } = find(world, resourceArn);
      for (const key of tagKeys) Reflect.deleteProperty(tags, key);
      return {};
    },
  };
}
