import type { Statement } from "../iam/document.ts";
import { decide } from "../iam/decide.ts";
import type { Deployment } from "../model/deployment.ts";
import { type Holdings, permissionSetHoldings } from "../model/holdings.ts";
import { permissionSetRoleArn } from "../model/permission-set-role.ts";
import type { Organization } from "../model/sections/organization.ts";

/** Who assumes the deploy roles, as `organization.deployer` says it: roles, all of one kind. */
export interface Deployer {
  /** The account of each role, and the role's ARN, in which `?` and `*` stand for what AWS makes up. */
  roles: { accountId: string; arn: string }[];
  /** The deployer's role is one that the program makes: it may not exist yet. */
  made: boolean;
}

/** Finds the roles. Throws where there is none, which `model/lock-out.ts` has refused before. */
export function deployerOf(organization: Organization, deployments: readonly Deployment[]): Deployer {
  const [kind = "", name = ""] = organization.deployer.split(" ");
  const roles = kind === "pipeline" ? pipelineRoles(name, deployments) : groupRoles(organization, name, deployments);
  if (kind !== "pipeline" && kind !== "group") {
    const [, , , , accountId = ""] = organization.deployer.split(":");
    return { roles: [{ accountId, arn: organization.deployer }], made: false };
  }
  if (roles.length === 0) throw new Error(`organization.deployer: no role of ${organization.deployer} is known.`);
  return { roles, made: kind === "pipeline" };
}

function pipelineRoles(name: string, deployments: readonly Deployment[]): Deployer["roles"] {
  return deployments
    .flatMap(({ pipelines }) => pipelines)
    .filter((pipeline) => pipeline.name === name)
    .flatMap(({ source }) => source ?? [])
    .map(({ arn }) => ({ accountId: arn.split(":")[4] ?? "", arn }));
}

/**
 * The roles that Identity Center makes for the group's permission sets with which a deploy role may be assumed. AWS
 * makes up their suffix of 16 hexadecimal digits.
 */
function groupRoles(
  { partition = "aws", "home-region": homeRegion }: Organization,
  group: string,
  deployments: readonly Deployment[],
): Deployer["roles"] {
  const goals = deployments.flatMap(({ accounts }) => accounts.map(({ deployRoleArn }) => deployRoleArn));
  const sets = deployments.flatMap(({ permissionSets }) => permissionSets);
  const cells = deployments
    .flatMap(({ access }) => access)
    .filter(({ principal }) => principal.type === "GROUP" && principal.name === group)
    .flatMap((line) => line.cells);
  const arns = cells.flatMap(({ account, accountId, permissionSet }) => {
    const set = sets.find((one) => one.name === permissionSet);
    if (set === undefined) return [];
    const arn = permissionSetRoleArn({ partition, homeRegion }, accountId, set.permissionSetName, "?".repeat(16));
    const holdings = permissionSetHoldings(set, account, deployments);
    const assumes = (goal: string) => mayAssume(partition, accountId, goal, holdings);
    return goals.some(assumes) ? [{ accountId, arn }] : [];
  });
  return [...new Map(arns.map((role) => [role.arn, role])).values()].sort((a, b) => a.arn.localeCompare(b.arn));
}

function mayAssume(partition: string, account: string, resource: string, policies: Holdings): boolean {
  const roleArn = `arn:${partition}:iam::${account}:role/bearer`;
  const { decision } = decide({
    request: {
      principal: `arn:${partition}:sts::${account}:assumed-role/bearer/session`,
      principalKind: "assumed-role",
      roleArn,
      action: "sts:AssumeRole",
      resource,
    },
    policies: {
      ...policies,
      trust: {
        Version: "2012-10-17",
        Statement: [
          { Effect: "Allow", Principal: { AWS: `arn:${partition}:iam::${account}:root` }, Action: "sts:AssumeRole" },
        ],
      },
    },
    accounts: { principal: account },
  });
  return decision !== "denied";
}

/**
 * Trust in the deployer. The principals are accounts, with the roles in a condition: on the first day a pipeline's role
 * does not exist, and AWS makes up the names of Identity Center's (docs/decisions/0003-trust-across-stacks.md).
 */
export function deployerTrust({ roles }: Deployer, partition: string, organizationId: string): Statement {
  const accounts = [...new Set(roles.map(({ accountId }) => accountId))].sort();
  const arns = roles.map(({ arn }) => arn);
  return {
    Sid: "Deployer",
    Effect: "Allow",
    Principal: { AWS: accounts.map((id) => `arn:${partition}:iam::${id}:root`) },
    Action: "sts:AssumeRole",
    Condition: {
      [arns.some((arn) => arn.includes("?")) ? "ArnLike" : "ArnEquals"]: { "aws:PrincipalArn": arns },
      StringEquals: { "aws:PrincipalOrgID": organizationId },
    },
  };
}
