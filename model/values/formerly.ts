import * as z from "zod";
import type { NamedSection, Stack } from "../stack.ts";

/** Earlier keys: each becomes an alias, so that a new key is not a new thing in AWS. */
export const formerly = z.array(z.string()).meta({
  description:
    "Earlier names of this entry, newest first. With them a new name is a rename; without them it removes the old thing in AWS and makes a new one. Can be deleted once every stack has been deployed.",
  examples: [["web-servers"]],
});

/** Checks that no earlier key is a key today, or the earlier key of another entry too. */
export function checkFormerly(
  { findings }: Stack,
  section: NamedSection,
  entries: Record<string, { formerly?: string[] }>,
): void {
  const claimed = new Map<string, string>();
  for (const [name, { formerly: earlier = [] }] of Object.entries(entries)) {
    earlier.forEach((former, at) => {
      const other = Object.hasOwn(entries, former) ? former : claimed.get(former);
      claimed.set(former, name);
      if (other === undefined) return;
      findings.add("formerly-taken", [section, name, "formerly", at], {
        message: `"${former}" ${other === former ? "is the name of another entry of" : `is an earlier name of "${other}" in`} \`${section}\`.`,
        fix: "An earlier name belongs to one entry; delete it here or there.",
      });
    });
  }
}
