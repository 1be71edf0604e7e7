import type { z } from "zod";
import { judged } from "./text.ts";

const form = /^([1-9]\d{0,4}) (?:day|days)$/u;

/** A number of days from `least` to `most`, written as `90 days`. */
export function days(description: string, example: string, least: number, most: number): z.ZodString {
  return judged(
    description,
    example,
    (value) => {
      const count = daysIn(value);
      if (count !== undefined && count >= least && count <= most) return undefined;
      return {
        code: "days",
        message: `"${value}" is not a number of days from ${least} to ${most}.`,
        fix: `Write a number and the word days, as in \`${example}\`.`,
      };
    },
    { pattern: form },
  );
}

/** The number in `1 day`, `90 days`; undefined where the text is no such thing. */
export function daysIn(value: string): number | undefined {
  const match = form.exec(value);
  return match === null ? undefined : Number(match[1]);
}
