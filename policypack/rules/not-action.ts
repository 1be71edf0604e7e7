import { readingOf } from "../reading.ts";
import { documentsOf, isKnown, typesHolding } from "../documents.ts";
import { cis, fsbp } from "../framework.ts";
import { identityRule } from "../identity-rule.ts";
import type { Rule } from "../rule.ts";
import { placeOf } from "../statement-place.ts";

const ofIdentities = identityRule({
  danger: "not-action",
  description: "No Allow names what it leaves out instead of what it grants.",
  severity: "high",
  requirements: [cis("1.16"), fsbp("IAM.21")],
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html",
  remediation: "List what is granted under Action and Resource; forbid with a Deny.",
  why: "NotAction and NotResource with Allow grant all that their author did not think of, and every new action of AWS; a misspelt name leaves out nothing.",
  bad: { NotAction: "iam:*", Resource: "*" },
  good: { Action: "s3:GetObject", Resource: "arn:aws:s3:::images/*" },
  says: () => ({
    who: "Whoever holds this policy may do everything but what the statement names, new actions of AWS included.",
    why: "what is left out is only what its author thought of; a misspelt name leaves out nothing.",
    instead:
      "list what is granted under Action and Resource; to forbid something, use a second statement with Effect Deny.",
  }),
});

/** No Allow names what it leaves out instead of what it grants, in policies of identities and of resources. */
export const notAction: Rule = {
  ...ofIdentities,
  types: [...ofIdentities.types, ...typesHolding("resource")],
  *check(resource, context) {
    yield* ofIdentities.check?.(resource, context) ?? [];
    for (const placed of documentsOf(resource.type, resource.props).filter(isKnown)) {
      if (placed.kind !== "resource") continue;
      for (const statement of readingOf(placed.document, "resource").statements)
        if (statement.effect === "Allow" && (statement.action.not || statement.resource?.not === true))
          yield {
            who: "Whoever this policy names may do everything here but what the statement leaves out.",
            where: placeOf(placed.property, statement, statement.action.not ? "NotAction" : "NotResource"),
            why: "changing the policy itself is among it, and whatever its author did not think of.",
            instead:
              "list what is granted under Action and Resource; to forbid something, use a statement with Effect Deny.",
          };
    }
  },
};
