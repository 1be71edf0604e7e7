import type { NormalStatement } from "../iam/normalize.ts";
import { readingOf } from "./reading.ts";
import { documentsOf, isKnown, type PlacedDocument } from "./documents.ts";
import { isExcepted } from "./excepted.ts";
import type { Resource } from "./resource.ts";
import type { Context, Finding } from "./rule.ts";

/**
 * Judges each document of a kind in a resource by its statements. What is not known yet is policy-readable's to say; the
 * rule of this name says it only where the resource is excepted from it.
 */
export function* checkDocuments(
  rule: string,
  kind: PlacedDocument["kind"],
  [resource, context]: [Resource, Context],
  judge: (statements: readonly NormalStatement[], property: string) => Iterable<Finding>,
): Iterable<Finding> {
  for (const placed of documentsOf(resource.type, resource.props)) {
    if (placed.kind !== kind) continue;
    if (isKnown(placed)) yield* judge(readingOf(placed.document, kind).statements, placed.property);
    if (isExcepted(rule, resource, context)) yield* placed.missing.map((place) => ({ unknown: place }));
  }
}
