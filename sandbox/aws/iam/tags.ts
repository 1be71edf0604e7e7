import { iamError } from "./iam-error.ts";
import type { Tag } from "./iam-document.ts";
import { quotas } from "./quotas.ts";

/** The tags after some are set. Keys differ by case only where AWS lets them: never within one resource. */
export function withTags(tags: Tag[], set: Tag[] | undefined, quota: string): Tag[] {
  const keys = (set ?? []).map(({ Key }) => Key.toLowerCase());
  if (new Set(keys).size < keys.length) {
    throw iamError("InvalidInput", "Duplicate tag keys found. Please note that Tag keys are case insensitive.");
  }
  if ((set ?? []).some(({ Key }) => /^aws:/i.test(Key))) {
    throw iamError("InvalidInput", "Tag keys beginning with aws: are reserved for system use.");
  }
  const kept = tags.filter(({ Key }) => !keys.includes(Key.toLowerCase()));
  const result = [...kept, ...(set ?? []).map(({ Key, Value }) => ({ Key, Value }))];
  if (result.length > quotas.tagsPerResource) {
    throw iamError("LimitExceeded", `Cannot exceed quota for ${quota}: ${quotas.tagsPerResource}`);
  }
  return result;
}

/** The tags after some are taken away; keys that are not there do not matter. */
export function withoutTags(tags: Tag[], keys: string[]): Tag[] {
  const gone = keys.map((key) => key.toLowerCase());
  return tags.filter(({ Key }) => !gone.includes(Key.toLowerCase()));
}
