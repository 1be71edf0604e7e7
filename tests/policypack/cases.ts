import type { Given, Pack } from "./judge.ts";

/** A program, and which of the rule's findings it has: `mandatory`, `advisory`, or none. */
export interface Case {
  title: string;
  program: Given[];
  /** Levels of the findings of the rule under test, in order. */
  expected: ("mandatory" | "advisory")[];
  pack?: Pack;
  /** What the first message has to say. */
  says?: RegExp;
}
