import { openDoors, type OpenDoor } from "../iam/danger/outsiders.ts";
import { readDocument } from "../iam/reading.ts";
import { documentsOf, isKnown, typesHolding, type PlacedDocument } from "./documents.ts";
import { isExcepted } from "./excepted.ts";
import type { Rule, Violation } from "./rule.ts";
import { placeOf } from "./statement-place.ts";

/** What is particular to a rule against statements that let in anybody. */
export interface DoorRule extends Omit<Rule, "level" | "parameters" | "types" | "check"> {
  kind: Extract<PlacedDocument["kind"], "trust" | "resource">;
  /** Nothing where the door is another rule's matter. */
  says: (door: OpenDoor, type: string) => Pick<Violation, "who" | "why" | "instead"> | undefined;
}

/** A rule against statements of trust policies, or of policies of resources, that let in anybody. */
export function doorRule({ kind, says, ...about }: DoorRule): Rule {
  return {
    ...about,
    level: "mandatory",
    parameters: [],
    types: typesHolding(kind),
    *check(resource, context) {
      for (const placed of documentsOf(resource.type, resource.props)) {
        if (placed.kind !== kind) continue;
        if (!isKnown(placed) && isExcepted(about.name, resource, context)) yield { unknown: placed.property };
        if (!isKnown(placed)) continue;
        for (const door of openDoors(readDocument(placed.document, kind).statements, kind)) {
          const said = says(door, resource.type);
          if (said !== undefined)
            yield { ...said, where: placeOf(placed.property, door.statement, "Principal and Condition") };
        }
      }
    },
  };
}
