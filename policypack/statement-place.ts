import type { NormalStatement } from "../iam/normalize.ts";

/** Where a statement stands, for a person: by its Sid, or else by its number from 1. */
export function placeOf(property: string, { index, sid }: NormalStatement, element: string): string {
  return `${property}, statement ${sid === undefined || sid === "" ? index + 1 : `"${sid}"`}, ${element}`;
}
