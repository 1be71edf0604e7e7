import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { mutations } from "./mutations.ts";
import { Random } from "./random.ts";

/** The shipped files with something spoiled. */
export interface Mutant {
  /** In words: which file, what happened to it. */
  what: string;
  files: Record<string, string | Buffer>;
}

const config = join(import.meta.dirname, "..", "..", "config");

const shipped: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(config)
    .filter((name) => name.endsWith(".yaml"))
    .sort()
    .map((name) => [name, readFileSync(join(config, name), "utf8")]),
);

/** The mutant of a seed: one to three mutations, mostly one. */
export function mutant(seed: number): Mutant {
  const random = new Random(seed);
  const files: Record<string, string | Buffer> = { ...shipped };
  const what: string[] = [];
  for (let left = random.pick([1, 1, 1, 2, 3]); left > 0; left--) {
    const file = random.pick(Object.keys(shipped));
    const name = random.pick(Object.keys(mutations));
    const text = files[file];
    if (typeof text !== "string") continue;
    files[file] = mutations[name]?.(text, random) ?? text;
    what.push(`${file}: ${name}`);
  }
  return { what: what.join("; "), files };
}
