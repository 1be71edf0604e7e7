import type { ResourceValidationPolicy } from "@pulumi/policy";

/**
 * No IAM user: people sign in through Identity Center, software uses roles.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-users-federation-idp
 */
export const noIamUser: ResourceValidationPolicy = {
  name: "no-iam-user",
  description: "No IAM user is made: people sign in through IAM Identity Center, software takes on roles.",
  enforcementLevel: "mandatory",
  validateResource: ({ type, name }, reportViolation) => {
    if (type !== "aws:iam/user:User") return;
    reportViolation(
      `The IAM user "${name}" would be a standing identity with credentials that do not expire. ` +
        "Give a person a permission set under `access`, and software a role under `workloads` or `pipelines`; " +
        "then delete this resource.",
    );
  },
};
