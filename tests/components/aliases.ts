import { byUrn } from "./graph.ts";
import type { Registration, Run } from "./program.ts";

/**
 * Every URN under which the engine looks for a resource in the last state: its own and those of its aliases. A child
 * whose name starts with its parent's inherits the parent's aliases; the types in the URN stay.
 * Source: https://www.pulumi.com/docs/iac/concepts/resources/options/aliases/
 */
export function lookedFor(run: Run, registration: Registration): string[] {
  const types = registration.urn.slice(0, registration.urn.lastIndexOf("::"));
  return namesOf(run, registration).map((name) => `${types}::${name}`);
}

function namesOf(run: Run, registration: Registration): string[] {
  const own = [registration.name, ...registration.aliases];
  const parent = byUrn(run, registration.parent);
  if (parent === undefined) return own;
  const [current = "", ...earlier] = namesOf(run, parent);
  const inherited = earlier.flatMap((before) =>
    own.flatMap((name) => (name.startsWith(current) ? [before + name.slice(current.length)] : [])),
  );
  return [...new Set([...own, ...inherited])];
}
