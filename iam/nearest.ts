/**
 * The number of single-character edits (insert, delete, replace, swap neighbours) between two texts; anything above
 * `limit` is given as `limit + 1`.
 */
function distance(a: string, b: string, limit: number): number {
  const far = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return far;
  if (rows[0].length <= b.length) rows = newRows(b.length + 1);
  let [beforePrevious, previous, current] = rows;
  for (let at = 0; at <= b.length; at++) previous[at] = at;
  for (let i = 1; i <= a.length; i++) {
    // Further from the diagonal than the limit, everything is above it.
    const [from, to] = [Math.max(1, i - limit), Math.min(b.length, i + limit)];
    current[from - 1] = from === 1 ? i : far;
    let least = i;
    for (let j = from; j <= to; j++) {
      const same = a[i - 1] === b[j - 1];
      const above = j < i + limit ? (previous[j] ?? far) : far;
      let cost = Math.min(above + 1, (current[j - 1] ?? far) + 1, (previous[j - 1] ?? far) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (beforePrevious[j - 2] ?? far) + 1);
      current[j] = cost;
      least = Math.min(least, cost);
    }
    if (least > limit) return far;
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  return Math.min(previous[b.length] ?? far, far);
}

type Rows = [Uint32Array, Uint32Array, Uint32Array];

/** Kept from call to call: thousands of names are compared where somebody has misspelt many. */
let rows: Rows = newRows(64);

function newRows(length: number): Rows {
  return [new Uint32Array(length), new Uint32Array(length), new Uint32Array(length)];
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
    // Neither near nor an extension: seen without a look at the rest.
    const isFar = Math.abs(candidate.length - text.length) > limit;
    if (isFar && candidate[0]?.toLowerCase() !== text[0]) continue;
    const lower = candidate.toLowerCase();
    const edits = distance(text, lower, limit);
    if (edits <= limit && (best === undefined || edits < limit)) [best, limit] = [candidate, edits];
    const extends_ = text.length >= 3 && lower.length >= 3 && (lower.startsWith(text) || text.startsWith(lower));
    if (extends_ && extension === undefined) extension = candidate;
  }
  return best ?? extension;
}
