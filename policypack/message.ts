import { printable } from "../iam/printable.ts";
import type { Exception } from "./exception.ts";
import { dayOf } from "./exception.ts";
import type { Resource } from "./resource.ts";
import type { Rule, Violation } from "./rule.ts";

/** The last day of an exception that somebody pastes from a message: in 30 days. */
export function proposedEnd(today: Date): string {
  return dayOf(new Date(today.getTime() + 30 * 86_400_000));
}

/**
 * What a finding says: who may do what, where, why it matters, what to write instead, and how to except it. The CLI prints
 * nothing else of a rule but its description and severity.
 */
export function messageOf(
  rule: Rule,
  violation: Violation,
  resource: Resource | undefined,
  configPath: string | undefined,
  today: Date,
): string {
  const where = [
    resource && `${resource.token ?? resource.type} "${resource.name}"`,
    violation.where,
    configPath !== undefined && `made for \`${configPath}\` of the configuration`,
  ].filter((part) => part !== undefined && part !== false);
  return [
    violation.who,
    where.length > 0 && `Where: ${where.join("; ")}.`,
    `Why: ${violation.why}`,
    `Instead: ${violation.instead}`,
    resource && !violation.advisory && `If it must stay: ${exceptionBlock(rule, resource, today)}`,
  ]
    .filter((line) => typeof line === "string")
    .map(printable)
    .join("\n");
}

function exceptionBlock(rule: Rule, { urn }: Resource, today: Date): string {
  const exception: Exception = { resource: urn, reason: "…", owner: "…", until: proposedEnd(today) };
  return `in the pack's configuration, {"${rule.name}": {"exceptions": [${JSON.stringify(exception)}]}}`;
}
