import { openDoors, type OpenDoor } from "../iam/danger/outsiders.ts";
import { checkDocuments } from "./document-check.ts";
import { typesHolding, type PlacedDocument } from "./documents.ts";
import type { Resource } from "./resource.ts";
import type { Rule, Violation } from "./rule.ts";
import { placeOf } from "./statement-place.ts";

/** What is particular to a rule against statements that let in anybody. */
export interface DoorRule extends Omit<Rule, "level" | "parameters" | "types" | "check"> {
  kind: Extract<PlacedDocument["kind"], "trust" | "resource">;
  /** Nothing where the door is another rule's matter. */
  says: (door: OpenDoor, resource: Resource) => Pick<Violation, "who" | "why" | "instead"> | undefined;
}

/** A rule against statements of trust policies, or of policies of resources, that let in anybody. */
export function doorRule({ kind, says, ...about }: DoorRule): Rule {
  return {
    ...about,
    level: "mandatory",
    parameters: [],
    types: typesHolding(kind),
    *check(resource, context) {
      yield* checkDocuments(about.name, kind, [resource, context], function* (statements, property) {
        for (const door of openDoors(statements, kind)) {
          const said = says(door, resource);
          if (said !== undefined)
            yield { ...said, where: placeOf(property, door.statement, "Principal and Condition") };
        }
      });
    },
  };
}
