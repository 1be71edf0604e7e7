import { z } from "zod";
import type { Tree } from "../tree.ts";
import { text } from "../values/text.ts";

const map = z.record(z.string(), z.custom<Tree>());

/** One short grant: the first key is the verb, the others its parameters. Its meaning is decided in `grants.ts`. */
export const grant = map.meta({
  description:
    "A short grant: `verb: target`, with parameters such as `in`, `region`, `kms-key`, `to-service` beside it.",
  examples: [{ "read secrets": "payments/stripe-api-key", "kms-key": "alias/payments" }],
});

/** A denial: a verb alone, or `verb: parameter`. Its meaning is decided in `denials.ts`. */
export const denial = z.union([z.string(), map]).meta({
  description: "Something that is denied whatever else is allowed: a verb of the closed list.",
  examples: ["delete databases"],
});

/** An IAM statement in IAM's own words. */
export const statement = map.meta({
  description:
    "A statement exactly as IAM writes it: Sid, Effect, Action or NotAction, Resource or NotResource, Condition.",
  examples: [{ Sid: "Mail", Effect: "Allow", Action: "ses:SendEmail", Resource: "*" }],
});

export const permissionsBoundary = z
  .strictObject({
    "customer-managed-policy": text("A key of `policies`.", "workload-boundary").exactOptional(),
    "aws-managed-policy": text("The name of a policy that AWS manages.", "PowerUserAccess").exactOptional(),
  })
  .meta({
    description: "The most that the bearer may ever do, whatever else it is given: one policy of either kind.",
    examples: [{ "customer-managed-policy": "workload-boundary" }],
  });

/** What a policy consists of. */
export const documentKeys = {
  allow: z
    .array(grant)
    .meta({ description: "Short grants.", examples: [[{ "read objects": "product-images/*" }]] })
    .exactOptional(),
  deny: z
    .array(denial)
    .meta({ description: "What is denied explicitly.", examples: [["delete databases"]] })
    .exactOptional(),
  statements: z
    .array(statement)
    .meta({ description: "Full IAM statements, for what short grants cannot say.", examples: [[]] })
    .exactOptional(),
};

/** What one bearer (a permission set, a role) may do: the inline policy and the policies attached beside it. */
export const permissionsKeys = {
  ...documentKeys,
  "aws-managed-policies": z
    .array(z.string())
    .meta({ description: "Names of policies that AWS manages.", examples: [["ViewOnlyAccess"]] })
    .exactOptional(),
  "customer-managed-policies": z
    .array(z.string())
    .meta({ description: "Keys of `policies`.", examples: [["read-application-logs"]] })
    .exactOptional(),
  "permissions-boundary": permissionsBoundary.exactOptional(),
};

export type Grant = z.infer<typeof grant>;
export type Denial = z.infer<typeof denial>;
export type StatementText = z.infer<typeof statement>;
export type PermissionsBoundary = z.infer<typeof permissionsBoundary>;
export type DocumentKeys = z.infer<z.ZodObject<typeof documentKeys>>;
export type Permissions = z.infer<z.ZodObject<typeof permissionsKeys>>;
