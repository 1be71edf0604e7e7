import { parseArn } from "./arn.ts";
import { allows, every, grants, no, some, yes, type Policy, type Verdict } from "./layer.ts";
import type { Policies } from "./policies.ts";
import type { Question } from "./statement.ts";

/**
 * Whether the policies grant a request, guardrails and denies aside.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html and
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
 */
export function granted(question: Question, read: Policies, resourceAccount: string | undefined): Verdict {
  const { caller } = question;
  const guard = guardOf(question);
  if (guard === "trust" && !mayAssume(question)) return no;
  const owned = guard === "trust" ? read.trust : read.resource;
  // Neither services nor anonymous callers nor identity providers have policies of their own.
  if (caller.account === undefined) return grants(owned, question, ["itself"]);

  const capped = (verdict: Verdict): Verdict =>
    every(verdict, cap(read.boundary, question), cap(read.session, question));
  const identity = identityAllows(read, question);
  if (caller.account !== resourceAccount)
    return every(grants(owned, question, ["itself", "role", "account"]), capped(identity));

  const direct = grants(owned, question, ["itself"]);
  const role = capped(grants(owned, question, ["role"]));
  if (guard === "either") return some(capped(identity), direct, role);
  return some(direct, role, every(grants(owned, question, ["account"]), capped(identity)));
}

/**
 * Why policies do not grant a request, in one sentence.
 */
export function refusal(question: Question, read: Policies, resourceAccount: string | undefined): string {
  const { caller } = question;
  const guard = guardOf(question);
  if (guard === "trust" && !mayAssume(question)) return "A principal of this kind cannot make this call.";
  const owned = grants(guard === "trust" ? read.trust : read.resource, question, ["itself", "role", "account"]);
  const needsOwned = guard !== "either" || caller.account === undefined || caller.account !== resourceAccount;
  const policy = { trust: "The role's trust policy", key: "The key policy", either: "The resource's own policy" }[
    guard
  ];
  if (needsOwned && owned.truth === "no") return `${policy} does not let the caller in.`;
  if (identityAllows(read, question).truth !== "no") {
    if (cap(read.boundary, question).truth === "no") return "The permissions boundary does not allow it.";
    if (cap(read.session, question).truth === "no") return "The session policies do not allow it.";
  }
  return "No policy of the caller allows it.";
}

/** The root user has every right in its account, without any policy. */
function identityAllows(read: Policies, question: Question): Verdict {
  return question.caller.kind === "root" ? yes : allows(read.identity, question);
}

/** Boundary and session policies limit only where there are any. */
function cap(limits: Policy[], question: Question): Verdict {
  return limits.length === 0 ? yes : allows(limits, question);
}

/** What guards the resource: in most services either side can grant; keys and roles always have a say. */
function guardOf({ action, resource }: Question): "either" | "key" | "trust" {
  const arn = parseArn(resource);
  if (action.startsWith("sts:") && arn?.service === "iam" && arn.resource.startsWith("role/")) return "trust";
  // An alias has no policy of its own; but for the actions on aliases, naming one is naming its key.
  const isKey =
    arn?.resource.startsWith("key/") === true ||
    (arn?.resource.startsWith("alias/") === true && !action.endsWith("alias"));
  return action.startsWith("kms:") && isKey ? "key" : "either";
}

/**
 * Whether the caller can make the call at all: root users cannot assume roles, and each way of signing in has its call.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
 */
function mayAssume({ caller, action }: Question): boolean {
  const own = { "sts:assumerolewithwebidentity": "web-identity", "sts:assumerolewithsaml": "saml" }[action];
  if (own !== undefined) return caller.kind === own;
  if (action !== "sts:assumerole") return caller.kind !== "anonymous";
  return !["root", "anonymous", "web-identity", "saml"].includes(caller.kind);
}
