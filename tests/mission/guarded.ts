import { decide } from "../../iam/decide.ts";
import type { DecisionInput, PrincipalKind } from "../../iam/decision.ts";
import type { Guardrail } from "../../model/deployment.ts";
import { guardsOf } from "../../model/guards.ts";
import { load } from "../../model/load.ts";
import { today } from "../components/program.ts";
import { type Bearer, accountIds } from "./bearers.ts";
import { type Outcome, type Request, parseRequest } from "./expectation.ts";

const configuration = load("config/prod.yaml", { today }).stack!;
const management = accountIds[configuration.organization["management-account"]]!;
const allow = { Effect: "Allow", Action: "*", Resource: "*" };
const everything = { Version: "2012-10-17", Statement: [allow] };
const openToAll = { Version: "2012-10-17", Statement: [{ ...allow, Principal: "*" }] };
const openTo = (accountId: string): object => {
  return { ...openToAll, Statement: [{ ...allow, Principal: { AWS: `arn:aws:iam::${accountId}:root` } }] };
};
const ours = { "aws:PrincipalOrgID": configuration.organization.id };

/** What the bearer's own documents and the guardrails say to a request in the bearer's account. */
export function guardedOutcome(bearer: Bearer, request: Request, guardrails: readonly Guardrail[]): Outcome {
  const { accountId, roleArn, userArn, identity, boundary } = bearer;
  const principal = `arn:aws:sts::${accountId}:assumed-role/${roleArn.slice(roleArn.lastIndexOf("/") + 1)}/session`;
  const caller =
    userArn === undefined
      ? { principal, principalKind: "assumed-role" as const, roleArn }
      : { principal: userArn, principalKind: "user" as const };
  return decided(caller, accountId, accountId, request, guardrails, {
    identity: Object.values(identity),
    boundary: boundary ?? null,
  });
}

/**
 * What the guardrails say where everything else allows a request: `KIND NAME in ACCOUNT`, such as
 * `role Administrator in Production` or `stranger 999999999999 in Production`.
 */
export function guarded(heading: string, text: string, guardrails: readonly Guardrail[]): Outcome {
  const [, kind = "", name = "", account = ""] = /^(\w+) (\S+) in (\w+)$/.exec(heading) ?? [];
  const accountId = accountIds[account];
  if (accountId === undefined) throw new Error(`"${heading}" is not KIND NAME in ACCOUNT`);
  const request = parseRequest(text.replace(/ #.*/, ""), { accountId } as Bearer);
  const iam = (id: string, rest: string) => `arn:aws:iam::${id}:${rest}`;
  const callers: Record<string, [PrincipalKind, string | undefined, string | undefined]> = {
    role: ["assumed-role", iam(accountId, `role/${name}`), accountId],
    user: ["user", iam(accountId, `user/${name}`), accountId],
    root: ["root", iam(accountId, "root"), accountId],
    stranger: ["assumed-role", iam(name, "role/Administrator"), name],
    nobody: ["anonymous", undefined, undefined],
    service: ["service", name, undefined],
    token: ["web-identity", iam(accountId, `oidc-provider/${name}`), undefined],
  };
  const [principalKind, principal, callerId] = callers[kind]!;
  const caller = {
    principalKind,
    ...(principal !== undefined && { principal }),
    ...(principalKind === "assumed-role" && { roleArn: principal! }),
  };
  const assumes = request.action.startsWith("sts:AssumeRole");
  const trust = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: trusted(kind, principal), Action: request.action }],
  };
  return decided(caller, callerId, accountId, request, guardrails, {
    ...(callerId !== undefined && kind !== "root" && { identity: [everything] }),
    ...(assumes ? { trust } : { resource: callerId === accountId ? openTo(accountId) : openToAll }),
  });
}

function trusted(kind: string, principal: string | undefined): object {
  if (kind === "service") return { Service: principal };
  return kind === "token" ? { Federated: principal } : { AWS: "*" };
}

function decided(
  caller: Omit<DecisionInput["request"], "action" | "resource">,
  callerId: string | undefined,
  ownerId: string,
  { action, resource, context }: Request,
  guardrails: readonly Guardrail[],
  policies: DecisionInput["policies"],
): Outcome {
  const guards = guardsOf(configuration, guardrails);
  const isOurs = callerId !== undefined && Object.values(accountIds).includes(callerId);
  const { decision, reason } = decide({
    request: {
      ...caller,
      action,
      resource,
      context: { "aws:RequestedRegion": "eu-central-1", ...(isOurs && ours), ...context },
    },
    policies: { ...policies, scps: callerId === undefined ? [] : guards.scps(callerId), rcps: guards.rcps(ownerId) },
    accounts: { ...(callerId !== undefined && { principal: callerId }), resource: ownerId, management },
  });
  if (decision === "conditional") throw new Error(`${action}: ${reason}`);
  return decision === "allowed" ? "can" : reason.includes("explicit Deny") ? "denied" : "cannot";
}
