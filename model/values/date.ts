import { judged } from "./text.ts";
import type { z } from "zod";

const dayForm = /^\d{4}-\d{2}-\d{2}$/u;

/**
 * A day, in UTC: it begins at 00:00 UTC, which is 02:00 of a summer's day in Berlin. A last day is inclusive wherever the
 * YAML names one.
 */
export function day(description: string, example: string): z.ZodString {
  return judged(
    description,
    example,
    (value) =>
      isDay(value)
        ? undefined
        : {
            code: "date",
            message: `"${value}" is not a day of the calendar, written YYYY-MM-DD.`,
            fix: proposed(value) ?? `Write year, month and day, as in ${example}.`,
          },
    { pattern: dayForm },
  );
}

/** A day that is written as in 31.12.2026 or 2026/12/31, as it is written here; 1/2/2026 can be two days. */
function proposed(value: string): string | undefined {
  const [, first = "", month = "", last = ""] = /^(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})\.?$/u.exec(value) ?? [];
  const [year, day] = first.length === 4 ? [first, last] : value.includes("/") ? ["", ""] : [last, first];
  const meant = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isDay(meant) ? `Write ${meant}.` : undefined;
}

/** Whether the text is a day that exists, written YYYY-MM-DD. Days written so compare as texts do. */
export function isDay(value: string): boolean {
  if (!dayForm.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

/** Whether a last day is over; while it lasts, it is not. */
export function isOver(lastDay: string, today: string): boolean {
  return lastDay < today;
}

/** How many days follow today until the last one: 0 on the last day itself, less once it is over. */
export function daysLeft(lastDay: string, today: string): number {
  return Math.round((Date.parse(lastDay) - Date.parse(today)) / 86_400_000);
}

/** Today in UTC, YYYY-MM-DD. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
