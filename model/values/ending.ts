import type { ConfigPath } from "../places.ts";
import type { Stack } from "../stack.ts";
import { daysLeft } from "./date.ts";

/** Days before its last day from which something that ends is spoken of. */
export const soon = 30;

/**
 * Warns where a last day (inclusive, UTC) is at most 30 days away. `after` says what is true from the next day on, `fix`
 * what to do about it.
 */
export function checkEnding(
  { findings, today }: Stack,
  day: string,
  path: ConfigPath,
  { after, fix }: { after: string; fix: string },
): void {
  const left = daysLeft(day, today);
  if (!(left >= 0 && left <= soon)) return;
  const when = left === 0 ? "Today is the last day" : `The last day is ${day}, in ${left} day${left === 1 ? "" : "s"}`;
  findings.add("ends-soon", path, { message: `${when}; after it ${after}.`, fix });
}
