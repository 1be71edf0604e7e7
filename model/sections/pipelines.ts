import { z } from "zod";
import { formerly } from "../values/formerly.ts";
import { owner } from "../values/owner.ts";
import { awsText, text } from "../values/text.ts";
import { permissionsKeys } from "./permissions.ts";
import { roleDescription } from "./workloads.ts";

const source = z
  .strictObject({
    account: text("The account in which the pipeline runs, or that trusts its identity provider.", "DevOps"),
    "runs-on": text(
      "The AWS service that runs it. Not together with `identity-provider`.",
      "codebuild",
    ).exactOptional(),
    "identity-provider": text(
      "The OpenID Connect provider of a pipeline outside AWS; a key of `identity-providers`.",
      "GitHub",
    ).exactOptional(),
    subject: text(
      "Exactly which pipeline: the `sub` of its token, without wildcards.",
      "repo:securecart/storefront:environment:production",
    ).exactOptional(),
    ...permissionsKeys,
  })
  .meta({
    description: "Where the pipeline runs, and what it may do there.",
    examples: [{ account: "DevOps", "runs-on": "codebuild" }],
  });

const target = z
  .strictObject({
    "external-id": awsText(
      {
        service: "sts",
        shape: "externalIdType",
        what: "an external id",
        characters: "letters, digits and + = , . @ : / - _",
      },
      "A word that the pipeline has to say when it assumes the role.",
      "securecart-release",
    ).exactOptional(),
    ...permissionsKeys,
  })
  .meta({
    description: "What the pipeline may do in an account to which it deploys.",
    examples: [{ allow: [{ "deploy functions": "payments-*" }] }],
  });

export const pipeline = z
  .strictObject({
    description: roleDescription,
    owner,
    from: source,
    to: z
      .record(z.string(), target)
      .meta({
        description: "The accounts to which it deploys; keys of `accounts`. Absent where it works at its source only.",
        examples: [{ Production: { "external-id": "securecart-release" } }],
      })
      .default({}),
    formerly: formerly.exactOptional(),
  })
  .meta({
    description:
      "How software gets to an account: a role where the pipeline runs, and one in each account it deploys to.",
    examples: [{ from: { account: "DevOps" } }],
  });

export type Pipeline = z.infer<typeof pipeline>;
export type PipelineTarget = Pipeline["to"][string];
