import { type Limits, shape } from "../../iam/catalogue/service-models.ts";
import type { Hints } from "../values/offer.ts";
import type { AwsText } from "../values/text.ts";
import type { JsonSchema } from "./json-schema.ts";
import { isClosed, offered } from "./offers.ts";

/** What `text`, `judged` and `oneOf` say of a text. */
export type TextMeta = Hints & {
  description?: string | undefined;
  examples?: string[] | undefined;
  aws?: AwsText;
};

/**
 * Forms of a text that YAML's core schema takes for something else. The loader takes them as they are written, so that
 * an editor must not object; from ten digits on the loader wants quotes.
 */
const otherForms = ["0", "7", "20", "365", "1000000", "-1", "1.5", "1e5", "true", "false"];

/** What an editor has to know of a text that is a value. */
export function textSchema(meta: TextMeta): JsonSchema {
  const { description, examples, default: fallback, aws, offers } = meta;
  const limits: Limits = aws === undefined ? {} : shape(aws.service, aws.shape);
  const pattern = meta.pattern ?? limits.pattern;
  const message =
    aws === undefined || meta.pattern !== undefined
      ? `Expected is something like: ${yamlText(examples?.[0] ?? "")}`
      : `Here stands something else than ${aws.what}: it may hold ${aws.characters}.`;
  const isAlwaysText = pattern !== undefined && !otherForms.some((form) => pattern.test(form));
  return {
    ...explained(description, meta),
    ...(examples !== undefined && { examples }),
    ...(fallback !== undefined && { default: fallback }),
    ...(isAlwaysText && { type: "string", errorMessage: message }),
    ...(!isAlwaysText &&
      !(offers !== undefined && isClosed(offers)) && {
        if: { $ref: "#/definitions/no-text" },
        then: { $ref: "#/definitions/text" },
      }),
    minLength: Math.max(1, limits.min ?? 1),
    ...(limits.max !== undefined && { maxLength: limits.max }),
    ...(pattern !== undefined && { pattern: pattern.source, patternErrorMessage: message }),
    ...(offers !== undefined && offered(offers)),
  };
}

/** What an editor has to know of the keys of a map. */
export function keySchema({ offers }: Hints): JsonSchema {
  if (offers === undefined) return { minLength: 1 };
  // Side by side, so that an editor does not show the pattern where it offers the names.
  const { anyOf, ...form } = offered(offers);
  return { title: "name", minLength: 1, ...(anyOf !== undefined && { anyOf }), allOf: [form] };
}

/** The description, with what holds where the key is absent. */
export function explained(
  description: string | undefined,
  { default: fallback, otherwise }: { default?: string | undefined; otherwise?: string | undefined },
): JsonSchema {
  if (description === undefined) return {};
  const usual = fallback === undefined ? otherwise : `\`${fallback}\``;
  return { description: usual === undefined ? description : `${description} Default: ${usual}.` };
}

/** As one writes it in YAML: in quotes where it would be a number. */
const yamlText = (text: string): string => (/^\d+$/u.test(text) ? `"${text}", in quotes` : text);

/** The definitions to which the schemas of texts refer. */
export const textDefinitions: Record<string, JsonSchema> = {
  "no-text": {
    anyOf: [{ type: ["array", "object", "null"] }, { type: "number", exclusiveMinimum: 999_999_999 }],
  },
  text: { type: "string", errorMessage: "Expected is a text. A long number stands in quotes." },
};
