import { covers, intersects } from "./match.ts";
import type { Truth } from "./truth.ts";

/** Steps after which the answer is `maybe`: patterns that need more are made to be hard. */
const patience = 20_000;

/**
 * Whether several patterns together match every text that `narrow` matches, case included. `yes` and `no` are sure;
 * `maybe` where that takes too long to find out, which no pattern of everyday needs.
 */
export function coveredByUnion(narrow: string, wides: readonly string[]): Truth {
  if (wides.some((wide) => covers(wide, narrow))) return "yes";
  const near = wides.filter((wide) => intersects(wide, narrow));
  if (near.length === 0) return "no";
  const letters = [...new Set([narrow, ...near].join("").replace(/[*?]/g, "")), undefined];
  const start: [number, Set<number>][] = step([narrow], new Set([0])).map((at) => [at, closure(near, starts(near))]);
  const seen = new Set<string>();
  for (let next = start.pop(); next !== undefined; next = start.pop()) {
    const [at, places] = next;
    const key = `${at}:${[...places].join()}`;
    if (seen.has(key)) continue;
    if (seen.size > patience) return "maybe";
    seen.add(key);
    if (at === narrow.length) {
      if (!ends(near, places)) return "no";
      continue;
    }
    for (const letter of letters) {
      const after = advance([narrow], new Set([at]), letter);
      if (after.size === 0) continue;
      const wide = closure(near, advance(near, places, letter));
      for (const place of step([narrow], after)) start.push([place, wide]);
    }
  }
  return "yes";
}

/** A place is a pattern's index and how far it is read, as one number. */
const width = 2 ** 16;

function starts(patterns: string[]): Set<number> {
  return new Set(patterns.map((_, index) => index * width));
}

function ends(patterns: string[], places: Set<number>): boolean {
  return [...places].some((place) => place % width === patterns[Math.floor(place / width)]?.length);
}

/** Where the patterns can be after one more letter; `undefined` is any that none of them spells. */
function advance(patterns: string[], places: Set<number>, letter: string | undefined): Set<number> {
  const after = new Set<number>();
  for (const place of places) {
    const wanted = patterns[Math.floor(place / width)]?.[place % width];
    if (wanted === "*") after.add(place);
    else if (wanted === "?" || (wanted !== undefined && wanted === letter)) after.add(place + 1);
  }
  return after;
}

/** With all places behind a `*`, which may stand for nothing; sorted. */
function closure(patterns: string[], places: Set<number>): Set<number> {
  return new Set(step(patterns, places).sort((a, b) => a - b));
}

function step(patterns: string[], places: Set<number>): number[] {
  const reached = new Set<number>();
  for (const place of places)
    for (let at = place; ; at++) {
      reached.add(at);
      if (patterns[Math.floor(at / width)]?.[at % width] !== "*") break;
    }
  return [...reached];
}
