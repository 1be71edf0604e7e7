import { holdsUnknown, isObject, textOf, unknown } from "./property-values.ts";
import type { Properties, Value } from "./property-values.ts";
import type { Output, Session } from "./session.ts";

export type Tags = Record<string, string>;

export interface Tag {
  Key: string;
  Value: string;
}

/** As most of AWS's operations take and give them. */
export function asTagList(tags: Tags): Tag[] {
  return Object.entries(tags).map(([Key, value]) => ({ Key, Value: value }));
}

/** As the others do. */
export function asTagMap(tags: Tag[]): Tags {
  return Object.fromEntries(tags.map(({ Key, Value: value }) => [Key, value]));
}

/** Everything that a resource will carry: the provider's default tags, overridden by its own, without ignored ones. */
export function allTags(session: Session, tags: Value | undefined): Value {
  if (holdsUnknown(tags)) return unknown;
  return withoutIgnored(session, { ...session.defaultTags, ...tagsIn(tags) });
}

export function tagsIn(tags: Value | undefined): Tags {
  if (!isObject(tags)) return {};
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, textOf(value)]));
}

/** The tags of AWS's answer as the official plugin shows them: `tagsAll`, and `tags` without the provider's default ones. */
export function tagProperties(session: Session, answer: unknown, known: Properties): Properties {
  const all = withoutIgnored(session, asTagMap((answer ?? []) as Tag[]));
  const asked = tagsIn(known["tags"]);
  const own = Object.entries(all).filter(([key, value]) => session.defaultTags[key] !== value || key in asked);
  return { ...(own.length > 0 ? { tags: Object.fromEntries(own) } : {}), tagsAll: all };
}

function withoutIgnored(session: Session, tags: Tags): Tags {
  const { keys, keyPrefixes } = session.ignoreTags;
  const kept = Object.entries(tags).filter(
    ([key]) => !key.startsWith("aws:") && !keys.includes(key) && !keyPrefixes.some((prefix) => key.startsWith(prefix)),
  );
  return Object.fromEntries(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Everything that a resource will carry, as a list; nothing where there are none. */
export function tagList(inputs: Properties): Tag[] | undefined {
  const list = asTagList(tagsIn(inputs["tagsAll"]));
  return list.length > 0 ? list : undefined;
}

/** Takes off what is no longer asked for, and puts on what is new or different. */
export async function updateTags(
  olds: Properties,
  news: Properties,
  untag: (keys: string[]) => Promise<Output>,
  tag: (tags: Tag[]) => Promise<Output>,
): Promise<void> {
  const [before, after] = [tagsIn(olds["tagsAll"]), tagsIn(news["tagsAll"])];
  const removed = Object.keys(before).filter((key) => !(key in after));
  const put = Object.entries(after).filter(([key, value]) => before[key] !== value);
  if (removed.length > 0) await untag(removed);
  if (put.length > 0) await tag(asTagList(Object.fromEntries(put)));
}
