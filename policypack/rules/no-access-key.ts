import type { ResourceValidationPolicy } from "@pulumi/policy";

/**
 * No long-lived access key: whoever finds one has what its user has, for as long as it exists.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles
 */
export const noAccessKey: ResourceValidationPolicy = {
  name: "no-access-key",
  description: "No long-lived access key is made: everything uses temporary credentials.",
  enforcementLevel: "mandatory",
  validateResource: ({ type, name }, reportViolation) => {
    if (type !== "aws:iam/accessKey:AccessKey") return;
    reportViolation(
      `The access key "${name}" would not expire, and its secret would stand in the state. ` +
        "Let whatever needs it take on a role (AWS services, pipelines with OpenID Connect) or sign in through " +
        "Identity Center; then delete this resource.",
    );
  },
};
