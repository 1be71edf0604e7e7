/**
 * Identity Center's quotas; sizes in characters without white space. Of 2026-06:
 * https://docs.aws.amazon.com/singlesignon/latest/userguide/limits.html
 */
export const quotas = {
  permissionSets: 2_000,
  permissionSetsPerAccount: 250,
  managedPoliciesPerPermissionSet: 20,
  inlinePolicySize: 10_240,
  tagsPerResource: 50,
} as const;
