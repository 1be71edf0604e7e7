import { nearest } from "../iam/nearest.ts";
import { isDay, today } from "../model/values/date.ts";

/** The format that is asked for, one of the keys of `formats`; throws an Error that says which there are. */
export function formatOf<Format extends string>(formats: Readonly<Record<Format, unknown>>, asked: string): Format {
  const isFormat = (format: string): format is Format => Object.hasOwn(formats, format);
  if (!isFormat(asked)) throw new Error(`There is no format "${asked}": ${Object.keys(formats).join(", ")}.`);
  return asked;
}

/** The day that is asked for, YYYY-MM-DD, or the current one; throws an Error where it is no day. */
export function dayOf(asked: string = today()): string {
  if (!isDay(asked)) throw new Error(`"${asked}" is not a day of the calendar, written YYYY-MM-DD.`);
  return asked;
}

/** What to say of a stack that no `Pulumi.<stack>.yaml` is of. */
export function unknownStack(name: string, stacks: readonly string[]): string {
  const meant = nearest(name, stacks);
  const hint = meant === undefined ? `There are: ${stacks.join(", ")}.` : `Did you mean ${meant}?`;
  return `There is no Pulumi.${name}.yaml here. ${hint}`;
}
