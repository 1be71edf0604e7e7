import * as z from "zod";
import { text } from "../values/text.ts";

const oneOrMore = (description: string, example: string | string[]) =>
  z.union([z.string(), z.array(z.string())]).meta({ description, examples: [example] });

const principals = (description: string) =>
  z
    .union([
      z.string(),
      z.strictObject({
        AWS: oneOrMore("Accounts, roles or users.", "arn:aws:iam::444455556666:role/storefront").exactOptional(),
        Service: oneOrMore("Services of AWS.", "glue.amazonaws.com").exactOptional(),
        Federated: oneOrMore("Identity providers.", "cognito-identity.amazonaws.com").exactOptional(),
        CanonicalUser: oneOrMore(
          "Accounts, by their canonical user id in S3.",
          "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be",
        ).exactOptional(),
      }),
    ])
    .meta({ description, examples: [{ Service: "glue.amazonaws.com" }] });

/**
 * A statement as an editor sees it, in IAM's own words.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html
 */
export const statementKeys = z.strictObject({
  Sid: text("A name for the statement: letters and digits.", "OrderMailFromOneAddress").exactOptional(),
  Effect: z.enum(["Allow", "Deny"]).meta({
    description: "Whether it allows or denies. A denial always wins.",
    examples: ["Allow"],
  }),
  Principal: principals("To whom it applies: only under `trust`.").exactOptional(),
  NotPrincipal: principals("To whom it does not apply: only under `trust`.").exactOptional(),
  Action: oneOrMore("What it is about: one action or a list, `*` for any.", [
    "s3:GetObject",
    "s3:ListBucket",
  ]).exactOptional(),
  NotAction: oneOrMore("Every action but these. Not together with `Action`.", "iam:*").exactOptional(),
  Resource: oneOrMore("On what: one ARN or a list, `*` for anything.", "arn:aws:s3:::product-images/*").exactOptional(),
  NotResource: oneOrMore(
    "On everything but these. Not together with `Resource`.",
    "arn:aws:s3:::secret-plans/*",
  ).exactOptional(),
  Condition: z
    .record(z.string(), z.record(z.string(), z.union([z.string(), z.array(z.string())])))
    .meta({
      description:
        "When: a condition operator, below it a condition key, beside it the value or values. All have to hold.",
      examples: [{ StringEquals: { "ses:FromAddress": "orders@securecart.example" } }],
    })
    .exactOptional(),
});
