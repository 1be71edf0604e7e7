import type { Findings } from "./findings.ts";
import type { Places } from "./places.ts";
import { childPath, placeOf } from "./places.ts";
import type { Source } from "./read.ts";
import type { Tree, TreeMap } from "./tree.ts";
import { isMap } from "./tree.ts";

/** One file of a stack: what it says, and where. */
export interface StackSource extends Source {
  file: string;
  places: Places;
}

/** Keys of a file that are about the file itself and not about the organization. */
const fileKeys = ["version", "stack", "include"];

/**
 * Unites the files of a stack, in their order: sections unite at their keys, lists append. Nothing overrides: a key of
 * a section that a file before it has is an error that names both places, and has no effect. `findings.places` becomes
 * the places of the whole stack.
 */
export function merge(sources: readonly StackSource[], findings: Findings): TreeMap {
  const united: TreeMap = {};
  for (const { tree, places } of sources) {
    const refused: string[] = [];
    const moved = new Map<string, number>();
    for (const [section, content] of Object.entries(tree)) {
      if (fileKeys.includes(section)) refused.push(section);
      else refused.push(...unite(united, section, content, moved));
    }
    for (const path of refused) refuseSecond(path, places, findings);
    for (const [path, located] of places) {
      const above = (ancestor: string): boolean => path === ancestor || /^[.[]/u.test(path.slice(ancestor.length));
      if (refused.some((other) => path.startsWith(other) && above(other))) continue;
      const to = renumbered(path, moved);
      if (!findings.places.has(to)) findings.places.set(to, located);
    }
  }
  return united;
}

/** Adds what a file says in one section. Returns the paths that were there before. */
function unite(united: TreeMap, section: string, content: Tree, moved: Map<string, number>): string[] {
  const before = united[section];
  if (before === undefined) {
    united[section] = isMap(content) ? { ...content } : Array.isArray(content) ? [...content] : content;
    return [];
  }
  if (Array.isArray(before) && Array.isArray(content)) {
    moved.set(section, before.length);
    before.push(...content);
    return [];
  }
  if (!isMap(before) || !isMap(content)) return [section];
  const twice = Object.keys(content).filter((key) => Object.hasOwn(before, key));
  united[section] = { ...content, ...before };
  return twice.map((key) => childPath(section, key));
}

/** The path of a member of a list to which a file before has given members. */
function renumbered(path: string, moved: ReadonlyMap<string, number>): string {
  if (moved.size === 0) return path;
  return path.replace(/^([^.[]+)\[(\d+)\]/u, (whole, section: string, at: string) => {
    const by = moved.get(section);
    return by === undefined ? whole : childPath(section, Number(at) + by);
  });
}

function refuseSecond(path: string, places: Places, findings: Findings): void {
  if (fileKeys.includes(path)) return;
  findings.addAt("key-in-two-files", placeOf(places, path, "key"), path, {
    message: `\`${path}\` stands in ${findings.where(path)} already, and no file changes a line of another.`,
    fix: "Keep one of the two, or give one of them another name.",
  });
}
