import { decide } from "../iam/decide.ts";
import type { PolicyDocument } from "../iam/document.ts";
import { nearest } from "../iam/nearest.ts";
import type { Account, AccountAssignments, Deployment, PermissionSet } from "./deployment.ts";
import { Findings } from "./findings.ts";
import { type Holdings, permissionSetHoldings, roleHoldings } from "./holdings.ts";
import type { LockOutOverrides } from "./sections/lock-out-overrides.ts";
import type { Organization } from "./sections/organization.ts";
import type { Stack } from "./stack.ts";

/**
 * Refuses an update after which nobody could administer Identity Center, or after which the deployer could not assume
 * the deploy role of an account that a stack works in. Judges all stacks together: what one loses another may give.
 * What `lock-out-overrides` lets pass is a warning.
 */
export function checkLockOut(stacks: readonly Stack[], deployments: readonly Deployment[]): void {
  const [first] = stacks;
  if (first === undefined) return;
  const { organization } = first.configuration;
  const found = new Findings(first.findings.places);
  checkIdentityCenter(organization, deployments, found);
  checkDeployer(organization, deployments, found);
  for (const diagnostic of found.diagnostics) {
    first.findings.diagnostics.push(
      overrides(stacks, diagnostic.code)
        ? { ...diagnostic, code: "lock-out-overridden", severity: "warning" }
        : diagnostic,
    );
  }
}

function overrides(stacks: readonly Stack[], code: string): boolean {
  return stacks.some(({ configuration, today }) => {
    const override = configuration["lock-out-overrides"][code as keyof LockOutOverrides];
    return override !== undefined && override.until >= today;
  });
}

/** What somebody has to be allowed who is to repair permission sets and assignments, and on which kind of resource. */
const repairs = [
  ["sso:CreatePermissionSet", "instance"],
  ["sso:PutInlinePolicyToPermissionSet", "permissionSet"],
  ["sso:AttachManagedPolicyToPermissionSet", "permissionSet"],
  ["sso:ProvisionPermissionSet", "permissionSet"],
  ["sso:CreateAccountAssignment", "permissionSet"],
  ["sso:CreateAccountAssignment", "account"],
  ["sso:DeleteAccountAssignment", "permissionSet"],
] as const;

function checkIdentityCenter(
  { partition = "aws", ...organization }: Organization,
  deployments: readonly Deployment[],
  findings: Findings,
): void {
  const from = organization["delegated-administrators"]?.["identity-center"] ?? organization["management-account"];
  const places = [...new Set([from, organization["management-account"]])];
  const instance = "ssoins-0000000000000000";
  const resources = {
    instance: `arn:${partition}:sso:::instance/${instance}`,
    permissionSet: `arn:${partition}:sso:::permissionSet/${instance}/ps-0000000000000000`,
    account: `arn:${partition}:sso:::account/000000000000`,
  };
  const administers = people(deployments).some(
    ({ account, accountId, holdings }) =>
      places.includes(account) &&
      repairs.every(([action, kind]) => may(holdings(), partition, accountId, action, resources[kind])),
  );
  if (administers) return;
  findings.add("identity-center-locked-out", "access", {
    message: `After this update no group could administer Identity Center: none has a permission set for it in ${places.join(" or ")}.`,
    fix: `Give a group, in ${from}, a set with the AWS managed policy AWSSSOMemberAccountAdministrator${
      from === organization["management-account"] ? " or AWSSSOMasterAccountAdministrator" : ""
    }.`,
  });
}

function checkDeployer(organization: Organization, deployments: readonly Deployment[], findings: Findings): void {
  const { deployer, partition = "aws" } = organization;
  const path = ["organization", "deployer"];
  const goals = new Map(deployments.flatMap(({ accounts }) => accounts.map((account) => [account.name, account])));
  const [kind = "", name = ""] = deployer.split(" ");
  const sources = deployments.flatMap(({ pipelines }) =>
    pipelines.flatMap((pipeline) => (pipeline.source === undefined ? [] : [{ pipeline, source: pipeline.source }])),
  );

  if (kind === "pipeline") {
    const found = sources.find(({ pipeline }) => pipeline.name === name);
    if (found === undefined) {
      const guess = nearest(
        name,
        sources.map(({ pipeline }) => pipeline.name),
      );
      findings.add("deployer-locked-out", path, {
        message: `No pipeline is called "${name}"${guess === undefined ? "" : `; did you mean "${guess}"?`}.`,
        fix: "Name the pipeline that deploys this configuration, or define it again.",
      });
      return;
    }
    const holdings = roleHoldings(found.source, deployments);
    const id = goals.get(found.source.account)?.id ?? "";
    report(unreachable(goals, (goal) => may(holdings, partition, id, "sts:AssumeRole", goal.deployRoleArn)));
  } else if (kind === "group") {
    const own = people(deployments).filter(({ group }) => group === name);
    report(
      unreachable(goals, (goal) =>
        own.some(({ accountId, holdings }) =>
          may(holdings(), partition, accountId, "sts:AssumeRole", goal.deployRoleArn),
        ),
      ),
    );
  } else if (new RegExp(`^arn:${partition}:iam::\\d{12}:role/.+$`).test(deployer)) {
    const managed = sources.find(({ source }) => source.arn === deployer);
    if (managed === undefined) return;
    findings.add("deployer-locked-out", path, {
      message: "The role belongs to a pipeline of this configuration.",
      fix: `Write \`deployer: pipeline ${managed.pipeline.name}\`.`,
    });
  } else {
    findings.add("deployer-locked-out", path, {
      message: `"${deployer}" does not say who assumes the deploy roles.`,
      fix: "Write `pipeline NAME`, `group NAME`, or the ARN of a role that this configuration does not manage.",
    });
  }

  function report(missing: Account[]): void {
    if (missing.length === 0) return;
    findings.add("deployer-locked-out", path, {
      message: `After this update ${deployer} could not assume the deploy role in ${missing.map((account) => account.name).join(", ")}.`,
      fix: `Allow it: \`- assume roles: ${organization["deploy-role"]}\` with \`in: all accounts\`.`,
    });
  }
}

function unreachable(goals: ReadonlyMap<string, Account>, reaches: (goal: Account) => boolean): Account[] {
  return [...goals.values()].filter((goal) => !reaches(goal));
}

interface Person {
  group: string;
  account: string;
  accountId: string;
  holdings: () => Holdings;
}

/** Who comes through Identity Center: each group with each of its sets in each account. */
function people(deployments: readonly Deployment[]): Person[] {
  const sets = new Map<string, PermissionSet>(
    deployments.flatMap(({ permissionSets }) => permissionSets.map((set) => [set.name, set])),
  );
  const inLine = ({ principal, cells }: AccountAssignments): Person[] =>
    cells.flatMap(({ account, accountId, permissionSet }) => {
      const set = sets.get(permissionSet);
      return set === undefined
        ? []
        : [
            {
              group: principal.name,
              account,
              accountId,
              holdings: () => permissionSetHoldings(set, account, deployments),
            },
          ];
    });
  return deployments.flatMap(({ access }) =>
    access.filter(({ principal }) => principal.type === "GROUP").flatMap(inLine),
  );
}

function may({ identity, boundary }: Holdings, partition: string, account: string, action: string, resource: string) {
  const { decision } = decide({
    request: {
      principal: `arn:${partition}:sts::${account}:assumed-role/bearer/session`,
      principalKind: "assumed-role",
      roleArn: `arn:${partition}:iam::${account}:role/bearer`,
      action,
      resource,
      context: {},
    },
    // Whether the role trusts the bearer is decided where the role is made: the question here is the bearer's own side.
    policies: { identity, boundary, ...(action === "sts:AssumeRole" && { trust: trustIn(partition, account) }) },
    accounts: { principal: account, resource: account },
  });
  return decision === "allowed";
}

function trustIn(partition: string, account: string): PolicyDocument {
  const principal = { AWS: `arn:${partition}:iam::${account}:root` };
  return { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" }] };
}
