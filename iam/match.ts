/**
 * Whether a text matches a pattern of IAM: `*` stands for any characters, none included, across `:` and `/` too; `?` for
 * exactly one; everything else for itself, case included. At most pattern length × text length steps, whatever they hold.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 */
export function matches(pattern: string, text: string): boolean {
  return glob(pattern, text, "*", "?");
}

/** The wildcards of patterns in which `*` and `?` are plain characters: control characters that no policy may hold. */
export const wildcards = { any: "\u0001", one: "\u0002" } as const;

/** As `matches`, for a pattern whose wildcards are `wildcards`. */
export function matchesMarked(pattern: string, text: string): boolean {
  return glob(pattern, text, wildcards.any, wildcards.one);
}

/** `except` is what `one` does not stand for. */
function glob(pattern: string, text: string, any: string, one: string, except?: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    if (pattern[p] === any) {
      star = p++;
      resume = t;
    } else if (p < pattern.length && ((pattern[p] === one && text[t] !== except) || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[p] === any) p++;
  return p === pattern.length;
}

/** As `matches`, case aside: for actions, and for operators that ignore case. */
export function matchesIgnoringCase(pattern: string, text: string): boolean {
  return matches(pattern.toLowerCase(), text.toLowerCase());
}

/**
 * Whether `wide` surely matches every text that `narrow` matches. Never wrong when true; it can be false for patterns
 * that are alike only by a union of cases (`?*` and `*?` are still found equal).
 */
export function covers(wide: string, narrow: string): boolean {
  // A `?` of the one stands for no `*` of the other.
  return glob(normal(wide), normal(narrow), "*", "?", "*");
}

/** Whether some text matches both patterns. */
export function intersects(a: string, b: string): boolean {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const [left, right] = [a[at], b[at]];
    if (left === "*" || right === "*") break;
    if (left !== right && left !== "?" && right !== "?") return false;
  }
  for (let at = 1; at <= a.length && at <= b.length; at++) {
    const [left, right] = [a[a.length - at], b[b.length - at]];
    if (left === "*" || right === "*") break;
    if (left !== right && left !== "?" && right !== "?") return false;
  }
  // Row q: whether a[p..] and b[q..] have a text in common.
  let row = new Uint8Array(b.length + 1);
  let next = new Uint8Array(b.length + 1);
  for (let p = a.length; p >= 0; p--) {
    [row, next] = [next, row];
    const left = p < a.length ? a.charCodeAt(p) : end;
    for (let q = b.length; q >= 0; q--) {
      const right = q < b.length ? b.charCodeAt(q) : end;
      if (left === star) row[q] = (next[q] ?? 0) | (right === end ? 0 : (row[q + 1] ?? 0));
      else if (right === star) row[q] = (row[q + 1] ?? 0) | (left === end ? 0 : (next[q] ?? 0));
      else if (left === end || right === end) row[q] = left === right ? 1 : 0;
      else row[q] = left === right || left === one || right === one ? (next[q + 1] ?? 0) : 0;
    }
  }
  return row[0] === 1;
}

/** Codes of `*` and `?`, and what no character has. */
const [star, one, end] = [42, 63, -1];

/** One spelling for runs of wildcards: the `?` first, then at most one `*`. */
function normal(pattern: string): string {
  if (!/[*?]{2}/.test(pattern)) return pattern;
  return pattern.replace(/[*?]{2,}/g, (run) => run.replaceAll("*", "") + (run.includes("*") ? "*" : ""));
}
