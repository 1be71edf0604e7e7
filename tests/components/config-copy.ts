import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Document, isMap, isScalar, isSeq, parseDocument } from "yaml";

/** A copy of the shipped configuration in a directory of its own, changed. */
export interface ConfigCopy {
  directory: string;
  /** The stack file. */
  file: (stack: string) => string;
  remove: () => void;
}

export function configCopy(edit: (document: Document, file: string) => void): ConfigCopy {
  const directory = mkdtempSync(join(tmpdir(), "config-"));
  for (const file of readdirSync("config").filter((name) => name.endsWith(".yaml"))) {
    const document = parseDocument(readFileSync(join("config", file), "utf8"), { schema: "failsafe" });
    edit(document, file);
    writeFileSync(join(directory, file), document.toString({ lineWidth: 0 }));
  }
  return {
    directory,
    file: (stack) => join(directory, `${stack}.yaml`),
    remove: () => {
      rmSync(directory, { recursive: true });
    },
  };
}

/** Calls the thing by another name wherever the configuration names it as a key or as a whole value. */
export function rename(node: unknown, from: string, to: string): void {
  if (isMap(node)) {
    for (const pair of node.items) {
      rename(pair.key, from, to);
      rename(pair.value, from, to);
    }
  } else if (isSeq(node))
    node.items.forEach((item) => {
      rename(item, from, to);
    });
  else if (isScalar(node) && node.value === from) node.value = to;
}

/** Puts the members of every map and list into another order; the same for the same seed. */
export function shuffle(document: Document, seed: number): void {
  let state = seed;
  const random = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const visit = (node: unknown): void => {
    if (!isMap(node) && !isSeq(node)) return;
    const items: unknown[] = node.items;
    for (let at = items.length - 1; at > 0; at--) {
      const other = random(at + 1);
      [items[at], items[other]] = [items[other], items[at]];
    }
    for (const item of node.items) visit(isMap(node) ? (item as { value: unknown }).value : item);
  };
  visit(document.contents);
}
