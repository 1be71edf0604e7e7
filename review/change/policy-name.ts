/** The name of a policy with its path, from its ARN: `job-function/ViewOnlyAccess`. */
export const policyName = (arn: string): string => arn.slice(arn.indexOf("/") + 1);
