import type { Path } from "../finding.ts";

/**
 * The way to the first key that stands twice in one object of a JSON text, which has to be right otherwise. JSON does
 * not say which of the two counts, so that two readers can see two documents.
 * Source: https://www.rfc-editor.org/rfc/rfc8259#section-4
 */
export function repeatedKey(json: string): Path | undefined {
  const open: { keys: Set<string> | undefined; at: string | number }[] = [];
  let wantsKey = false;
  for (const [token] of json.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/gs)) {
    const top = open.at(-1);
    if (token === "{") open.push({ keys: new Set(), at: "" });
    else if (token === "[") open.push({ keys: undefined, at: 0 });
    else if (token === "}" || token === "]") open.pop();
    else if (token === ",") {
      if (typeof top?.at === "number") top.at++;
    } else if (wantsKey && top?.keys !== undefined) {
      const key = JSON.parse(token) as string;
      top.at = key;
      if (top.keys.has(key)) return open.map(({ at }) => at);
      top.keys.add(key);
    }
    wantsKey = token === "{" || (token === "," && top?.keys !== undefined);
  }
  return undefined;
}
