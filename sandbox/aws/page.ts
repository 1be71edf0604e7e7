/**
 * Part of a list, as AWS hands lists out. The token says where the next part begins; `malformed` makes the error that
 * the service gives for a token that it has not given out.
 */
export function page<Entry>(
  entries: Entry[],
  token: string | undefined,
  size: number,
  malformed: () => Error,
): { entries: Entry[]; next?: string } {
  const start =
    token === undefined
      ? 0
      : Number(
          Buffer.from(token, "base64url")
            .toString()
            .replace(/^from /, ""),
        );
  if (!Number.isInteger(start) || start < 0) throw malformed();
  const end = start + size;
  const part = entries.slice(start, end);
  if (end >= entries.length) return { entries: part };
  return { entries: part, next: Buffer.from(`from ${end}`).toString("base64url") };
}
