import { decide } from "../../iam/decide.ts";

/** What a service of AWS wants to do with a resource. */
export interface ServiceRequest {
  service: string;
  action: string;
  resource: string;
  /** Twelve digits: the account that holds the resource. */
  accountId: string;
  context: Record<string, string>;
}

/** Whether a resource's own policy lets a service of AWS do something. */
export function letsService(policy: string | undefined, request: ServiceRequest): boolean {
  if (policy === undefined) return false;
  const { service, action, resource, accountId, context } = request;
  const { decision } = decide({
    request: { principal: service, principalKind: "service", action, resource, context },
    policies: { resource: JSON.parse(policy) as unknown },
    accounts: { resource: accountId },
  });
  return decision === "allowed";
}

/** Whether a text is a policy with statements that name their principals. */
export function isResourcePolicy(text: string): boolean {
  try {
    const policy = JSON.parse(text) as { Statement?: unknown };
    const statements: unknown[] = Array.isArray(policy.Statement) ? policy.Statement : [policy.Statement];
    return statements.every(
      (statement) =>
        typeof statement === "object" &&
        statement !== null &&
        ("Principal" in statement || "NotPrincipal" in statement) &&
        ("Action" in statement || "NotAction" in statement),
    );
  } catch {
    return false;
  }
}
