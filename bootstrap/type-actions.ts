import { auditTypes } from "./type-actions/audit.ts";
import { breakGlassTypes } from "./type-actions/break-glass.ts";
import { iamTypes } from "./type-actions/iam.ts";
import { identityCenterTypes } from "./type-actions/identity-center.ts";
import { s3Types } from "./type-actions/s3.ts";
import { organizationTypes } from "./type-actions/organizations.ts";
import type { ActionsByType, TypeActions } from "./type-actions/type-actions.ts";

/** Every resource type and lookup that the program uses. */
export const typeActions: ActionsByType = {
  ...iamTypes,
  ...identityCenterTypes,
  ...auditTypes,
  ...breakGlassTypes,
  ...organizationTypes,
  ...s3Types,
};

/** Throws where nobody has said what the type needs. */
export function actionsOf(type: string): TypeActions {
  const found = typeActions[type];
  if (found === undefined)
    throw new Error(`No actions are known for ${type}: bootstrap/type-actions/ has to say them.`);
  return found;
}

/** What changes something, sorted. */
export function writesOf(types: Iterable<string>): string[] {
  return sorted(
    [...types].map(actionsOf).flatMap((actions) => [...actions.create, ...actions.update, ...actions.delete]),
  );
}

/** What looks, sorted. */
export function readsOf(types: Iterable<string>): string[] {
  return sorted([...types].flatMap((type) => actionsOf(type).read));
}

function sorted(actions: string[]): string[] {
  return [...new Set(actions)].sort();
}
