import { parseArn } from "./arn.ts";
import { callerOf, contextOf } from "./caller.ts";
import type { Decision, DecisionInput, OpenCondition } from "./decision.ts";
import { granted, refusal } from "./grant.ts";
import { readPolicies } from "./policies.ts";
import { boundRcps, scpLevels, scpsAllow } from "./guardrail.ts";
import { denies, every, type Verdict } from "./layer.ts";
import type { Question } from "./statement.ts";

/**
 * Decides one request as AWS does, from nothing but the input: an explicit deny anywhere, then the guardrails of the
 * organization, then whether the resource's and the caller's policies grant it within boundary and session policies.
 * Where a key that nobody knows decides, the decision is conditional. Throws MalformedDocument or TypeError where the
 * input cannot be read: a document that AWS would not store decides nothing.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(input: DecisionInput): Decision {
  const { request, accounts } = input;
  const caller = callerOf(input);
  if (typeof request.action !== "string" || !/^[^:*?]+:[^:*?]+$/.test(request.action))
    throw new TypeError("The action of a request is one action, such as s3:GetObject, and no pattern.");
  if (typeof request.resource !== "string") throw new TypeError("The request has no resource.");
  const question: Question = {
    caller,
    action: request.action.toLowerCase(),
    resource: request.resource,
    context: contextOf(input, caller),
  };
  const read = readPolicies(input);
  const resourceAccount = accounts.resource ?? ownerOf(request.resource) ?? caller.account;
  const levels = scpLevels(question, read, accounts.management);
  const rcps = boundRcps(question, read, resourceAccount, accounts.management);

  const bound = [
    ...rcps,
    ...levels.flat(),
    ...read.resource,
    ...read.trust,
    ...read.identity,
    ...read.boundary,
    ...read.session,
  ];
  const denied = denies(bound, question);
  if (denied.truth === "yes") return answer(input, "denied", denied, `An explicit Deny in ${place(denied)} applies.`);
  const scps = scpsAllow(levels, question);
  if (scps.truth === "no")
    return answer(input, "denied", scps, "A level of service control policies does not allow it.");
  const grant = granted(question, read, resourceAccount);
  if (grant.truth === "no") return answer(input, "denied", grant, refusal(question, read, resourceAccount));
  const open = every(scps, grant);
  if (open.truth === "maybe" || denied.truth === "maybe") {
    const first = open.truth === "maybe" ? open : denied;
    const conditions = [...open.open, ...denied.open];
    return { ...answer(input, "conditional", first, `It depends on ${keys(conditions)}.`), conditions };
  }
  return answer(
    input,
    "allowed",
    grant,
    grant.by === null
      ? "The root user may do everything in its account."
      : `${place(grant)} allows it, and nothing forbids it.`,
  );
}

function ownerOf(resource: string): string | undefined {
  const account = parseArn(resource)?.account;
  return account === "" ? undefined : account;
}

function answer({ id }: DecisionInput, decision: Decision["decision"], { by }: Verdict, reason: string): Decision {
  return { ...(id !== undefined && { id }), decision, reason, by };
}

function place({ by }: Verdict): string {
  if (by === null) return "a policy";
  return `${by.policy}, statement ${by.sid === undefined ? by.statement : `"${by.sid}"`}`;
}

function keys(conditions: OpenCondition[]): string {
  return [...new Set(conditions.map(({ key }) => key))].join(" and ");
}
