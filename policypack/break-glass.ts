import { unknown } from "./known.ts";
import type { Context } from "./rule.ts";

/**
 * Whether the user of this name is one that the pack's configuration names; undefined where the name is not known yet and
 * could be one of them. Nothing that stands in the program makes a user one.
 */
export function isBreakGlass(name: unknown, { parameters: { breakGlassUsers } }: Context): boolean | undefined {
  if (name === unknown) return breakGlassUsers.length === 0 ? false : undefined;
  return typeof name === "string" && breakGlassUsers.includes(name);
}

/** The name as a sentence has it. */
export function quoted(name: unknown): string {
  return typeof name === "string" ? `"${name}"` : "without a known name";
}
