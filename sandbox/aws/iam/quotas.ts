/**
 * IAM's default quotas; sizes in characters without white space. Of 2026-06:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const quotas = {
  managedPoliciesPerRole: 20,
  versionsPerManagedPolicy: 5,
  managedPolicySize: 6_144,
  roleInlinePoliciesSize: 10_240,
  trustPolicySize: 2_048,
  tagsPerResource: 50,
  rolesPerInstanceProfile: 1,
  managedPoliciesPerUser: 20,
  managedPoliciesPerGroup: 10,
  userInlinePoliciesSize: 2_048,
  groupInlinePoliciesSize: 5_120,
  accessKeysPerUser: 2,
  mfaDevicesPerUser: 8,
  groupsPerUser: 10,
  groupsPerAccount: 300,
  rolesPerAccount: 1_000,
  customerManagedPoliciesPerAccount: 1_500,
  instanceProfilesPerAccount: 1_000,
  openIdConnectProvidersPerAccount: 100,
  audiencesPerOpenIdConnectProvider: 100,
  thumbprintsPerOpenIdConnectProvider: 5,
} as const;

/** How IAM counts the size of a document: without white space. */
export const policySize = (document: string) => document.replace(/\s/g, "").length;
