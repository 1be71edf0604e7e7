import { isDeepStrictEqual } from "node:util";
import type { Detail, Effect } from "./item.ts";
import { type Phrase, say, word } from "../phrase.ts";

/** What a change of each field of a thing means. A field that is new in the model has to be thought of here. */
export type Fields<T> = { [Key in keyof Required<T>]: (before: T, after: T) => Detail[] };

/** What has changed about a thing, field by field. */
export function compared<T extends object>(fields: Fields<T>, before: T, after: T): Detail[] {
  return (Object.keys(fields) as (keyof T)[]).flatMap((key) =>
    isDeepStrictEqual(before[key], after[key]) ? [] : fields[key](before, after),
  );
}

/** For a field of which the change is told elsewhere, or follows from another that is told. */
export const toldElsewhere = (): Detail[] => [];

/** For a field that changes nothing about access. */
export const without =
  (what: string): (() => Detail[]) =>
  () => [{ effect: "none", sign: "~", text: word(what) }];

/** For a value that replaces another. */
export function value(
  what: string,
  effect: Effect,
  from: string | number | undefined,
  to: string | number | undefined,
): Detail {
  return { effect, sign: "~", text: say`${word(what)}: ${shown(from)} → ${shown(to)}` };
}

const shown = (one: string | number | undefined): string | Phrase => (one === undefined ? word("none") : String(one));

/** What a list gains and loses. */
export function members(
  before: readonly string[],
  after: readonly string[],
  { gained, lost, say: phrase }: { gained: Effect; lost: Effect; say: (member: string) => Phrase },
): Detail[] {
  return [
    ...after
      .filter((one) => !before.includes(one))
      .map((one): Detail => ({ effect: gained, sign: "+", text: phrase(one) })),
    ...before
      .filter((one) => !after.includes(one))
      .map((one): Detail => ({ effect: lost, sign: "-", text: phrase(one) })),
  ];
}
