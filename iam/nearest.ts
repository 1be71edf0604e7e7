/**
 * The number of single-character edits (insert, delete, replace, swap neighbours) between two texts; anything above
 * `limit` is given as `limit + 1`.
 */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (beforePrevious[j - 2] ?? 0) + 1);
      current.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    [beforePrevious, previous] = [previous, current];
  }
  return previous[b.length] ?? limit + 1;
}

/**
 * The candidate that a person most likely meant: the fewest edits, case aside, and at most a third of the length. Where
 * none is that close, one that begins with what was written or is its beginning. Of equals the first.
 */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  const text = written.toLowerCase();
  let best: string | undefined;
  let limit = Math.max(1, Math.floor(text.length / 3));
  let extension: string | undefined;
  for (const candidate of candidates) {
    const lower = candidate.toLowerCase();
    const edits = distance(text, lower, limit);
    if (edits <= limit && (best === undefined || edits < limit)) [best, limit] = [candidate, edits];
    const extends_ = text.length >= 3 && lower.length >= 3 && (lower.startsWith(text) || text.startsWith(lower));
    if (extends_ && extension === undefined) extension = candidate;
  }
  return best ?? extension;
}
