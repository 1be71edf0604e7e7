/** A decimal number; undefined for anything else. */
export function parseNumber(text: string): number | undefined {
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}

/** `true` and `false`, case aside. */
export function parseBoolean(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  return lower === "true" ? true : lower === "false" ? false : undefined;
}

/**
 * A date in one of W3C's forms of ISO 8601, or in seconds since 1970 (milliseconds where there are that many digits), as
 * milliseconds since 1970. Without an offset, UTC.
 * Source: https://www.w3.org/TR/NOTE-datetime
 */
export function parseDate(text: string): number | undefined {
  if (/^\d{5,}$/.test(text)) return text.length >= 12 ? Number(text) : Number(text) * 1000;
  const parts =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/i.exec(text);
  if (parts === null) return undefined;
  const part = (at: number, otherwise: number): number => (parts[at] === undefined ? otherwise : Number(parts[at]));
  const [year, month, day] = [part(1, 0), part(2, 1), part(3, 1)];
  const [hour, minute, second] = [part(4, 0), part(5, 0), part(6, 0)];
  if (month > 12 || hour > 24 || minute > 59 || second > 60) return undefined;
  const midnight = new Date(Date.UTC(year, month - 1, day));
  if (month < 1 || midnight.getUTCMonth() !== month - 1) return undefined;
  const fraction = Number(`0.${parts[7] ?? "0"}`) * 1000;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(parts[8] ?? "") ?? [];
  const offset = sign === undefined ? 0 : (sign === "+" ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
  return midnight.getTime() + ((hour * 60 + minute - offset) * 60 + second) * 1000 + fraction;
}
