import { isRcpService, isService, nearestAction, resourceArnsOf, services } from "../catalogue/actions.ts";
import { nearest } from "../nearest.ts";
import type { Text } from "./json.ts";
import type { Setting } from "./statement.ts";

/** Judges the values of Action and NotAction. */
export function validateActions(actions: Text[], { kind, report }: Setting): void {
  for (const { text, path } of actions) {
    const parts = /^([^:]*):([^:]*)$/.exec(text);
    if (text !== "*" && (parts === null || parts[1] === "" || parts[2] === "")) {
      const fix = nearestAction(text);
      report("action-malformed", path, `An action is written service:Action, or "*"; "${text}" is not.`, fix);
      continue;
    }
    if (kind === "trust" && !/^sts:/i.test(text))
      report(
        "action-not-allowed",
        path,
        `A trust policy is about actions of sts alone, not "${text}".`,
        "sts:AssumeRole",
      );
    if (kind === "rcp") validateRcpAction(text, path, report);
    validateExists(text, path, report);
  }
}

function validateExists(text: string, path: Text["path"], report: Setting["report"]): void {
  const service = text.slice(0, text.indexOf(":"));
  if (text === "*" || text === "*:*") return;
  if (/[*?]/.test(service))
    report("action-malformed", path, `The service of an action is written out, without * and ?: "${text}".`);
  else if (!/^[A-Za-z0-9-]+$/.test(service) || !/^[A-Za-z0-9*?]+$/.test(text.slice(service.length + 1)))
    report("action-malformed", path, `An action has only letters, digits, * and ?: "${text}".`, nearestAction(text));
  else if (!isService(service))
    report(
      "service-unknown",
      path,
      `AWS has no service "${service}".`,
      nearestAction(text) ?? nearest(service, services()),
    );
  else if (resourceArnsOf(text) !== undefined) return;
  else if (!/[*?]/.test(text)) report("action-unknown", path, `AWS has no action "${text}".`, nearestAction(text));
  else
    report(
      "action-matches-nothing",
      path,
      `AWS has no action that "${text}" matches.`,
      nearestAction(text.replace(/[*?]/g, "")),
    );
}

/** Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html */
function validateRcpAction(text: string, path: Text["path"], report: Setting["report"]): void {
  const service = text.split(":")[0] ?? "";
  if (text === "*")
    report("action-not-allowed", path, 'A resource control policy names its services: "*" alone may not stand in it.');
  else if (isService(service) && !isRcpService(service))
    report("action-not-allowed", path, `Resource control policies do not reach the resources of ${service}.`);
}
