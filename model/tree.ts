/** What YAML says, when everything is text. */
export type Tree = string | Tree[] | TreeMap;

export interface TreeMap {
  [key: string]: Tree;
}

/** Whether the node is a map. */
export function isMap(tree: Tree | undefined): tree is TreeMap {
  return typeof tree === "object" && !Array.isArray(tree);
}
