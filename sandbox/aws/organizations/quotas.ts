/**
 * Quotas of Organizations by type of policy. Of 2026-05:
 * https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html
 */
export const quotas: Record<string, { size: number; perTarget: number; policies: number } | undefined> = {
  SERVICE_CONTROL_POLICY: { size: 10_240, perTarget: 10, policies: 10_000 },
  RESOURCE_CONTROL_POLICY: { size: 5_120, perTarget: 5, policies: 1_000 },
};

export const tagsPerResource = 50;
