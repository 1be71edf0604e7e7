import { RunError } from "@pulumi/pulumi";
import { getOrganization, getOrganizationalUnits } from "@pulumi/aws/organizations/index.js";
import { printable } from "../iam/printable.ts";
import type * as model from "../model/deployment.ts";
import type { Account } from "./account.ts";
import type { Named } from "./named.ts";

/** The ids that AWS knows of what guardrails are attached to. */
export interface GuardrailTargets {
  id: (target: model.GuardrailTarget) => string;
}

/**
 * Asks, before anything is declared, for the root, the enabled types of policy, and the organizational units on the way
 * to those that guardrails are attached to: one call for the organization, one for each unit that is passed. A target
 * that does not exist, or a type that is not enabled, is an error, with nothing changed. Throws RunError.
 */
export async function lookUpGuardrailTargets(
  guardrails: readonly model.Guardrail[],
  accounts: Named<Account>,
): Promise<GuardrailTargets> {
  const [first] = guardrails;
  if (first === undefined) return { id: () => "" };
  const lookup = { parent: accounts.get(first.account) };
  const { roots, enabledPolicyTypes, accounts: members } = await answered(getOrganization({}, lookup));
  const rootId = roots[0]?.id;
  if (rootId === undefined)
    throw new RunError("AWS Organizations tells of no root: is it asked in the management account?");
  const disabled = [...new Set(guardrails.map(({ type }) => type))].filter(
    (type) => !enabledPolicyTypes.includes(type),
  );
  const unitIds = await idsOfUnits(unitsIn(guardrails), rootId, async (parentId) => {
    const { children } = await answered(getOrganizationalUnits({ parentId }, lookup));
    return children;
  });
  const id = (target: model.GuardrailTarget): string | undefined => {
    if (target.kind === "root") return rootId;
    if (target.kind === "ou") return unitIds.get(target.path);
    return members.find((member) => member.id === target.id)?.id;
  };

  const problems = [
    ...disabled.map(
      (type) =>
        `Policies of the type ${type} are not enabled in the organization (PolicyTypeNotEnabledException). ` +
        `Enable them once, in the management account: aws organizations enable-policy-type --root-id ${rootId} --policy-type ${type}`,
    ),
    ...guardrails.flatMap(({ configPath, attachments }) =>
      attachments.flatMap(({ target }) =>
        id(target) === undefined ? [`${configPath}.targets: ${missing(target)}`] : [],
      ),
    ),
  ];
  if (problems.length > 0) throw new RunError([...problems.map(printable), "Nothing is changed."].join("\n"));
  return { id: (target) => id(target) ?? "" };
}

function missing(target: model.GuardrailTarget): string {
  if (target.kind === "account") return `the organization has no account ${target.id} (${target.name}).`;
  return `the organization has no unit "${target.kind === "ou" ? target.path : "root"}".`;
}

async function answered<Answer>(lookup: Promise<Answer>): Promise<Answer> {
  try {
    return await lookup;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new RunError(`AWS Organizations could not be asked: ${printable(reason)}`);
  }
}

function unitsIn(guardrails: readonly model.Guardrail[]): string[] {
  const targets = guardrails.flatMap(({ attachments }) => attachments.map(({ target }) => target));
  return [...new Set(targets.flatMap((target) => (target.kind === "ou" ? [target.path] : [])))];
}

/** Path → id, level by level, asking for the children of each unit on the way once. */
async function idsOfUnits(
  paths: readonly string[],
  rootId: string,
  childrenOf: (id: string) => Promise<{ id: string; name: string }[]>,
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  const descend = async (parentId: string, above: string): Promise<void> => {
    const below = paths.filter((path) => path.startsWith(above));
    if (below.length === 0) return;
    const children = await childrenOf(parentId);
    await Promise.all(
      children
        .filter(({ name }) => below.some((path) => `${path}/`.startsWith(`${above}${name}/`)))
        .map(async ({ id, name }) => {
          ids.set(`${above}${name}`, id);
          await descend(id, `${above}${name}/`);
        }),
    );
  };
  await descend(rootId, "");
  return ids;
}
