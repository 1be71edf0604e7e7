import { splitColons } from "./arn.ts";
import type { Context } from "./context.ts";
import { matchesMarked } from "./match.ts";
import { matchesResolved, resolve, unknown, unmarked } from "./pattern.ts";
import { all, truth, type Truth } from "./truth.ts";

/** Whether a text is what a policy names, its variables replaced. */
export function matchesText(
  wanted: string,
  text: string,
  context: Context,
  variables: boolean,
  how: { wildcards: boolean; ignoreCase: boolean },
): Truth {
  const resolved = resolve(wanted, context, variables);
  if (resolved === undefined) return "no";
  if (resolved === unknown) return "maybe";
  if (how.wildcards) return truth(matchesMarked(resolved, text));
  const plain = unmarked(resolved);
  return truth(how.ignoreCase ? plain.toLowerCase() === text.toLowerCase() : plain === text);
}

/**
 * Whether an ARN is what a policy names: each of the six parts on its own, with wildcards, for ArnEquals as for ArnLike.
 * A pattern that breaks off in a `*` goes on in further ones.
 */
export function matchesArn(wanted: string, arn: string, context: Context, variables: boolean): Truth {
  const parts = sixParts(arn.split(":"));
  const patterns = sixParts(splitColons(wanted));
  if (parts.length < 6) return "no";
  while (patterns.length < 6 && patterns.at(-1)?.endsWith("*") === true) patterns.push("*");
  if (patterns.length < 6) return "no";
  return all(parts.map((part, at) => matchesResolved(patterns[at] ?? "", part, context, variables)));
}

function sixParts(parts: string[]): string[] {
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(":")];
}
