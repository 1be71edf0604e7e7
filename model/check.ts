import type { Stack } from "./stack.ts";

/** Checks every stack by itself, then all of them together. A stack of which a file is missing is left alone. */
export function check(stacks: readonly Stack[]): readonly Stack[] {
  return stacks.filter(({ whole }) => whole);
}
