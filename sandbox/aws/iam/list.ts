import { page } from "../page.ts";
import { iamError } from "./iam-error.ts";

export interface Paging {
  Marker?: string;
  MaxItems?: number;
}

/** A part of a list as IAM answers it, under the name that the operation gives the list. */
export function listed<Name extends string, Entry>(name: Name, all: Entry[], { Marker, MaxItems = 100 }: Paging) {
  const { entries, next } = page(all, Marker, MaxItems, () => iamError("ValidationError", "Invalid Marker."));
  const more = next === undefined ? { IsTruncated: false } : { IsTruncated: true, Marker: next };
  return { [name]: entries, ...more } as Record<Name, Entry[]> & typeof more;
}

export const byName = <Key extends string>(key: Key) => {
  return (a: Record<Key, string>, b: Record<Key, string>) => (a[key].toLowerCase() < b[key].toLowerCase() ? -1 : 1);
};

/** A policy document on its way out: URL-encoded by RFC 3986, which also encodes what JavaScript leaves alone. */
export function encoded(document: string): string {
  return encodeURIComponent(document).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Names are unique whatever their case. */
export function taken(names: Record<string, unknown>, name: string): boolean {
  const wanted = name.toLowerCase();
  return Object.keys(names).some((other) => other.toLowerCase() === wanted);
}
