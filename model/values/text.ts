import * as z from "zod";
import { shape } from "../../iam/catalogue/service-models.ts";
import type { DiagnosticCode } from "../diagnostics.ts";
import type { Hints } from "./offer.ts";

/** What is wrong with one value, in our words; `structure.ts` makes a diagnostic of it. */
export interface Wrong {
  code: DiagnosticCode;
  message: string;
  fix: string;
}

/** Any text. The description and the example go into the JSON Schema and the reference page. */
export function text(description: string, example: string, hints: Hints = {}): z.ZodString {
  return z.string().meta({ description, examples: [example], ...hints });
}

/** A text that `judge` may find wrong. */
export function judged(
  description: string,
  example: string,
  judge: (value: string) => Wrong | undefined,
  hints: Hints & { aws?: AwsText } = {},
): z.ZodString {
  return z
    .string()
    .check((context) => {
      const wrong = judge(context.value);
      if (wrong !== undefined) {
        context.issues.push({
          code: "custom",
          input: context.value,
          params: wrong as unknown as Record<string, unknown>,
        });
      }
    })
    .meta({ description, examples: [example], ...hints });
}

/** A shape of AWS's published service models, and what a reader has to know of it. */
export interface AwsText {
  service: string;
  shape: string;
  /** With its article, such as `a role name`. */
  what: string;
  /** The characters that its pattern allows, in words. */
  characters: string;
}

export const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@]+$/u;
export const nameCharacters = "letters, digits and + = , . @ - _";
export const printable = "printable Latin characters (no curly quotes, no dashes longer than -)";

/** A text within the limits of AWS's service models. */
export function awsText(kind: AwsText, description: string, example: string, hints: Hints = {}): z.ZodString {
  return judged(description, example, (value) => outsideLimits(kind, value), { ...hints, aws: kind });
}

/** Says how a text breaks the limits of AWS's service models. Lengths count characters, as AWS does. */
export function outsideLimits({ service, shape: name, what, characters }: AwsText, value: string): Wrong | undefined {
  const { min = 0, max = Infinity, pattern } = shape(service, name);
  const all = Array.from(value);
  const length = all.length;
  if (length < min || length > max) {
    return {
      code: "text-length",
      message: `"${shortened(value)}" has ${length} ${length === 1 ? "character" : "characters"}; ${what} has ${min} to ${max}.`,
      fix: length > max ? `Shorten it by ${length - max}.` : "Write a longer one.",
    };
  }
  if (pattern !== undefined && !pattern.test(value)) {
    const culprit = all.find((character) => !pattern.test(character));
    return {
      code: "text-characters",
      message:
        culprit === undefined
          ? `"${shortened(value)}" is not ${what}: it may hold ${characters}.`
          : `"${shortened(value)}" holds "${culprit}"; ${what} may hold ${characters}.`,
      fix: culprit === undefined ? "Write another one." : `Write it without "${culprit}".`,
    };
  }
  return undefined;
}

/** A text short enough to stand in a message. */
export function shortened(value: string): string {
  const line = value.replaceAll(/\s+/gu, " ");
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}
