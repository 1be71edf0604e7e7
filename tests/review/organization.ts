import type { AccountAssignments, Deployment, Role, WorkloadRole } from "../../model/deployment.ts";

/** A stack that deploys nothing but what is given. */
export function deployment(stack: string, parts: Partial<Deployment>): Deployment {
  const nothing = {
    identityProviders: [],
    policies: [],
    accountBaselines: [],
    permissionSets: [],
    access: [],
    workloads: [],
    pipelines: [],
    guardrails: [],
    policyExceptions: [],
    packSettings: {
      ...{ organizationId: "", ownAccounts: [], trustedThirdParties: [], disabledRules: [] },
      ...{ managementAccount: "", delegatedAdministrators: [], administrators: [] },
    },
  };
  const identityCenter = { administeredFrom: "Security", region: "eu-central-1", lookedUp: [], groups: [], users: [] };
  return { stack, accounts: [], identityCenter, ...nothing, ...parts };
}

/** One line of the matrix: `access.<principal>.<selector>`, with cells such as `Production DeploymentManager`. */
export function access(
  principal: string,
  selector: string,
  cells: string[],
  type: "GROUP" | "USER" = "GROUP",
): AccountAssignments {
  return {
    name: principal,
    formerly: [],
    configPath: `access.${principal}.${selector}`,
    principal: { type, name: principal },
    cells: cells.map((cell) => {
      const [account = "", permissionSet = ""] = cell.split(" ");
      return {
        name: `${principal} ${cell}`,
        formerly: [],
        account,
        accountId: "111111111111",
        administeredFrom: "Security",
        permissionSet,
      };
    }),
  };
}

export function role(account: string, roleName: string): Role {
  return {
    name: `${account} ${roleName}`,
    formerly: [],
    configPath: `workloads.${roleName}`,
    account,
    arn: `arn:aws:iam::111111111111:role/${roleName}`,
    roleName,
    path: "/",
    description: "",
    trust: {
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
    },
    maxSessionDuration: 3600,
    shortGrants: [],
    permissionsBoundaryArn: "arn:aws:iam::111111111111:policy/boundary",
    awsManagedPolicyArns: [],
    customerManagedPolicyArns: [],
    needsPolicies: [],
    tags: {},
  };
}

export function workload(account: string, name: string, more: Partial<WorkloadRole> = {}): WorkloadRole {
  const configPath = `workloads.${name}`;
  return { name: `${account} ${name}`, formerly: [], configPath, account, role: role(account, name), ...more };
}
