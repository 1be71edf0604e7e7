import { managedPolicyNames } from "../../iam/catalogue/managed-policies.ts";
import { quotas } from "../quotas.ts";
import { regionsOf } from "../regions.ts";
import { findingProperties } from "../sections/archive-rule.ts";
import { iamGroups } from "../sections/iam-groups.ts";
import { partitions } from "../sections/organization.ts";
import { trustedServices } from "../trust.ts";
import type { Offer } from "../values/offer.ts";
import type { JsonSchema } from "./json-schema.ts";

/** The file beside the schemas that holds what the configuration's own files define. */
export const namesFile = "names.json";

const name = "[\\p{L}\\p{N}][\\p{L}\\p{N}_.+=@-]*";
const part = "(?:all accounts|accounts (?:in|under|tagged) \\S[^,]*|[^\\s,]+)";

/** What is wrong for certain with a text that is to be a name, whatever the files define. */
const forms: Partial<Record<Offer, { pattern: string; says: string }>> = {
  accounts: nameForm("an account"),
  groups: nameForm("a group"),
  users: nameForm("a user"),
  policies: nameForm("a policy"),
  "permission-sets": nameForm("a permission set"),
  "identity-providers": nameForm("an identity provider"),
  "new-name": { pattern: `^${name}$`, says: "A name has letters, digits and . _ - + = @ between them, no spaces." },
  principals: { pattern: `^(?:user )?${name}$`, says: "Expected is a group's name, or `user` and a user's name." },
  selectors: {
    pattern: `^(?![^]*,)${part}(?:(?: and | except )${part})*$`,
    says: "Expected is an account's name, `all accounts`, `accounts in OU`, `accounts under OU` or `accounts tagged key=value`; several joined by `and`; then `except ...`.",
  },
  "guardrail-targets": {
    pattern: `^(?:root|ou .+|${name})$`,
    says: "Expected is `root`, `ou` and the path of an organizational unit, or an account's name.",
  },
  "guardrail-exceptions": {
    pattern: "^(?:role|pipeline|permission-set|principal) \\S+$",
    says: "Expected is `role NAME`, `pipeline NAME`, `permission-set NAME`, or `principal` and an ARN.",
  },
};

function nameForm(what: string): { pattern: string; says: string } {
  return { pattern: `^${name}$`, says: `Expected is the name of ${what}: it holds no space.` };
}

/** Closed lists: what is not in them is wrong for certain. `or` is a form that is right beside them. */
const words: Partial<Record<Offer, { list: readonly string[]; or?: string; says: string }>> = {
  "aws-managed-policies": {
    list: managedPolicyNames(),
    or: "^/?[^\\s:]+/[^\\s/:]+$",
    says: "AWS has no managed policy of this name. Our own policies stand under `customer-managed-policies`.",
  },
  "finding-properties": {
    list: findingProperties,
    or: "^condition\\.",
    says: `Findings have no such property: ${findingProperties.join(", ")}, condition.KEY.`,
  },
  "iam-groups": {
    list: Object.keys(iamGroups),
    says: `No other IAM group is possible than: ${Object.keys(iamGroups).join(", ")}.`,
  },
  quotas: { list: Object.keys(quotas), says: `No quota is called so: ${Object.keys(quotas).join(", ")}.` },
  regions: { list: partitions.flatMap(regionsOf), says: "AWS has no such region." },
  "runs-on": {
    list: Object.keys(trustedServices),
    or: "^[a-z0-9-]+(\\.[a-z0-9-]+)*\\.amazonaws\\.com(\\.cn)?$",
    says: `Expected is one of ${Object.keys(trustedServices).join(", ")}, or a service principal such as glue.amazonaws.com.`,
  },
};

/** Whether it is a closed list that is offered, and not names that the files define. */
export const isClosed = (offer: Offer): boolean => words[offer] !== undefined;

/** What an editor offers, and what it refuses: names are only offered, as they may stand in a file of this moment. */
export function offered(offer: Offer): JsonSchema {
  const { list, or, says } = words[offer] ?? {};
  if (list !== undefined) {
    const closed = { $ref: `#/definitions/${offer}` };
    return or === undefined ? { allOf: [closed] } : { anyOf: [closed, { pattern: or, patternErrorMessage: says }] };
  }
  const form = forms[offer];
  return {
    ...(offer !== "new-name" && { anyOf: [{ $ref: `${namesFile}#/definitions/${offer}` }, true] }),
    ...(form !== undefined && { pattern: form.pattern, patternErrorMessage: form.says }),
  };
}

/** The definitions to which closed lists refer. */
export function wordDefinitions(): Record<string, JsonSchema> {
  return Object.fromEntries(
    Object.entries(words).map(([offer, { list, says }]) => [offer, { enum: [...list], errorMessage: says }]),
  );
}
