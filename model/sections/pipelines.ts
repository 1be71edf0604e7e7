import * as z from "zod";
import { checkName, checkOne, checkPresent, checkAbsent } from "../names.ts";
import type { Path } from "../path.ts";
import { refers, refersToAccount } from "../references.ts";
import { selectAccounts } from "../selector.ts";
import type { Stack } from "../stack.ts";
import { judgeSubject } from "../subject.ts";
import { checkFormerly, formerly } from "../values/formerly.ts";
import { oneOf } from "../values/offer.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { awsText, text } from "../values/text.ts";
import { checkPermissions, permissionsKeys } from "./permissions.ts";
import { checkService, roleDescription, roleName } from "./workloads.ts";

const source = z
  .strictObject({
    account: text("The account in which the pipeline runs, or that trusts its identity provider.", "DevOps", {
      offers: "accounts",
    }),
    "runs-on": text(
      "The AWS service that runs it: `codebuild`, or a service principal such as `glue.amazonaws.com`. Not together with `identity-provider`.",
      "codebuild",
      { offers: "runs-on" },
    ).exactOptional(),
    "identity-provider": text(
      "The OpenID Connect provider of a pipeline outside AWS; a key of `identity-providers`. Not together with `runs-on`.",
      "GitHub",
      { offers: "identity-providers" },
    ).exactOptional(),
    subject: z
      .union([z.string(), z.array(z.string()).nonempty()])
      .meta({
        description:
          "Exactly which pipeline of the identity provider: the `sub` of its token, without wildcards; a list where it has several.",
        examples: ["repo:securecart/storefront:environment:production"],
      })
      .exactOptional(),
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
      "A word that the pipeline has to say when it takes on the role.",
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
      .record(oneOf("accounts"), target)
      .meta({
        description:
          "The accounts to which it deploys, and what it may do in each; keys of `accounts`. Leave it out where it works at its source only.",
        examples: [{ Production: { allow: [{ "deploy functions": "payments-*" }] } }],
      })
      .default({}),
    formerly: formerly.exactOptional(),
  })
  .meta({
    description:
      "How software gets to an account: a role where the pipeline runs, and one in each account it deploys to.",
    examples: [
      {
        description: "Deploys a tested build to Production",
        owner: "Operations",
        from: { account: "DevOps", "runs-on": "codebuild" },
        to: { Production: { allow: [{ "deploy functions": "payments-*" }] } },
      },
    ],
  });

export type Pipeline = z.infer<typeof pipeline>;
export type PipelineTarget = Pipeline["to"][string];

/** Checks the pipelines: where they come from, where they go, and what their roles hold. */
export function checkPipelines(stack: Stack): void {
  const { pipelines } = stack.configuration;
  for (const [name, entry] of Object.entries(pipelines)) {
    const path = ["pipelines", name];
    checkName(stack, path, roleName);
    checkOwner(stack, entry.owner, path);
    checkSource(stack, entry.from, [...path, "from"]);
    for (const [account, rights] of Object.entries(entry.to)) {
      const place = [...path, "to", account];
      const known = refersToAccount(stack, account, place, "key");
      checkPermissions(stack, rights, place, "role", known ? [account] : []);
    }
  }
  checkFormerly(stack, "pipelines", pipelines);
}

/** The subjects of the tokens that a pipeline may come with; none where AWS runs it. */
export function subjectsOf({ subject = [] }: Pipeline["from"]): string[] {
  return typeof subject === "string" ? [subject] : [...subject].sort();
}

function checkSource(stack: Stack, from: Pipeline["from"], path: Path): void {
  const known = refersToAccount(stack, from.account, [...path, "account"]);
  checkPermissions(stack, from, path, "role", known ? [from.account] : []);
  const kind = checkOne(stack, ["runs-on", "identity-provider"], path);
  if (kind !== "identity-provider") {
    if (kind === "runs-on") checkAbsent(stack, ["subject"], path, "a service of AWS has none");
    if (from["runs-on"] !== undefined) checkService(stack, from["runs-on"], [...path, "runs-on"]);
    return;
  }
  checkPresent(stack, ["subject"], path, "it says which pipeline of the provider may come");
  const name = from["identity-provider"] ?? "";
  const place = [...path, "identity-provider"];
  if (!refers(stack, "identity-providers", name, place)) return;
  const provider = stack.configuration["identity-providers"][name];
  if (provider === undefined) return;
  if (provider.type !== "oidc") {
    stack.findings.add("unknown-identity-provider", place, {
      message: `"${name}" is for people, not for pipelines.`,
      fix: "Write a provider with `type: oidc`.",
    });
    return;
  }
  const { accounts = [], url = "" } = provider;
  const where = ["identity-providers", name, "accounts"];
  if (known && !selectAccounts(accounts, stack.configuration, where, stack.findings).includes(from.account)) {
    stack.findings.add("identity-provider-not-in-account", place, {
      message: `The identity provider "${name}" is not made in ${from.account}.`,
      fix: `Add ${from.account} to identity-providers.${name}.accounts (${stack.findings.where(where)}).`,
    });
  }
  const { subject = [] } = from;
  for (const [position, one] of typeof subject === "string" ? [["", subject] as const] : subject.entries()) {
    const wrong = judgeSubject(one, url);
    const place = [...path, "subject", ...(position === "" ? [] : [position])];
    if (wrong !== undefined) stack.findings.add("subject", place, wrong);
  }
}
