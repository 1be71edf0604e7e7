import * as z from "zod";
import { nearest } from "../../iam/nearest.ts";
import type { Path } from "../path.ts";
import type { Stack } from "../stack.ts";
import { checkName } from "../names.ts";
import { checkOwner, owner } from "../values/owner.ts";
import { oneOf } from "../values/offer.ts";
import { text } from "../values/text.ts";

const values = (description: string, example: string) =>
  z.union([z.string(), z.array(z.string())]).meta({ description, examples: [example, [example]] });

const criterion = z
  .strictObject({
    equals: values("The property is one of these.", "true").exactOptional(),
    "not-equals": values("The property is none of these.", "AWS::S3::Bucket").exactOptional(),
    contains: values("The property contains one of these.", "role/pipelines/").exactOptional(),
    exists: z
      .enum(["true", "false"])
      .meta({ description: "Whether a finding has the property at all.", examples: ["true"] })
      .exactOptional(),
  })
  .meta({ description: "What a property of a finding has to be.", examples: [{ contains: "role/pipelines/" }] });

export const archiveRule = z
  .strictObject({
    reason: text("Why these findings are as they should be.", "The pipeline roles in DevOps trust GitHub on purpose"),
    owner,
    filter: z.record(oneOf("finding-properties"), criterion).meta({
      description:
        "Which findings: properties of a finding, each with what it has to be. A finding is archived where all of them fit.",
      examples: [{ resource: { contains: "role/pipelines/" } }],
    }),
  })
  .meta({
    description: "Findings that are archived as they come, with the reason and who answers for it.",
    examples: [
      {
        reason: "The pipeline roles in DevOps trust GitHub on purpose",
        owner: "Operations",
        filter: { resource: { contains: "role/pipelines/" } },
      },
    ],
  });

export type ArchiveRule = z.infer<typeof archiveRule>;

/**
 * The properties of findings by which AWS filters; those of conditions stand for themselves. Of 2026-11:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-filter-keys.html
 */
export const findingProperties = [
  ...["resource", "resourceType", "resourceOwnerAccount", "isPublic", "id", "status", "error", "findingType"],
  ...["principal.AWS", "principal.Federated", "principal.Service", "principal.CanonicalUser"],
];

/** Checks that each rule says what it hides, and that findings have such a property. */
export function checkArchiveRules(stack: Stack, rules: Record<string, ArchiveRule>, path: Path): void {
  for (const [name, rule] of Object.entries(rules)) {
    const at = [...path, name];
    checkName(stack, at, {
      service: "accessanalyzer",
      shape: "Name",
      what: "a rule's name",
      characters: "letters, digits and . _ -, after a letter",
    });
    checkOwner(stack, rule.owner, at);
    for (const property of Object.keys(rule.filter)) {
      if (!findingProperties.includes(property) && !property.startsWith("condition.")) {
        const meant = nearest(property, findingProperties);
        stack.findings.add("archive-rule", [...at, "filter", property], {
          message: `Findings have no property "${property}".${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
          fix: `Write one of: ${findingProperties.join(", ")}, condition.KEY.`,
          at: "key",
        });
      }
    }
  }
}
