import type { Context } from "./context.ts";
import { matchesMarked, wildcards } from "./match.ts";
import { truth, type Truth } from "./truth.ts";

/** In place of a text: it hangs on a key whose value is not known. */
export const unknown = Symbol("unknown");

/**
 * A pattern with its policy variables replaced; its wildcards are marked, so that a `*` that a variable brought in, or
 * that was written `${*}`, is only a star. Undefined where a variable has no value: nothing is equal or like it.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export function resolve(pattern: string, context: Context, variables: boolean): string | undefined | typeof unknown {
  let result = "";
  let from = 0;
  while (from < pattern.length) {
    const open = variables ? pattern.indexOf("${", from) : -1;
    const close = open < 0 ? -1 : pattern.indexOf("}", open);
    result += mark(pattern.slice(from, close < 0 ? undefined : open));
    if (close < 0) break;
    const value = variable(pattern.slice(open + 2, close), context);
    if (value === undefined || value === unknown) return value;
    result += value;
    from = close + 1;
  }
  return result;
}

/** Whether a text matches a pattern with policy variables and, where `glob`, wildcards. */
export function matchesResolved(pattern: string, text: string, context: Context, variables: boolean): Truth {
  const resolved = resolve(pattern, context, variables);
  if (resolved === unknown) return "maybe";
  return truth(resolved !== undefined && matchesMarked(resolved, text));
}

/** Takes the marks off again, for comparisons that know no wildcards. */
export function unmarked(resolved: string): string {
  return resolved.replaceAll(wildcards.any, "*").replaceAll(wildcards.one, "?");
}

function variable(written: string, context: Context): string | undefined | typeof unknown {
  if (written === "*" || written === "?" || written === "$") return written;
  const parts = /^\s*([^,]*?)\s*(?:,\s*'([^']*)'\s*)?$/s.exec(written);
  const value = context.get(parts?.[1] ?? written);
  if (value === "unknown") return unknown;
  // Only keys with a single value can stand for a text.
  if (value?.length === 1) return value[0];
  return value === undefined ? parts?.[2] : undefined;
}

function mark(text: string): string {
  return text.replaceAll("*", wildcards.any).replaceAll("?", wildcards.one);
}
