import type { Configuration } from "./configuration.ts";

/** A quota of AWS that can be raised on request. */
interface Quota {
  /** What AWS allows without a request. */
  standard: number;
  /** The most that AWS grants. */
  most: number;
  what: string;
  page: string;
  /** When the page was read. */
  date: string;
}

const iamQuotas = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";

/** The quotas that the program checks; `raised-quotas` raises them by these names. */
export const quotas = {
  "managed-policies-per-role": {
    standard: 20,
    most: 25,
    what: "managed policies of one role",
    page: iamQuotas,
    date: "2026-07",
  },
  "customer-managed-policies-per-account": {
    standard: 1500,
    most: 5000,
    what: "customer managed policies in one account",
    page: iamQuotas,
    date: "2026-07",
  },
  "roles-per-account": { standard: 1000, most: 5000, what: "roles in one account", page: iamQuotas, date: "2026-07" },
  "trust-policy-length": {
    standard: 2048,
    most: 4096,
    what: "characters of one trust policy",
    page: iamQuotas,
    date: "2026-07",
  },
  "permission-sets": {
    standard: 2000,
    most: 10_000,
    what: "permission sets of Identity Center",
    page: "https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html",
    date: "2026-07",
  },
} satisfies Record<string, Quota>;

export type QuotaName = keyof typeof quotas;

/** The most managed policies, of both kinds together, that a permission set takes; it cannot be raised. */
export const managedPoliciesPerPermissionSet = 20;

/**
 * Characters of one guardrail, white space counted. Of 2026-05, when AWS doubled them for service control policies:
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export const guardrailSizes = { "service-control-policy": 10_240, "resource-control-policy": 5_120 };

/**
 * The most guardrails that a root, a unit or an account has attached to itself, FullAWSAccess and RCPFullAWSAccess among
 * them, inherited ones not. Of 2026-05, as above.
 */
export const attachmentsPerTarget = { "service-control-policy": 10, "resource-control-policy": 5 };

/** What the organization has: AWS's standard, or the value in `raised-quotas` where that is a number. */
export function quotaOf({ "raised-quotas": raised }: Configuration, name: QuotaName): number {
  const value = Number(raised[name] ?? quotas[name].standard);
  return Number.isInteger(value) ? value : quotas[name].standard;
}
