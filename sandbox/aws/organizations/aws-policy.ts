import type { OrganizationPolicy } from "./organization-document.ts";

const allows = (statement: object) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", ...statement, Action: "*", Resource: "*" }],
  });

const ofAws = (name: string, type: string, content: string): OrganizationPolicy => {
  return { id: `p-${name}`, name, type, description: "Allows access to every operation", content, tags: {} };
};

/**
 * The policies that AWS attaches to everything once their type is enabled.
 * Source: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
 */
export const awsPolicies: Record<string, OrganizationPolicy | undefined> = {
  "p-FullAWSAccess": ofAws("FullAWSAccess", "SERVICE_CONTROL_POLICY", allows({})),
  "p-RCPFullAWSAccess": ofAws("RCPFullAWSAccess", "RESOURCE_CONTROL_POLICY", allows({ Principal: "*" })),
};
