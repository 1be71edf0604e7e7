import { refusedByAws, type Finding } from "../../iam/finding.ts";
import { documentsOf, isKnown, typesHolding } from "../documents.ts";
import { fsbp } from "../framework.ts";
import { readingOf } from "../reading.ts";
import type { Rule } from "../rule.ts";

const policy = (version: string) => ({
  shop: {
    type: "aws:iam:RolePolicy",
    properties: {
      role: "shop",
      policy: JSON.stringify({
        Version: version,
        Statement: [
          { Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::shop-home/${aws:PrincipalTag/team}/*" },
        ],
      }),
    },
  },
});

/** Every statement does what it looks like. */
export const policyEffective: Rule = {
  name: "policy-effective",
  description: "Every statement of a policy does what it says.",
  level: "mandatory",
  severity: "medium",
  requirements: [fsbp("IAM.1")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html",
  remediation: 'Write "Version": "2012-10-17", and actions and resources that belong together.',
  why:
    "Without Version 2012-10-17 AWS takes policy variables literally: an Allow grants something else than it says, and a Deny " +
    "denies nothing. As advice, once for a statement: an action, a service or a condition key that AWS does not have, as far as the pack's " +
    "catalogue knows, with the nearest that it has; an action that acts on none of the statement's resources, and the other way round.",
  bad: policy("2008-10-17"),
  good: policy("2012-10-17"),
  parameters: [],
  types: [...new Set([...typesHolding("identity"), ...typesHolding("trust"), ...typesHolding("resource")])],
  *check({ type, props }) {
    for (const placed of documentsOf(type, props)) {
      if (!isKnown(placed)) continue;
      const { findings } = readingOf(placed.document, placed.kind);
      if (findings.some(refusedByAws)) continue;
      for (const [first] of Map.groupBy(findings.filter(isAboutStatement), ({ statement }) => statement).values()) {
        if (first === undefined) continue;
        const { code, path, message, fix } = first;
        const isLiteral = code === "variable-needs-version";
        yield {
          who: `Nobody gets what this statement says: ${message}`,
          where: [placed.property, ...path].join(", "),
          why: isLiteral
            ? "what is meant for each caller is about something that is called so, letter for letter."
            : "it grants or denies nothing, and reads as if it did.",
          instead: isLiteral ? '"Version": "2012-10-17".' : (fix ?? "delete it, or write what is meant."),
          ...(!isLiteral && { advisory: true }),
        };
      }
    }
  },
};

/** Worst first: the order of a statement's own findings is that of the document. */
function isAboutStatement({ code, statement }: Finding): boolean {
  return statement !== undefined && code !== "version-missing";
}
