import type { ContextValues } from "./context.ts";

export type PrincipalKind =
  "user" | "assumed-role" | "root" | "service" | "anonymous" | "web-identity" | "saml" | "service-linked-role";

/** One request, and everything that AWS would ask about it. */
export interface DecisionInput {
  /** Returned as it is. */
  id?: string;
  request: DecisionRequest;
  policies: DecisionPolicies;
  /** Account ids: of the principal, of the resource (else the one in the resource's ARN, else the principal's), of the organization's management. */
  accounts: { principal?: string; resource?: string; management?: string };
}

export interface DecisionRequest {
  /** ARN; of a service its name, of web identity and SAML the provider's ARN; absent for anonymous. */
  principal?: string;
  principalKind: PrincipalKind;
  /** Of a session: the ARN of its role, with the path. */
  roleArn?: string;
  /** Such as `s3:GetObject`; no pattern. */
  action: string;
  /** An ARN, or `*` for an action that acts on no single resource; no pattern. */
  resource: string;
  /** Every key of the request; what follows from the principal is added where absent. */
  context?: ContextValues;
  /** Keys of which nobody knows whether and how they are set. */
  unknown?: string[];
}

/** Documents of each kind; null or absent where there is none. */
export interface DecisionPolicies {
  identity?: unknown[] | null;
  boundary?: unknown;
  session?: unknown[] | null;
  /** The resource's own policy. */
  resource?: unknown;
  /** The role's trust policy, where the resource is a role. */
  trust?: unknown;
  /** Levels from the root to the principal's account; none outside of an organization. An empty level allows nothing. */
  scps?: unknown[][] | null;
  /** As `scps`, of the resource's account; RCPFullAWSAccess may be left out. */
  rcps?: unknown[][] | null;
}

export interface Decision {
  id?: string;
  decision: "allowed" | "denied" | "conditional";
  /** One sentence. */
  reason: string;
  /** The deciding statement; null where there is none, as in an implicit deny. */
  by: StatementReference | null;
  /** Only where conditional: what it hangs on. */
  conditions?: OpenCondition[];
}

export interface StatementReference {
  /** Such as `identity[0]`, `boundary`, `resource`, `scps[1][0]`. */
  policy: string;
  /** Index in the document. */
  statement: number;
  sid?: string;
}

/** A test on a key whose value is not known. */
export interface OpenCondition extends StatementReference {
  effect: "Allow" | "Deny";
  operator: string;
  key: string;
  values: string[];
}
