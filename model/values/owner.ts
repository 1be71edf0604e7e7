import type { Path } from "../path.ts";
import { refers } from "../references.ts";
import type { Stack } from "../stack.ts";
import { text } from "./text.ts";

/** Who answers for something: a group of people. */
export const owner = text("The group of people that answers for it and reviews it; a key of `groups`.", "Operations", {
  offers: "groups",
});

/** Checks that the owner is a group. */
export function checkOwner(stack: Stack, name: string | undefined, path: Path): void {
  if (name !== undefined) refers(stack, "groups", name, [...path, "owner"]);
}
