import { escalates } from "../catalogue/sensitive-actions.ts";
import { demandsPolicy } from "./bounded.ts";
import { dangersOf, type Danger } from "./dangers.ts";
import { grantedActions } from "./granted-action.ts";
import { isAbout, leftOf } from "./left.ts";
import { guarantees } from "../guarantee.ts";
import { intersects } from "../match.ts";
import type { NormalStatement } from "../normalize.ts";

/** Something that a statement grants and that is dangerous together with something else. */
export interface Power {
  statement: NormalStatement;
  /** The action as AWS spells it, or `*` for everything but a few services. */
  action: string;
  resources: string[];
  /** Whether it gives its holder, or what it makes, more permissions: what is missing from everything but IAM. */
  isLever: boolean;
}

export interface Combination {
  kind: "sum" | "pair";
  first: Power;
  second: Power;
}

/** On the same target, the first makes the second worth more than it shows; or the other way round. */
const pairs: readonly [string, string][] = [
  ["iam:UpdateAssumeRolePolicy", "sts:AssumeRole"],
  ["iam:PutGroupPolicy", "iam:AddUserToGroup"],
  ["iam:AttachGroupPolicy", "iam:AddUserToGroup"],
  ["sso:PutInlinePolicyToPermissionSet", "sso:CreateAccountAssignment"],
  ["sso:AttachManagedPolicyToPermissionSet", "sso:CreateAccountAssignment"],
  ["sso:AttachCustomerManagedPolicyReferenceToPermissionSet", "sso:CreateAccountAssignment"],
];

/** What has to be in second place to be anything: on open targets, what stands in first place is dangerous alone. */
const joins: ReadonlySet<string> = new Set(pairs.map(([, second]) => second));

const paired = [...new Set(pairs.flat())];

const levers: ReadonlySet<Danger["name"]> = new Set([
  ...(["iam-full", "passrole-star", "key-maker", "delegate-no-boundary", "escalate-alone"] as const),
]);

/** Whether a statement allows everything but some actions. */
export function isBroad({ effect, action, resource, condition }: NormalStatement): boolean {
  if (effect !== "Allow" || !action.not || condition.length > 0 || resource?.not === true) return false;
  return (resource?.items ?? ["*"]).includes("*");
}

/**
 * The powers in the policies that one session has together; Denies without a condition are taken off. Levers, which are
 * costly to find, only on demand: without something broad beside them they are no sum.
 */
export function powersOf(statements: readonly NormalStatement[], levering: boolean): Power[] {
  const allows = statements.filter(({ effect, resource }) => effect === "Allow" && resource?.not !== true);
  return allows.flatMap((statement): Power[] => {
    if (isBroad(statement)) {
      const left = leftOf("\u0003:\u0003", ["*"], statements);
      if (left.length === 0) return [];
      return [{ statement, action: "*", resources: left, isLever: false }, ...ofPairs(statement, statements)];
    }
    return [...ofPairs(statement, statements), ...(levering ? ofLevers(statement, statements) : [])];
  });
}

/**
 * What the powers are together; those that are one statement's are another matter, but for pairs. To each first power there
 * is one second at most: the first in their order that `fits`.
 */
export function combinationsOf(
  powers: readonly Power[],
  fits: (first: Power, second: Power) => boolean = () => true,
): Combination[] {
  const found: Combination[] = [];
  const all = powers.filter(({ action }) => action === "*");
  for (const first of all) {
    const second = powers.find(
      (one) => one.isLever && !isAbout(first.statement, one.action.toLowerCase()) && fits(first, one),
    );
    if (second !== undefined) found.push({ kind: "sum", first, second });
  }
  for (const [one, other] of pairs) {
    for (const first of powers.filter(({ action }) => action === one)) {
      const second = powers.find(
        (second) =>
          second.action === other &&
          second.resources.some((a) => first.resources.some((b) => intersects(a, b))) &&
          fits(first, second),
      );
      if (second !== undefined) found.push({ kind: "pair", first, second });
    }
  }
  return found;
}

/**
 * What may give one of the policies that its holder has another version, by patterns of their ARNs; where any policy is
 * open to it, it is dangerous alone.
 */
export function rewritesOf(statements: readonly NormalStatement[], attached: readonly string[]): Power[] {
  if (attached.length === 0) return [];
  const items = ["iam:createpolicyversion", "iam:setdefaultpolicyversion"];
  return statements
    .filter((one) => one.effect === "Allow" && one.resource?.not !== true && items.some((item) => isAbout(one, item)))
    .flatMap((statement) =>
      grantedActions({ ...statement, action: { not: false, items } }, statements)
        .filter(({ info }) => isAbout(statement, info.name.toLowerCase()))
        .filter(({ open }) => open.length === 0)
        .map(({ info, resources }) => ({
          statement,
          action: info.name,
          resources: resources.filter((pattern) => attached.some((arn) => intersects(pattern, arn))),
          isLever: false,
        })),
    )
    .filter(({ resources }) => resources.length > 0);
}

function ofPairs(statement: NormalStatement, statements: readonly NormalStatement[]): Power[] {
  const items = paired.map((name) => name.toLowerCase()).filter((name) => isAbout(statement, name));
  if (items.length === 0) return [];
  return grantedActions({ ...statement, action: { not: false, items } }, statements)
    .filter(({ info }) => !info.name.startsWith("iam:Attach") || !demandsPolicy(statement))
    .filter(({ info, open }) => open.length === 0 || !escalates.has(info.name) || joins.has(info.name))
    .map(({ info, resources }) => ({ statement, action: info.name, resources, isLever: false }));
}

function ofLevers(statement: NormalStatement, statements: readonly NormalStatement[]): Power[] {
  const denies = statements.filter(({ effect }) => effect === "Deny");
  return dangersOf([statement, ...denies])
    .filter(({ name }) => levers.has(name) && (name !== "passrole-star" || runsWhatItIsGiven(statement)))
    .flatMap(({ actions, resources }) =>
      actions.slice(0, 1).map((action) => ({ statement, action, resources, isLever: true })),
    );
}

/**
 * Services that run code, commands or calls of whoever passes them a role; the others use a role for their own purpose.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html, and each service's own guide.
 */
const running = [
  ...[
    "lambda",
    "ec2",
    "ecs-tasks",
    "glue",
    "sagemaker",
    "codebuild",
    "cloudformation",
    "datapipeline",
    "states",
    "ssm",
  ],
  ...[
    "elasticmapreduce",
    "batch",
    "codepipeline",
    "cloud9",
    "apprunner",
    "tasks.apprunner",
    "eks",
    "pods.eks",
    "bedrock",
  ],
  ...[
    "bedrock-agentcore",
    "scheduler",
    "events",
    "emr-serverless",
    "imagebuilder",
    "iot",
    "amplify",
    "elasticbeanstalk",
  ],
  ...["credentials.iot", "rolesanywhere", "servicecatalog", "synthetics", "robomaker", "gamelift", "build.apprunner"],
].map((name) => `${name}.amazonaws.com`);

/** Whether a statement that passes roles may pass them to a service that runs what it is given. */
function runsWhatItIsGiven({ condition }: NormalStatement): boolean {
  const services = guarantees(condition).find(({ key }) => key === "iam:passedtoservice");
  return (
    services?.values.some((value) => running.some((name) => intersects(value, name) || value.startsWith(name))) ?? true
  );
}
