import { type Phrase, say, word } from "../phrase.ts";
import type { Change } from "./change.ts";
import type { Duration } from "./duration.ts";
import type { Diagnostic } from "../../model/diagnostics.ts";
import type { Effect } from "./item.ts";

/** What is compared, and what comes of it. */
export interface Comparison {
  /** A revision. */
  base: string;
  /** A revision; the working tree where there is none. */
  head: string | undefined;
  /** YYYY-MM-DD, UTC: the day for which both are taken. */
  today: string;
  outcome: Change | Refusal;
}

/** Why nothing can be said of an edit. */
export interface Refusal {
  /** Which of the two is not valid. */
  invalid: "base" | "head";
  diagnostics: readonly Diagnostic[];
  /** The text of each file that could be read, by its name in the diagnostics. */
  texts: ReadonlyMap<string, string>;
}

/** What each effect is called, above what has it. */
export const headings: Record<Effect, string> = {
  weakens: "What protects everybody",
  gains: "Who may do more, or for longer",
  interrupts: "Who is interrupted, and whose role changes its ARN",
  loses: "Who may do less",
  expires: "What ends sooner",
  none: "What changes beside that, and gives or takes nobody anything",
};

/** What is compared, in a line. */
export function subject({ base, head, today }: Comparison): Phrase {
  const what = head === undefined ? word("The working tree") : say`${head}`;
  return say`${what} compared with ${base}, as of ${word(today)}`;
}

export function isRefusal(outcome: Change | Refusal): outcome is Refusal {
  return "invalid" in outcome;
}

/** The one sentence for who reads nothing else. */
export function verdict(outcome: Change | Refusal): string {
  if (isRefusal(outcome)) {
    return outcome.invalid === "head"
      ? "What is proposed is not valid, so that nothing can be said of what it changes. `npm run check` says what is wrong:"
      : "What it is compared with is not valid, so that nothing can be said of what changes:";
  }
  const { items } = outcome;
  const count = (effect: Effect): number => items.filter((item) => item.effect === effect).length;
  const parts = [
    [count("weakens"), "about what protects everybody"],
    [count("gains"), "that may do more"],
    [count("interrupts"), "that are interrupted"],
    [count("loses"), "that may do less"],
    [count("expires"), "that end sooner"],
  ] as const;
  const found = parts.filter(([number]) => number > 0).map(([number, what]) => `${number} ${what}`);
  if (found.length > 0) return `This changes access: ${found.join(", ")}.`;
  return items.length === 0 ? "No change of access." : "No change of access; what changes is told below.";
}

/** How long the update of a stack takes. */
export function duration({ stack, assignments, provisionings, seconds }: Duration): Phrase {
  const parts = [
    ...(assignments === 0 ? [] : [`${assignments} account assignment${assignments === 1 ? "" : "s"}`]),
    ...(provisionings === 0
      ? []
      : [`${provisionings} part${provisionings === 1 ? "" : "s"} of permission sets to bring to their accounts`]),
  ];
  const time = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
  return say`${stack}: ${word(parts.join(" and "))}, at least ${word(time)}`;
}

/** On what the durations rest. */
export const durationBasis =
  "An assignment takes 10 seconds or more, and AWS works on ten at a time; each part of a permission set takes 5 seconds or more. Everything else takes half a minute or so.";
