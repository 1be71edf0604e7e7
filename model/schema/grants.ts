import * as z from "zod";
import { allowVerbs } from "../grants/allow.ts";
import { denyVerbs } from "../grants/deny.ts";
import { guardrailWords } from "../grants/guardrail-word.ts";
import type { Parameter, Verb } from "../grants/verb.ts";
import { permissionsBoundary } from "../sections/permissions.ts";
import { accountsOrSelector } from "../values/accounts.ts";
import { text } from "../values/text.ts";
import type { JsonSchema } from "./json-schema.ts";

const parameters: Record<Parameter, z.ZodType> = {
  in: accountsOrSelector.meta({
    description: "The accounts in which the target lies.",
    examples: ["DevOps"],
    otherwise: "the account of whoever holds the grant",
  }),
  region: text("The region in which the target lies.", "eu-west-1", {
    offers: "regions",
    otherwise: "`organization.home-region`",
  }),
  "kms-key": text("The alias of the KMS key with which the target is encrypted.", "alias/payments", {
    pattern: /^alias\/[A-Za-z0-9/_-]+$/u,
  }),
  "to-service": text("The AWS service to which the role may be handed: one, never `*`.", "ecs", {
    pattern: /^[a-z0-9-]+(\.[a-z0-9-]+)*$/u,
  }),
  "permissions-boundary": permissionsBoundary.meta({
    description: "The permissions boundary that every role made so has to have: one policy of either kind.",
    examples: [{ "customer-managed-policy": "workload-boundary" }],
  }),
};

/** One short grant, as an editor sees it: every verb and every parameter is a key. */
export const grantKeys = z.strictObject({
  ...Object.fromEntries(allowVerbs.map((verb) => [verb.verb, target(verb).exactOptional()])),
  ...Object.fromEntries(Object.entries(parameters).map(([key, schema]) => [key, schema.exactOptional()])),
});

/** Which parameters a verb cannot do without. */
export const grantDependencies: Record<string, string[]> = Object.fromEntries(
  allowVerbs.flatMap(({ verb, required = [] }) => (required.length === 0 ? [] : [[verb, [...required]]])),
);

function target({ verb, means, target: wanted, required = [], optional = [] }: Verb): z.ZodType {
  const { pattern, expects = "", example = "" } = wanted ?? {};
  const beside = [...required.map((one) => `\`${one}\` (needed)`), ...optional.map((one) => `\`${one}\``)];
  const one = z.string().meta(pattern === undefined ? {} : { pattern, examples: [example] });
  return z.union([one, z.array(one)]).meta({
    description: `${means} \`${verb}:\` takes ${expects}.${beside.length === 0 ? "" : ` Beside it: ${beside.join(", ")}.`}`,
    examples: [example],
  });
}

/** One entry of `deny` in a permission set, a role or a policy: a word that stands alone. */
export const denialSchema: JsonSchema = wordList(denyVerbs);

/** One entry of `deny` in a guardrail: a word that stands alone, or one with its values. */
export function guardrailDenialSchema(schemaOf: (schema: z.ZodType) => JsonSchema): JsonSchema {
  const valued = guardrailWords.flatMap(({ verb, means, values }) => {
    if (values === undefined) return [];
    const { expects, example, schema } = values;
    const described = { description: `${means} Expected are ${expects}.`, examples: [example] };
    return [
      [
        verb,
        z
          .union([schema, z.array(schema)])
          .meta(described)
          .exactOptional(),
      ] as const,
    ];
  });
  return {
    anyOf: [
      wordList(guardrailWords.filter(({ values }) => values === undefined)),
      { ...schemaOf(z.strictObject(Object.fromEntries(valued))), maxProperties: 1 },
    ],
  };
}

function wordList(words: readonly { verb: string; means: string }[]): JsonSchema {
  const list = words.map(({ verb }) => verb);
  return {
    enum: list,
    enumDescriptions: words.map(({ means }) => means),
    errorMessage: `Expected is one of: ${list.join(", ")}.`,
  };
}
