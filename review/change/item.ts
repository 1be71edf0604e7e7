import type { Phrase } from "../phrase.ts";

/** What an edit does to access, worst first. */
export const effects = ["weakens", "gains", "interrupts", "loses", "expires", "none"] as const;

/**
 * `weakens`: what protects everybody protects less. `gains`: somebody may do more, or for longer. `interrupts`: somebody is
 * without access for a while. `loses`: somebody may do less. `expires`: access ends sooner. `none`: access stays as it is.
 */
export type Effect = (typeof effects)[number];

/** One thing that an edit does. */
export interface Item {
  effect: Effect;
  /** What happens, without the accounts in which it does. */
  text: Phrase;
  /** Names, sorted; empty where it has nothing to do with accounts, or with one that the text names. */
  accounts: readonly string[];
  details: readonly Detail[];
}

/** One part of what changes about a thing. */
export interface Detail {
  effect: Effect;
  sign: "+" | "-" | "~";
  text: Phrase;
  /** It gives power over permissions: whoever has it can take what else there is. */
  powerful?: true;
}

/** The worst of them; `none` of nothing. */
export function worst(all: readonly { effect: Effect }[]): Effect {
  return effects.find((effect) => all.some((one) => one.effect === effect)) ?? "none";
}

/** Something changes in these parts; nothing where there are none. */
export function changed(text: Phrase, accounts: readonly string[], details: readonly Detail[]): Item[] {
  return details.length === 0 ? [] : [{ effect: worst(details), text, accounts, details }];
}
