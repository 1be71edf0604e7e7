import type { Findings } from "./findings.ts";
import type { TreeMap } from "./tree.ts";

/** Sections that the language has and the program does not act on. */
const unsupportedSections = ["expect"];

/** Refuses such sections, each once, and takes them out of the tree. */
export function refuseUnsupported(tree: TreeMap, findings: Findings): void {
  for (const section of unsupportedSections) {
    if (tree[section] === undefined) continue;
    findings.add("not-supported-yet", section, {
      message: `\`${section}\` is not supported yet: nothing would act on it.`,
      fix: "Take the section out until it is.",
      at: "key",
    });
    Reflect.deleteProperty(tree, section);
  }
}
