import { judged } from "./text.ts";

const form = /^([1-9]\d{0,3}) (hours?|minutes?)$/u;

/** How long a session lasts: from one hour to twelve, as Identity Center and IAM roles allow. */
export const sessionDuration = judged(
  "How long a session lasts before one signs in again: 1 to 12 hours, written in hours or minutes.",
  "8 hours",
  (value) =>
    durationInSeconds(value) === undefined
      ? {
          code: "session-duration",
          message: `"${value}" is not a session duration: whole hours or minutes from 1 hour to 12 hours.`,
          fix: proposed(value) ?? "Write it as `1 hour`, `8 hours` or `90 minutes`.",
        }
      : undefined,
  { pattern: form, default: "1 hour" },
);

/** `8 hours` for `8h`, `8 hrs` or `8`. */
function proposed(value: string): string | undefined {
  const [, count = "", unit = ""] = /^(\d{1,3})\s*(h|hrs?|hours?|m|mins?|minutes?|)$/iu.exec(value) ?? [];
  const word = unit.toLowerCase().startsWith("m") ? "minute" : "hour";
  const meant = `${count} ${word}${count === "1" ? "" : "s"}`;
  return durationInSeconds(meant) === undefined ? undefined : `Write \`${meant}\`.`;
}

/**
 * Seconds of `1 hour`, `8 hours`, `90 minutes`; undefined where the text is no such duration or not between one hour
 * and twelve.
 * Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html
 */
export function durationInSeconds(value: string): number | undefined {
  const match = form.exec(value);
  if (match === null) return undefined;
  const seconds = Number(match[1]) * (match[2]?.startsWith("hour") === true ? 3600 : 60);
  return seconds >= 3600 && seconds <= 12 * 3600 ? seconds : undefined;
}

/** ISO 8601, as Identity Center takes it: `PT8H`, `PT1H30M`. */
export function isoDuration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return `PT${hours > 0 ? `${hours}H` : ""}${minutes > 0 ? `${minutes}M` : ""}`;
}
