import { documentSize } from "../../iam/document-size.ts";
import { refusedByAws } from "../../iam/finding.ts";
import { readingOf } from "../reading.ts";
import { documentsOf, isKnown, typesHolding } from "../documents.ts";
import { fsbp } from "../framework.ts";
import type { Rule } from "../rule.ts";

const policy = (statement: object) => ({
  shop: {
    type: "aws:iam:RolePolicy",
    properties: { role: "shop", policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }) },
  },
});

/** No policy document that AWS would refuse, or that nobody can read. */
export const policyReadable: Rule = {
  name: "policy-readable",
  description: "Every policy document is one that AWS takes, so that all rules can read it.",
  level: "mandatory",
  severity: "high",
  requirements: [fsbp("IAM.1")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html",
  remediation: "Write the document as AWS's grammar has it.",
  why:
    "What nobody can read is not let through. This rule also says, as advice, which documents are not known before the update; " +
    "a key that stands twice in one object is refused, because two readers may see two documents.",
  bad: policy({ Effect: "allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::images/*" }),
  good: policy({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::images/*" }),
  parameters: [],
  types: [...new Set([...typesHolding("identity"), ...typesHolding("trust"), ...typesHolding("resource")])],
  *check({ type, props }) {
    for (const placed of documentsOf(type, props)) {
      yield* placed.missing.map((place) => ({ unknown: place }));
      if (!isKnown(placed)) continue;
      for (const { path, message, fix } of readingOf(placed.document, placed.kind).findings.filter(refusedByAws))
        yield {
          who: `Nobody can tell what this policy allows: ${message}`,
          where: [placed.property, ...path].join(", "),
          why: "AWS refuses such a document, so that the update would stop halfway.",
          instead: fix ?? "write it as AWS's grammar has it.",
        };
      const most = sizes[type] ?? Infinity;
      const size = placed.kind === "identity" ? sizeOf(placed.document) : 0;
      if (size > most)
        yield {
          who: `Nobody gets what this policy says: it has ${size} characters, and AWS takes ${most} at most.`,
          where: placed.property,
          why: "AWS refuses such a document, so that the update would stop halfway.",
          instead: "several customer managed policies, or fewer resources and actions, by what they have in common.",
        };
    }
  },
};

/**
 * The most characters, without white space, that AWS takes of a policy of an identity; none of it is raised.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length and
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
 */
const sizes: Readonly<Partial<Record<string, number>>> = {
  "aws:iam/policy:Policy": 6_144,
  "aws:iam/rolePolicy:RolePolicy": 10_240,
  "aws:iam/role:Role": 10_240,
  "aws:iam/groupPolicy:GroupPolicy": 5_120,
  "aws:iam/userPolicy:UserPolicy": 2_048,
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": 32_768,
};

function sizeOf(document: unknown): number {
  return documentSize(typeof document === "string" ? document : JSON.stringify(document), "identity");
}
