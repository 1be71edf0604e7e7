import type { Deployment } from "../../model/deployment.ts";

interface Named {
  name: string;
  formerly: readonly string[];
}

/** Two states of a list of declared things, compared by what the engine takes for the same thing. */
export interface Pairs<T> {
  both: { before: T; after: T; renamed: boolean }[];
  added: T[];
  gone: T[];
}

/** Two things are one where the later is called as the earlier is, or was called so: `formerly` is an alias. */
export function pairs<T extends Named>(before: readonly T[], after: readonly T[]): Pairs<T> {
  const left = new Map(before.map((one) => [one.name, one]));
  const both: Pairs<T>["both"] = [];
  const added: T[] = [];
  // Whoever has the name itself goes first: it may be the earlier name of another.
  const unmatched = after.filter((one) => {
    const same = left.get(one.name);
    if (same === undefined) return true;
    left.delete(one.name);
    both.push({ before: same, after: one, renamed: false });
    return false;
  });
  for (const one of unmatched) {
    const former = one.formerly.find((name) => left.has(name));
    const same = former === undefined ? undefined : left.get(former);
    if (same === undefined) added.push(one);
    else {
      left.delete(same.name);
      both.push({ before: same, after: one, renamed: true });
    }
  }
  return { both, added, gone: [...left.values()] };
}

/** The same over all stacks, for what AWS knows by one key in whichever stack it is declared. */
export interface StackPairs<T> extends Pairs<T> {
  /** Another stack declares it now, or it has another name without `formerly`: it is deleted and made anew. */
  again: { before: T; after: T }[];
}

/** `listOf` gives what a stack declares. What a stack made that is there no more stays in AWS, and is not gone. */
export function stackPairs<T extends Named>(
  before: readonly Deployment[],
  after: readonly Deployment[],
  listOf: (deployment: Deployment) => readonly T[],
  keyOf: (one: T) => string,
): StackPairs<T> {
  const found: StackPairs<T> = { both: [], added: [], gone: [], again: [] };
  const left: T[] = [];
  for (const stack of new Set([...before, ...after].map((one) => one.stack))) {
    const of = (deployments: readonly Deployment[]) =>
      deployments.filter((one) => one.stack === stack).flatMap((one) => listOf(one));
    const { both, added, gone } = pairs(of(before), of(after));
    found.both.push(...both);
    found.added.push(...added);
    (after.some((one) => one.stack === stack) ? found.gone : left).push(...gone);
  }
  const known = new Map([...left, ...found.gone].map((one) => [keyOf(one), one]));
  found.added = found.added.filter((one) => {
    const was = known.get(keyOf(one));
    if (was === undefined) return true;
    known.delete(keyOf(one));
    found.again.push({ before: was, after: one });
    return false;
  });
  found.gone = found.gone.filter((one) => !found.again.some((pair) => pair.before === one));
  return found;
}
