import { text } from "./text.ts";

/** Who answers for something: a group of people. */
export const owner = text("The group that answers for this and reviews it; a key of `groups`.", "Operations");
