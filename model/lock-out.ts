import { nearest } from "../iam/nearest.ts";
import type { Account, AccountAssignments, Deployment, Guardrail, PermissionSet } from "./deployment.ts";
import type { Diagnostic } from "./diagnostics.ts";
import { Findings } from "./findings.ts";
import { fullAccess } from "./guards.ts";
import { permissionSetHoldings, roleHoldings } from "./holdings.ts";
import { type Caller, type Setting, may, mayEnter, settingOf } from "./may.ts";
import { permissionSetRoleArn } from "./permission-set-role.ts";
import type { LockOutOverrides } from "./sections/lock-out-overrides.ts";
import type { Stack } from "./stack.ts";
import { isOver } from "./values/date.ts";

/**
 * Refuses an update after which nobody could administer Identity Center, or after which the deployer could not assume
 * the deploy role of an account that a stack works in. Judges all stacks together: what one loses another may give.
 * What `lock-out-overrides` lets pass is a warning.
 */
export function checkLockOut(stacks: readonly Stack[], deployments: readonly Deployment[]): void {
  const [first] = stacks;
  if (first === undefined) return;
  const lockedOut = (guardrails: readonly Guardrail[]): Diagnostic[] => {
    const found = new Findings(first.findings.places);
    const setting = { ...settingOf(first.configuration, guardrails), deployments, findings: found };
    checkIdentityCenter(setting);
    checkDeployer(setting);
    checkDeployRoles(setting);
    return found.diagnostics;
  };
  // Guardrails only take away: whom they leave in all together was never locked out.
  if (lockedOut(deployments.flatMap(({ guardrails }) => guardrails)).length === 0) return;
  const found = lockedOut([]);
  for (const diagnostic of found) {
    first.findings.diagnostics.push(
      overrides(stacks, diagnostic.code)
        ? { ...diagnostic, code: "lock-out-overridden", severity: "warning" }
        : diagnostic,
    );
  }
  // One message tells of several accounts: with guardrails it may name more of them.
  const anyway = new Set(found.map(({ message }) => message));
  checkGuardrails(stacks, deployments, (guardrails) =>
    lockedOut(guardrails).filter(({ message }) => !anyway.has(message)),
  );
}

/** Refuses the guardrails with which more would be locked out than without any. No override lets them pass. */
function checkGuardrails(
  stacks: readonly Stack[],
  deployments: readonly Deployment[],
  lockedOutBy: (guardrails: readonly Guardrail[]) => Diagnostic[],
): void {
  const all = deployments.flatMap(({ guardrails }) => guardrails);
  const together = lockedOutBy(all);
  if (together.length === 0) return;
  const alone = all.filter((guardrail) => lockedOutBy([guardrail]).length > 0);
  const findings = stacks.find(({ configuration }) => Object.keys(configuration.guardrails).length > 0)?.findings;
  for (const path of alone.length === 0 ? ["guardrails"] : alone.map(({ configPath }) => configPath)) {
    findings?.add("guardrail-locks-out", path, {
      message: together.map(({ message }) => message).join(" "),
      fix: "Except whoever is shut out, or deny less.",
      at: "key",
    });
  }
}

function overrides(stacks: readonly Stack[], code: string): boolean {
  return stacks.some(({ configuration, today }) => {
    const override = configuration["lock-out-overrides"][code as keyof LockOutOverrides];
    return override !== undefined && !isOver(override.until, today);
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

interface Judged extends Setting {
  deployments: readonly Deployment[];
  findings: Findings;
}

function checkIdentityCenter(judged: Judged): void {
  const { organization, partition, findings } = judged;
  const from = organization["delegated-administrators"]?.["identity-center"] ?? organization["management-account"];
  const places = [...new Set([from, organization["management-account"]])];
  const instance = "ssoins-0000000000000000";
  const resources = {
    instance: `arn:${partition}:sso:::instance/${instance}`,
    permissionSet: `arn:${partition}:sso:::permissionSet/${instance}/ps-0000000000000000`,
    account: `arn:${partition}:sso:::account/000000000000`,
  };
  const administers = people(judged).some(
    ({ account, caller }) =>
      places.includes(account) && repairs.every(([action, kind]) => may(judged, caller(), action, resources[kind])),
  );
  if (administers) return;
  findings.add("identity-center-locked-out", "access", {
    message: `After this update no group could administer Identity Center: none has a permission set for it in ${places.join(" or ")}.`,
    fix: `Give a group, in ${from}, a set with the AWS managed policy AWSSSOMemberAccountAdministrator${
      from === organization["management-account"] ? " or AWSSSOMasterAccountAdministrator" : ""
    }.`,
  });
}

function checkDeployer(judged: Judged): void {
  const { organization, partition, deployments, findings } = judged;
  const { deployer } = organization;
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
    const { source } = found;
    const caller = { roleArn: source.arn, ...roleHoldings(source, deployments) };
    const enters = mayEnter(judged, source);
    report(unreachable(goals, (goal) => enters && may(judged, caller, "sts:AssumeRole", goal.deployRoleArn)));
  } else if (kind === "group") {
    const own = people(judged).filter(({ group }) => group === name);
    report(
      unreachable(goals, (goal) =>
        own.some(({ caller }) => may(judged, caller(), "sts:AssumeRole", goal.deployRoleArn)),
      ),
    );
  } else if (new RegExp(`^arn:${partition}:iam::\\d{12}:role/.+$`).test(deployer)) {
    const managed = sources.find(({ source }) => source.arn === deployer);
    if (managed === undefined) {
      // What it holds is not known here; what guardrails deny is.
      const caller = { roleArn: deployer, identity: [fullAccess], boundary: null };
      report(unreachable(goals, (goal) => may(judged, caller, "sts:AssumeRole", goal.deployRoleArn)));
      return;
    }
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

/** What the program itself does in an account to make a change, or to take one back. */
const changes = [
  ...["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:UpdateAssumeRolePolicy", "iam:DeleteRole"],
  ...["iam:CreatePolicy", "iam:CreatePolicyVersion", "sso:ProvisionPermissionSet", "sso:CreateAccountAssignment"],
];

/** Only guardrails can take anything from a deploy role: the program does not make it. */
function checkDeployRoles(judged: Judged): void {
  for (const { name, deployRoleArn } of judged.deployments.flatMap(({ accounts }) => accounts)) {
    const caller = { roleArn: deployRoleArn, identity: [fullAccess], boundary: null };
    const missing = changes.filter((action) => !may(judged, caller, action, "*"));
    if (missing.length === 0) continue;
    judged.findings.add("deployer-locked-out", ["organization", "deployer"], {
      message: `After this update the deploy role in ${name} could not ${missing.join(", ")}.`,
      fix: "Let the guardrail that denies it except the deploy role.",
    });
  }
}

function unreachable(goals: ReadonlyMap<string, Account>, reaches: (goal: Account) => boolean): Account[] {
  return [...goals.values()].filter((goal) => !reaches(goal));
}

interface Person {
  group: string;
  account: string;
  caller: () => Caller;
}

/** Who comes through Identity Center: each group with each of its sets in each account. */
function people({ deployments, partition, organization }: Judged): Person[] {
  const sets = new Map<string, PermissionSet>(
    deployments.flatMap(({ permissionSets }) => permissionSets.map((set) => [set.name, set])),
  );
  const place = { partition, homeRegion: organization["home-region"] };
  const inLine = ({ principal, cells }: AccountAssignments): Person[] =>
    cells.flatMap(({ account, accountId, permissionSet }) => {
      const set = sets.get(permissionSet);
      if (set === undefined) return [];
      const caller = () => ({
        roleArn: permissionSetRoleArn(place, accountId, set.permissionSetName, "0123456789abcdef"),
        ...permissionSetHoldings(set, account, deployments),
      });
      return [{ group: principal.name, account, caller }];
    });
  return deployments.flatMap(({ access }) =>
    access.filter(({ principal }) => principal.type === "GROUP").flatMap(inLine),
  );
}
