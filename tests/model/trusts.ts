import assert from "node:assert/strict";
import { decide } from "../../iam/decide.ts";
import type { DecisionRequest } from "../../iam/decision.ts";
import type { PolicyDocument } from "../../iam/document.ts";
import { validateDocument } from "../../iam/validate.ts";

const role = "arn:aws:iam::444455556666:role/workloads/web";
const assumeAnything: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Resource: "*" }],
};

/** Whether the trust lets in whoever asks, whose own account lets it assume anything. */
export function trusts(
  trust: PolicyDocument,
  request: Pick<DecisionRequest, "principal" | "principalKind" | "roleArn" | "context"> & { action?: string },
): boolean {
  assert.deepEqual(validateDocument(trust, "trust"), []);
  const identity = request.principalKind === "assumed-role" ? [assumeAnything] : [];
  const { action = "sts:AssumeRole" } = request;
  return (
    decide({ request: { ...request, action, resource: role }, policies: { identity, trust }, accounts: {} })
      .decision === "allowed"
  );
}

/** A request of a service. */
export const service = (principal: string, context: Record<string, string> = {}) => ({
  principalKind: "service" as const,
  principal,
  context,
});
/** A request of a session of the role. */
export const session = (roleArn: string, context: Record<string, string> = {}) => ({
  principalKind: "assumed-role" as const,
  roleArn,
  principal: `arn:aws:sts::${roleArn.split(":")[4]!}:assumed-role/${roleArn.split("/").at(-1)!}/session`,
  context,
});
