import type { Deployment } from "../../model/deployment.ts";
import { packConfiguration } from "../../model/pack-configuration.ts";
import { drawTable } from "../../review/table-text.ts";
import { oldest } from "../toolchain/version.ts";
import { judge } from "./analyzer.ts";
import { showMatrices } from "./matrices.ts";
import { mockedPlan } from "./mocked-plan.ts";
import type { MockedStack, PlannedResource } from "./mocked-plan.ts";
import { violationsText } from "./outcome-text.ts";
import { buildPolicyPack } from "./policy-pack.ts";
import { projectName } from "./project.ts";
import type { StackFile } from "./project.ts";
import { exitCodes } from "./rehearsal.ts";
import type { ExitCode, Rehearsal } from "./rehearsal.ts";

const message = `NOTHING IS DEPLOYED: there is no Pulumi CLI here, and none can be had. Ways out:
  - install it (https://www.pulumi.com/docs/iac/download-install/), version ${oldest} or later of version 3, in PATH;
  - or let this machine reach get.pulumi.com: npm start then installs it into the project's cache;
  - or install Go and let it reach its module proxy: npm start then builds it, in about 4 minutes, once.
Then run npm start again. What follows is what can be said without an engine: what the program would ask for.`;

/** Says that there is no engine, and shows the plan, the matrices and the policy pack's verdict without one. */
export async function showWithoutEngine(
  { repository, environment, terminal, signal }: Rehearsal,
  stacks: StackFile[],
  deployments: Deployment[],
): Promise<ExitCode> {
  terminal.line(`\n${terminal.bad(message)}`);
  const project = projectName(repository);
  const policyPack = await buildPolicyPack(repository, environment, signal);
  const verdicts: string[] = [];
  for (const { stack, file } of stacks) {
    terminal.status(`${stack}: asking the program what it would make`);
    const groups = groupsOf(deployments);
    const planned = await mockedPlan(
      repository,
      { project, stack, config: { [`${project}:config`]: file }, groups, organization: organizationOf(deployments) },
      signal,
    );
    terminal.heading(`What ${stack} would ask for: resource types × accounts`);
    terminal.print(drawTable(countsByAccount(planned), terminal.width));
    terminal.status(`${stack}: asking the policy pack`);
    const { policyPack: pack, violations } = await judge(policyPack, packConfiguration(deployments), planned, signal);
    verdicts.push(
      violations.length === 0
        ? `${pack}: nothing to object to in ${stack}, in ${planned.length} resources.\n`
        : `${pack}, in ${stack}:\n${violationsText(violations)}`,
    );
  }
  showMatrices(deployments, terminal);
  terminal.heading("What the policy pack says");
  terminal.print(verdicts.join(""));
  terminal.line(`\n${terminal.bad("Nothing is deployed: there is no Pulumi CLI (see above).")}`);
  return exitCodes.noEngine;
}

/** The groups that the identity provider is presumed to have, with the ids that the configuration pins. */
function groupsOf(deployments: Deployment[]): { groupId: string; displayName: string }[] {
  const groups = deployments.flatMap(({ identityCenter }) => identityCenter.lookedUp);
  const byName = new Map(groups.map(({ displayName, id }) => [displayName, id ?? `id-of-${displayName}`]));
  return [...byName].map(([displayName, groupId]) => ({ groupId, displayName }));
}

/** What guardrails are attached to is presumed to exist. */
function organizationOf(deployments: Deployment[]): MockedStack["organization"] {
  const targets = deployments
    .flatMap(({ guardrails }) => guardrails.flatMap(({ attachments }) => attachments))
    .map(({ target }) => target);
  return {
    accounts: targets.flatMap((target) => (target.kind === "account" ? [target.id] : [])),
    units: targets.flatMap((target) => (target.kind === "ou" ? [target.path] : [])),
  };
}

function countsByAccount(planned: PlannedResource[]): Parameters<typeof drawTable>[0] {
  const made = planned.filter(({ account }) => account !== undefined);
  const columns = [...new Set(made.map(({ account }) => account ?? ""))].sort();
  const types = [...new Set(made.map(({ type }) => type))].sort();
  const count = (type: string, account: string) =>
    made.filter((resource) => resource.type === type && resource.account === account).length;
  return {
    corner: "Resource type",
    columns,
    rows: types.map((type) => ({
      name: type.replace(/\/[^:]*:/, ":"),
      cells: columns.map((account) => (count(type, account) === 0 ? [] : [String(count(type, account))])),
    })),
  };
}
