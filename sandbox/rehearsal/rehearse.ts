import type { Deployment } from "../../model/deployment.ts";
import type { Cli } from "../toolchain/cli.ts";
import { planStacks } from "./configuration.ts";
import { failureText, summary, violationsText } from "./outcome-text.ts";
import type { Outcome } from "./outcome.ts";
import { buildPolicyPack } from "./policy-pack.ts";
import { stacksOf } from "./project.ts";
import { writePulumiScript } from "./pulumi-script.ts";
import { cliFor, exitCodes, inTurn, rehearsalDirectory } from "./rehearsal.ts";
import type { ExitCode, Rehearsal } from "./rehearsal.ts";
import { showResult } from "./result.ts";
import { recoverKilled } from "./recovery.ts";
import { updateProgress } from "./update-progress.ts";
import { showWithoutEngine } from "./without-engine.ts";
import { openWorkspace } from "./workspace.ts";
import type { OperationOptions, Workspace } from "./workspace.ts";

/**
 * Deploys every stack of the checkout to a virtual AWS organization on this machine, with the real engine and the
 * policy pack, and prints what came of it.
 */
export async function rehearse(rehearsal: Rehearsal): Promise<ExitCode> {
  const { repository, terminal, signal } = rehearsal;
  const start = performance.now();
  terminal.line(terminal.bold("A rehearsal on this machine: a virtual AWS organization; no account, no credentials."));
  const stacks = stacksOf(repository);
  const { deployments, report } = planStacks(repository, stacks);
  if (report !== "") terminal.line(report);
  if (deployments.length === 0) {
    terminal.line(terminal.bad("The configuration has errors: nothing is deployed."));
    return exitCodes.refused;
  }
  const cli = await cliFor(rehearsal);
  if (signal.aborted) return exitCodes.interrupted;
  if (cli === undefined) return showWithoutEngine(rehearsal, stacks, deployments);
  const exitCode = await inTurn(rehearsal, () => deploy(rehearsal, cli, deployments));
  terminal.line(terminal.faint(`Took ${seconds((performance.now() - start) / 1000)}.`));
  return exitCode;
}

async function deploy(rehearsal: Rehearsal, cli: Cli, deployments: Deployment[]): Promise<ExitCode> {
  const { repository, environment, terminal, signal } = rehearsal;
  terminal.status("Founding the virtual organization");
  const directory = rehearsalDirectory(environment);
  const workspace = await openWorkspace({ directory, repository, cli, copyConfig: false });
  const script = writePulumiScript(workspace, cli.path);
  terminal.status("Building the policy pack");
  const policyPack = await buildPolicyPack(repository, environment, signal);
  const outcomes: Outcome[] = [];
  for (const stack of workspace.project.stacks) {
    await recoverKilled(workspace, stack, terminal, signal);
    const outcome = await update(workspace, stack, { policyPack, signal, onEvent: updateProgress(stack, terminal) });
    if (signal.aborted) {
      terminal.line(`${stack}: interrupted; what was done is recorded. The next run goes on from there.`);
      return exitCodes.interrupted;
    }
    if (outcome.exitCode !== 0) {
      showFailure(rehearsal, workspace, stack, outcome);
      return exitCodes.refused;
    }
    terminal.line(`${terminal.good("ok")}  ${stack}: ${summary(outcome)}, in ${seconds(outcome.seconds)}`);
    outcomes.push(outcome);
  }
  showResult(workspace, deployments, outcomes, script, terminal);
  return exitCodes.done;
}

/** `pulumi up`, in its two halves: a preview, and the update if the preview shows that there is something to do. */
async function update(workspace: Workspace, stack: string, options: OperationOptions): Promise<Outcome> {
  const preview = await workspace.preview(stack, options);
  const isUnchanged = preview.steps.length === 0 && !preview.outputsDiffer;
  if (preview.exitCode !== 0 || isUnchanged) return preview;
  const outcome = await workspace.up(stack, { ...options, args: ["--skip-preview"] });
  return { ...outcome, seconds: preview.seconds + outcome.seconds };
}

function showFailure({ terminal }: Rehearsal, workspace: Workspace, stack: string, outcome: Outcome): void {
  const violations = violationsText(outcome.policyViolations);
  const planned = outcome.planned ? "stopped by its preview: nothing of it is deployed" : "failed";
  terminal.line(`${terminal.bad("no")}  ${stack}: ${planned}`);
  terminal.print(violations === "" ? failureText(outcome) : `  The policy pack says no:\n${violations}`);
  terminal.line(
    `  All the engine printed: ${workspace.logDirectory}/${stack}-${outcome.planned ? "preview" : "up"}.log`,
  );
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}
