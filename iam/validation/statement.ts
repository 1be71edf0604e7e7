import { unknownText } from "../document.ts";
import type { DocumentKind, Path, Report } from "../finding.ts";
import { nearest } from "../nearest.ts";
import { validateActions } from "./actions.ts";
import { validateConditions } from "./conditions.ts";
import { texts } from "./json.ts";
import { validatePrincipals } from "./principals.ts";
import { validateReach } from "./reach.ts";
import { validateResources } from "./resources.ts";

const elements = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];

export interface Setting {
  kind: DocumentKind;
  /** The document has no Version of 2012, so that it has no policy variables. */
  old: boolean;
  report: Report;
}

/** Judges one statement but for its Sid. */
export function validateStatement(statement: Record<string, unknown>, path: Path, setting: Setting): void {
  const { kind, report } = setting;
  for (const key of Object.keys(statement))
    if (!elements.includes(key))
      report("element-unknown", [...path, key], `A statement has no element "${key}".`, nearest(key, elements));
  validateEffect(statement["Effect"], [...path, "Effect"], kind, report);
  validatePrincipals(statement, path, setting);

  const action = one(statement, "Action", "NotAction");
  if (action === "both")
    report("action-and-not-action", [...path, "NotAction"], "A statement has Action or NotAction, not both.");
  else if (action === undefined) report("action-missing", [...path, "Action"], "The statement has no Action.");
  const actions = both("Action", "NotAction").flatMap((key) =>
    statement[key] === undefined ? [] : texts(statement[key], [...path, key], report),
  );
  validateActions(actions, setting);
  if (kind === "rcp" && statement["NotAction"] !== undefined)
    report("action-not-allowed", [...path, "NotAction"], "A resource control policy has no NotAction.");

  const resource = one(statement, "Resource", "NotResource");
  if (resource === "both")
    report("resource-and-not-resource", [...path, "NotResource"], "A statement has Resource or NotResource, not both.");
  else if (resource === undefined && kind !== "trust" && kind !== "resource")
    report("resource-missing", [...path, "Resource"], "The statement has no Resource.", '"*"');
  const resources = both("Resource", "NotResource").flatMap((key) =>
    statement[key] === undefined ? [] : texts(statement[key], [...path, key], report),
  );
  if (kind === "trust" && resource !== undefined)
    report(
      "resource-not-allowed",
      [...path, resource === "NotResource" ? resource : "Resource"],
      "A trust policy has no Resource: it is about its role.",
    );
  else validateResources(resources, setting);

  const isWhole = ![statement["Action"], statement["Resource"]].flat().includes(unknownText);
  if (action === "Action" && resource === "Resource" && kind !== "trust" && isWhole)
    validateReach(actions, resources, report);
  if (statement["Condition"] !== undefined) validateConditions(statement["Condition"], [...path, "Condition"], setting);
}

function validateEffect(effect: unknown, path: Path, kind: DocumentKind, report: Report): void {
  if (effect === undefined) report("effect-missing", path, "The statement has no Effect.", "Allow");
  else if (effect !== "Allow" && effect !== "Deny")
    report(
      "effect-unknown",
      path,
      `Effect is Allow or Deny, not ${JSON.stringify(effect)}.`,
      typeof effect === "string" ? nearest(effect, ["Allow", "Deny"]) : undefined,
    );
  else if (kind === "rcp" && effect === "Allow")
    report("effect-not-allowed", path, "A resource control policy can only Deny.", "Deny");
}

function both(...names: [string, string]): [string, string] {
  return names;
}

function one<A extends string, B extends string>(
  statement: Record<string, unknown>,
  a: A,
  b: B,
): A | B | "both" | undefined {
  const has = [statement[a] !== undefined, statement[b] !== undefined];
  if (has[0] === true && has[1] === true) return "both";
  return has[0] === true ? a : has[1] === true ? b : undefined;
}
