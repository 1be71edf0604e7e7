import { dangersOf, type Danger } from "../iam/danger/dangers.ts";
import { boundaryPolicies } from "./boundary-policies.ts";
import { documentsOf, isKnown, typesHolding } from "./documents.ts";
import { identityStatements } from "./identity-statements.ts";
import { isExcepted } from "./excepted.ts";
import type { Resource } from "./resource.ts";
import type { Context, Example, Finding, Rule, Violation } from "./rule.ts";
import { placeOf } from "./statement-place.ts";

/** What is particular to a rule against one danger. */
export interface DangerRule extends Pick<
  Rule,
  "description" | "severity" | "requirements" | "url" | "remediation" | "why"
> {
  danger: Danger["name"];
  /** One statement each, for the README. */
  bad: object;
  good: object;
  says: (danger: Danger) => Pick<Violation, "who" | "why" | "instead">;
}

const managed = "aws:iam/policy:Policy";

/**
 * A rule against one danger in policies of identities, which has the danger's name. Inline policies are judged one by one.
 * A customer managed policy is judged when the whole stack is known, because one that is only ever a permissions boundary
 * may be broad.
 */
export function identityRule({ danger: name, bad, good, says, why, ...about }: DangerRule): Rule {
  const judge = function* (resource: Resource, context: Context): Iterable<Finding> {
    for (const placed of documentsOf(resource.type, resource.props)) {
      if (placed.kind !== "identity") continue;
      // One rule says what is not known: policy-readable. The others need to only where they are excepted.
      if (isExcepted(name, resource, context)) yield* placed.missing.map((place) => ({ unknown: place, resource }));
      if (!isKnown(placed)) continue;
      for (const danger of dangersIn(placed.document))
        if (danger.name === name)
          yield { ...says(danger), where: placeOf(placed.property, danger.statement, elementOf(danger)), resource };
    }
  };
  return {
    ...about,
    name,
    level: "mandatory",
    why:
      `${why} Judged is what is left after the Denies beside it. A customer managed policy is judged at the end, since one ` +
      "that is only a permissions boundary may be broad: in an update without preview it exists by then.",
    bad: exampleOf(bad),
    good: exampleOf(good),
    parameters: [],
    types: typesHolding("identity").filter((type) => type !== managed),
    check: judge,
    *checkStack(stack, context) {
      const bounds = boundaryPolicies(stack);
      for (const policy of stack) if (policy.type === managed && !bounds.has(policy.urn)) yield* judge(policy, context);
    },
  };
}

function elementOf({ resources, statement }: Danger): string {
  if (statement.action.not) return "NotAction";
  if (statement.resource?.not === true) return "NotResource";
  return resources.length > 0 ? `Resource ${resources.join(", ")}` : "Action";
}

function exampleOf(statement: object): Example {
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
  return { shop: { type: "aws:iam:RolePolicy", properties: { role: "shop", policy } } };
}

/** Every rule asks for the same documents, one rule after the other. */
const judged = new Map<string, Danger[]>();

function dangersIn(document: unknown): Danger[] {
  const text = typeof document === "string" ? document : JSON.stringify(document);
  let dangers = judged.get(text);
  if (dangers === undefined) {
    if (judged.size >= 10_000) judged.clear();
    judged.set(text, (dangers = dangersOf(identityStatements(text))));
  }
  return dangers;
}
