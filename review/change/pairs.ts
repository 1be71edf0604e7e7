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
