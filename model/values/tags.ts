import * as z from "zod";
import type { Path } from "../path.ts";
import type { Stack } from "../stack.ts";
import { shortened } from "./text.ts";

/** Tags of AWS resources: key → value. */
export const tags = z.record(z.string(), z.string()).meta({
  description: "AWS tags: key to value. At most 50; keys do not begin with `aws:`.",
  examples: [{ environment: "production" }],
});

const characters = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/**
 * Checks tags against what every service takes.
 * Source: https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 */
export function checkTags({ findings }: Stack, entries: Record<string, string> | undefined, path: Path): void {
  const all = Object.entries(entries ?? {});
  if (all.length > 50) {
    findings.add("too-many-tags", path, {
      message: `There are ${all.length} tags; a resource has at most 50.`,
      fix: "Delete some.",
    });
  }
  for (const [key, value] of all) {
    const wrong = key.toLowerCase().startsWith("aws:")
      ? "keys that begin with `aws:` are AWS's own"
      : key.length > 128
        ? "its key has more than 128 characters"
        : value.length > 256
          ? "its value has more than 256 characters"
          : characters.test(key) && characters.test(value)
            ? undefined
            : "it may hold letters, digits, spaces and _ . : / = + - @";
    if (wrong === undefined) continue;
    findings.add("tag", [...path, key], {
      message: `AWS does not take the tag "${shortened(key)}": ${wrong}.`,
      fix: "Write another one, or delete it.",
      at: "key",
    });
  }
}
