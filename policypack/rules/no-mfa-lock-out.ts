import { deniesFederated } from "../../iam/mfa.ts";
import { readingOf } from "../reading.ts";
import { fsbp } from "../framework.ts";
import { unknown } from "../known.ts";
import type { Context, Finding, Rule } from "../rule.ts";
import { placeOf } from "../statement-place.ts";

/** Documents that bind sessions of people who come from an identity provider, by the property that holds them. */
const documents: Readonly<Record<string, { property: string; kind: "identity" | "scp" | "rcp" }>> = {
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": { property: "inlinePolicy", kind: "identity" },
  "aws:organizations/policy:Policy": { property: "content", kind: "scp" },
};
/**
 * Types of an organization's policies that decide nothing about requests; any other is read as one that does.
 * Source: https://docs.aws.amazon.com/organizations/latest/APIReference/API_CreatePolicy.html
 */
const others: ReadonlySet<unknown> = new Set([
  ...["AISERVICES_OPT_OUT_POLICY", "BACKUP_POLICY", "CHATBOT_POLICY", "DECLARATIVE_POLICY_EC2", "SECURITYHUB_POLICY"],
  ...["TAG_POLICY"],
]);
const references: Readonly<Record<string, string>> = {
  "aws:ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment": "customerManagedPolicyReference",
  "aws:ssoadmin/customerManagedPolicyAttachmentsExclusive:CustomerManagedPolicyAttachmentsExclusive":
    "customerManagedPolicyReferences",
};

const bad = `{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}]}`;
const good = `{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"},"ArnLike":{"aws:PrincipalArn":"arn:aws:iam::*:user/*"}}}]}`;

/** No Deny on an MFA key where sessions of an identity provider are, which never have one. */
export const noMfaLockOut: Rule = {
  name: "no-mfa-lock-out",
  description: "No Deny on an MFA key reaches people who sign in through an identity provider: it would lock them out.",
  level: "mandatory",
  severity: "high",
  requirements: [fsbp("IAM.19")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-multifactorauthpresent",
  remediation: "Demand the second factor where people sign in; limit the Deny to IAM users.",
  why:
    "Sessions of Identity Center (AWSReservedSSO_…) and of any identity provider carry no aws:MultiFactorAuthPresent, whatever " +
    "factor was used, so that a Deny which holds where the key is missing denies everybody. Judged are permission sets, with the " +
    "customer managed policies of the same program, and policies of the organization.",
  bad: {
    mfa: {
      type: "aws:organizations:Policy",
      properties: { name: "mfa", type: "SERVICE_CONTROL_POLICY", content: bad },
    },
  },
  good: {
    mfa: {
      type: "aws:organizations:Policy",
      properties: { name: "mfa", type: "SERVICE_CONTROL_POLICY", content: good },
    },
  },
  parameters: [],
  types: [...Object.keys(documents), ...Object.keys(references)],
  *check({ type, props }, context) {
    const reference = references[type];
    if (reference !== undefined) yield* attached(props[reference], reference, context);
    const { property, kind } = documents[type] ?? {};
    if (property === undefined || kind === undefined) return;
    if (others.has(props["type"])) return;
    if (props[property] === unknown) yield { unknown: property };
    else yield* judge(props[property], kind, property);
  },
};

function* attached(value: unknown, property: string, context: Context): Iterable<Finding> {
  if (value === unknown) yield { unknown: property };
  for (const reference of (Array.isArray(value) ? value : [value]) as unknown[]) {
    const { name } = (typeof reference === "object" && reference !== null ? reference : {}) as Record<string, unknown>;
    if (name === unknown) yield { unknown: `${property}.name` };
    const policies = context.before.filter(
      ({ type, props }) => type === "aws:iam/policy:Policy" && props["name"] === name,
    );
    for (const policy of policies) {
      if (policy.props["policy"] === unknown) yield { unknown: `policy of "${policy.name}"` };
      else yield* judge(policy.props["policy"], "identity", `${property}, the policy "${policy.name}"`);
    }
  }
}

function* judge(document: unknown, kind: "identity" | "scp" | "rcp", where: string): Iterable<Finding> {
  for (const statement of readingOf(document, kind).statements.filter(deniesFederated)) {
    yield {
      who: "Nobody who signs in through Identity Center or another identity provider may do what this statement denies.",
      where: placeOf(where, statement, "Condition"),
      why: "their sessions never carry an MFA key, whatever factor they used; where the key is missing this Deny holds.",
      instead:
        'demand the factor where people sign in, and add to the Condition: "ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:user/*"}' +
        " — in a permission set, delete the statement.",
    };
  }
}
