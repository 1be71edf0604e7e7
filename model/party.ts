import type { Configuration } from "./configuration.ts";
import type { Deployment } from "./deployment.ts";
import { permissionSetHoldings } from "./holdings.ts";
import { may, settingOf } from "./may.ts";
import { permissionSetRoleArn } from "./permission-set-role.ts";
import type { Stack } from "./stack.ts";

/** Who is meant by `pipeline NAME`, `group NAME` or the ARN of a role: the roles with which it acts. */
export interface Party {
  /** The account of each role, and the role's ARN, in which `?` stands for what AWS makes up. None: nobody is meant. */
  roles: { accountId: string; arn: string }[];
  /** The role is one that the program makes: it may not exist yet. */
  made: boolean;
}

/** The party that `words` mean. Of a group, the permission sets with which any role of `goals` may be assumed. */
export function partyOf(
  words: string,
  configuration: Configuration,
  deployments: readonly Deployment[],
  goals: readonly string[],
): Party {
  const [kind = "", name = ""] = words.split(" ");
  if (kind === "pipeline") return { roles: pipelineRoles(name, deployments), made: true };
  if (kind === "group") return { roles: groupRoles(name, configuration, deployments, goals), made: false };
  const accountId = /^arn:[^:]+:iam::(\d{12}):role\/.+$/u.exec(words)?.[1];
  return { roles: accountId === undefined ? [] : [{ accountId, arn: words }], made: false };
}

/** Refuses a previewer that means nobody: no role would trust it. */
export function checkPreviewer([first]: readonly Stack[], deployments: readonly Deployment[]): void {
  const words = first?.configuration.organization.previewer;
  if (first === undefined || words === undefined) return;
  const goals = deployments.flatMap(({ accounts }) => accounts.map(({ previewRoleArn }) => previewRoleArn));
  if (partyOf(words, first.configuration, deployments, goals).roles.length > 0) return;
  first.findings.add("previewer", ["organization", "previewer"], {
    message: `"${words}" is nobody who may assume a preview role.`,
    fix: "Write `pipeline NAME`, the ARN of a role that this configuration does not manage, or `group NAME` of a group with a permission set that may assume the preview roles.",
  });
}

function pipelineRoles(name: string, deployments: readonly Deployment[]): Party["roles"] {
  return deployments
    .flatMap(({ pipelines }) => pipelines)
    .filter((pipeline) => pipeline.name === name)
    .flatMap(({ source }) => source ?? [])
    .map(({ arn }) => ({ accountId: arn.split(":")[4] ?? "", arn }));
}

/** AWS makes up the suffix of the roles that Identity Center makes: sixteen characters. */
function groupRoles(
  group: string,
  configuration: Configuration,
  deployments: readonly Deployment[],
  goals: readonly string[],
): Party["roles"] {
  const setting = settingOf(configuration, []);
  const place = { partition: setting.partition, homeRegion: configuration.organization["home-region"] };
  const sets = deployments.flatMap(({ permissionSets }) => permissionSets);
  const cells = deployments
    .flatMap(({ access }) => access)
    .filter(({ principal }) => principal.type === "GROUP" && principal.name === group)
    .flatMap((line) => line.cells);
  const arns = cells.flatMap(({ account, accountId, permissionSet }) => {
    const set = sets.find((one) => one.name === permissionSet);
    if (set === undefined) return [];
    const arn = permissionSetRoleArn(place, accountId, set.permissionSetName, "?".repeat(16));
    const caller = { roleArn: arn, ...permissionSetHoldings(set, account, deployments) };
    return goals.some((goal) => may(setting, caller, "sts:AssumeRole", goal)) ? [arn] : [];
  });
  return [...new Set(arns)].sort().map((arn) => ({ accountId: arn.split(":")[4] ?? "", arn }));
}
