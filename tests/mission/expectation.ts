import { decide } from "../../iam/decide.ts";
import type { PrincipalKind } from "../../iam/decision.ts";
import type { PolicyDocument } from "../../iam/document.ts";
import { type Bearer, accountIds } from "./bearers.ts";

/** `can`: allowed. `cannot`: nothing allows it. `denied`: a statement denies it, whatever else is allowed. */
export type Outcome = "can" | "cannot" | "denied";

/** `ACTION on RESOURCE [when KEY=VALUE …]`; `{account}` is the id of the bearer's account, `{DevOps}` that of DevOps. */
export interface Request {
  action: string;
  resource: string;
  context: Record<string, string>;
}

export function parseRequest(text: string, bearer: Bearer): Request {
  const [, action = "", resource = "", when = ""] =
    /^([a-z0-9-]+:[A-Za-z0-9]+) on (\S+)(?: when (.+))?$/.exec(withIds(text, bearer)) ?? [];
  if (action === "") throw new Error(`"${text}" is not ACTION on RESOURCE [when KEY=VALUE …]`);
  return { action, resource, context: contextOf(when) };
}

function withIds(text: string, { accountId }: Bearer): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const id = name === "account" ? accountId : accountIds[name];
    if (id === undefined) throw new Error(`No account is called ${name}`);
    return id;
  });
}

function contextOf(when: string): Record<string, string> {
  const pairs = when.split(" ").filter((pair) => pair !== "");
  return Object.fromEntries(pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]));
}

/**
 * What the bearer's own documents say to a request. The other side consents to whatever the bearer's account permits:
 * keys and other accounts always have a say of their own.
 */
export function outcome(bearer: Bearer, { action, resource, context }: Request): Outcome {
  const { accountId, roleArn, userArn } = bearer;
  const principal = userArn ?? sessionOf(roleArn);
  const who =
    userArn === undefined
      ? { principal, principalKind: "assumed-role" as const, roleArn }
      : { principal, principalKind: "user" as const };
  const consent = (actions: string) => ({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { AWS: `arn:aws:iam::${accountId}:root` }, Action: actions }],
  });
  return said(
    decide({
      request: { ...who, action, resource, context },
      policies: {
        identity: Object.values(bearer.identity),
        boundary: bearer.boundary ?? null,
        resource: consent("*"),
        trust: consent("sts:*"),
      },
      accounts: { principal: accountId },
    }),
  );
}

/**
 * Whether the bearer's trust lets somebody in: `service NAME`, `role ARN` or `user ARN` (of an account that lets it
 * assume anything) or `token of PROVIDER-ARN`, each with `[when KEY=VALUE …]`.
 */
export function trusts(bearer: Bearer, text: string): boolean {
  const { trust, roleArn } = bearer;
  const parts = /^(service|role|user|token of) (\S+)(?: when (.+))?$/.exec(withIds(text, bearer));
  if (parts === null || trust === undefined) throw new Error(`"${text}" is nobody, or nobody is trusted`);
  const [, kind = "", who = "", when = ""] = parts;
  const kinds: Record<string, PrincipalKind> = { service: "service", role: "assumed-role", user: "user" };
  const principalKind = kinds[kind] ?? "web-identity";
  const isRole = kind === "role";
  const mayAssumeAnything: PolicyDocument = {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" }],
  };
  const { decision } = decide({
    request: {
      principalKind,
      principal: isRole ? sessionOf(who) : who,
      ...(isRole && { roleArn: who }),
      action: kind === "token of" ? "sts:AssumeRoleWithWebIdentity" : "sts:AssumeRole",
      resource: roleArn,
      context: contextOf(when),
    },
    policies: { identity: isRole || kind === "user" ? [mayAssumeAnything] : [], trust },
    accounts: {},
  });
  return decision === "allowed";
}

/** `arn:aws:iam::ID:role/path/NAME` → `arn:aws:sts::ID:assumed-role/NAME/session`. */
export function sessionOf(roleArn: string): string {
  const name = roleArn.slice(roleArn.lastIndexOf("/") + 1);
  return `arn:aws:sts::${roleArn.split(":")[4] ?? ""}:assumed-role/${name}/session`;
}

function said({ decision, by }: ReturnType<typeof decide>): Outcome {
  if (decision === "conditional") throw new Error("Every key of an expectation is known");
  return decision === "allowed" ? "can" : by === null ? "cannot" : "denied";
}
