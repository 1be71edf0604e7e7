import { parseArn } from "./arn.ts";
import { Context, type ContextValues } from "./context.ts";
import type { DecisionInput, PrincipalKind } from "./decision.ts";

/** Who asks, with everything that follows from it. */
export interface Caller {
  kind: PrincipalKind;
  /** As in the request. */
  principal: string | undefined;
  /** Of a session, the role's. */
  roleArn: string | undefined;
  account: string | undefined;
  /** Bound by a permissions boundary: NotPrincipal never spares such a principal. */
  bounded: boolean;
  /** Sessions of an IAM user that session policies limit are no longer that user. */
  limited: boolean;
}

/** Reads the caller of a request. Throws where the request does not say who it is. */
export function callerOf({ request, policies, accounts }: DecisionInput): Caller {
  const { principalKind: kind, principal } = request;
  if (!kinds.has(kind)) throw new TypeError(`There is no principalKind ${JSON.stringify(kind)}.`);
  if (kind !== "anonymous" && principal === undefined)
    throw new TypeError(`A principal of kind ${kind} has a principal.`);
  if (kind === "assumed-role" && request.roleArn === undefined)
    throw new TypeError("A principal of kind assumed-role has a roleArn.");
  const roleArn = request.roleArn ?? (kind === "service-linked-role" && isRoleArn(principal) ? principal : undefined);
  const isEntity = kind === "user" || kind === "assumed-role" || kind === "root" || kind === "service-linked-role";
  return {
    // AWS knows a service-linked role by its path.
    kind: roleArn !== undefined && isServiceLinked(roleArn) ? "service-linked-role" : kind,
    principal,
    roleArn,
    account: isEntity ? (accounts.principal ?? accountOf(principal)) : undefined,
    bounded: policies.boundary !== undefined && policies.boundary !== null,
    limited: (policies.session?.length ?? 0) > 0,
  };
}

const kinds = new Set<PrincipalKind>([
  ...(["user", "assumed-role", "root", "service"] as const),
  ...(["anonymous", "web-identity", "saml", "service-linked-role"] as const),
]);

/**
 * The request's context, with the keys that the principal itself fixes where they are absent.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principal-properties
 */
export function contextOf({ request }: DecisionInput, caller: Caller): Context {
  return new Context({ ...derived(caller, request.context ?? {}), ...request.context }, request.unknown);
}

function derived(caller: Caller, given: ContextValues): ContextValues {
  const { kind, principal = "", roleArn, account } = caller;
  // Calls that are not signed, those of anonymous callers and of identity providers, tell nothing of a service.
  const isSigned = account !== undefined || kind === "service";
  const values: Record<string, string | string[] | undefined> = {
    "aws:PrincipalAccount": account,
    "aws:PrincipalIsAWSService": isSigned ? String(kind === "service") : undefined,
  };
  const partition = parseArn(principal)?.partition ?? "aws";
  switch (kind) {
    case "user":
      values["aws:PrincipalArn"] = principal;
      values["aws:PrincipalType"] = "User";
      values["aws:username"] = principal.slice(principal.lastIndexOf("/") + 1);
      break;
    case "assumed-role":
    case "service-linked-role":
      values["aws:PrincipalArn"] = roleArn;
      values["aws:PrincipalType"] = "AssumedRole";
      break;
    case "root":
      values["aws:PrincipalArn"] = account === undefined ? principal : `arn:${partition}:iam::${account}:root`;
      values["aws:PrincipalType"] = "Account";
      values["aws:userid"] = account;
      break;
    case "service":
      values["aws:PrincipalServiceName"] = principal;
      values["aws:PrincipalServiceNamesList"] = [principal];
      break;
    case "anonymous":
      values["aws:PrincipalAccount"] = "anonymous";
      values["aws:PrincipalType"] = "Anonymous";
      break;
    case "web-identity":
    case "saml":
      values["aws:FederatedProvider"] = principal;
      break;
  }
  const names = new Set(Object.keys(given).map((key) => key.toLowerCase()));
  const absent = Object.entries(values).filter(([key, value]) => value !== undefined && !names.has(key.toLowerCase()));
  return Object.fromEntries(absent) as ContextValues;
}

function accountOf(arn: string | undefined): string | undefined {
  return arn === undefined ? undefined : parseArn(arn)?.account;
}

function isRoleArn(arn: string | undefined): boolean {
  return parseArn(arn ?? "")?.resource.startsWith("role/") === true;
}

function isServiceLinked(roleArn: string): boolean {
  return parseArn(roleArn)?.resource.startsWith("role/aws-service-role/") === true;
}
