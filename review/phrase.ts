import { printable } from "../iam/printable.ts";

/** Words of ours, and between them names that come from somewhere else: each output writes those as it has to. */
export type Phrase = readonly (string | Name)[];

interface Name {
  name: string;
}

/** A phrase: what stands between `${}` is a name, unless it is a phrase itself. */
export function say(words: TemplateStringsArray, ...between: (string | number | Phrase)[]): Phrase {
  return words.flatMap((word, at) => {
    const next = between[at];
    if (next === undefined) return [word];
    return [word, ...(typeof next === "object" ? next : [{ name: String(next) }])];
  });
}

/** Our own word, in a place where `say` would take it for a name. */
export const word = (text: string): Phrase => [text];

/** Phrases as a list in a sentence: `a, b and c`. */
export function listed(phrases: readonly (string | Phrase)[]): Phrase {
  return phrases.flatMap((one, at) => [
    at === 0 ? "" : at === phrases.length - 1 ? " and " : ", ",
    ...(typeof one === "string" ? [{ name: one }] : one),
  ]);
}

/** The phrase with its names written by `write`. */
export function written(phrase: Phrase, write: (name: string) => string): string {
  return phrase.map((part) => (typeof part === "string" ? part : write(part.name))).join("");
}

/** For a terminal: control characters are shown, not obeyed. */
export function asText(phrase: Phrase): string {
  return written(phrase, printable);
}
