import { existsSync, rmSync } from "node:fs";
import { printable } from "../../iam/printable.ts";
import { leftBehind, retained } from "../aws/inventory.ts";
import type { Cli } from "../toolchain/cli.ts";
import { inventoryText } from "./inventory-text.ts";
import { failureText, summary } from "./outcome-text.ts";
import { cliFor, exitCodes, inTurn, rehearsalDirectory } from "./rehearsal.ts";
import type { ExitCode, Rehearsal } from "./rehearsal.ts";
import { recoverKilled } from "./recovery.ts";
import { updateProgress } from "./update-progress.ts";
import { openWorkspace } from "./workspace.ts";

/** What no destroy takes away in AWS: it was there before, or AWS keeps it by itself. */
const alwaysThere = `In AWS these would remain too: the organization, its accounts and units, Identity Center and the people and groups
of the identity provider, the deploy roles (all there before the first deployment), and CloudTrail's event history
of the last 90 days.`;

/**
 * Destroys every stack of the rehearsal, the last deployed first, proves by the virtual AWS's own inventory that
 * nothing is left, and removes all that the rehearsal wrote.
 */
export async function tearDown(rehearsal: Rehearsal): Promise<ExitCode> {
  const { environment, terminal, signal } = rehearsal;
  if (!existsSync(rehearsalDirectory(environment))) {
    terminal.line("There is no rehearsal to destroy.");
    return exitCodes.done;
  }
  const cli = await cliFor(rehearsal);
  if (signal.aborted) return exitCodes.interrupted;
  if (cli === undefined) {
    terminal.line(terminal.bad("No Pulumi CLI can be had, so nothing was destroyed."));
    terminal.line(`To throw the rehearsal away as it is, delete ${rehearsalDirectory(environment)}.`);
    return exitCodes.noEngine;
  }
  return inTurn(rehearsal, () => destroy(rehearsal, cli));
}

async function destroy({ repository, environment, terminal, signal }: Rehearsal, cli: Cli): Promise<ExitCode> {
  const directory = rehearsalDirectory(environment);
  const workspace = await openWorkspace({ directory, repository, cli, copyConfig: false });
  for (const stack of workspace.project.stacks.toReversed()) {
    await recoverKilled(workspace, stack, terminal, signal);
    const unprotected = await workspace.unprotect(stack);
    if (unprotected > 0) {
      terminal.line(`    ${stack}: ${unprotected} resources are protected; lifted by pulumi state unprotect --all`);
    }
    const outcome = await workspace.destroy(stack, { signal, onEvent: updateProgress(stack, terminal) });
    if (signal.aborted) {
      terminal.line(`${stack}: interrupted; what was done is recorded. The next run goes on from there.`);
      return exitCodes.interrupted;
    }
    if (outcome.exitCode !== 0) {
      terminal.line(`${terminal.bad("no")}  ${stack}: could not be destroyed`);
      terminal.print(failureText(outcome));
      terminal.line(`  All the engine printed: ${workspace.logDirectory}/${stack}-destroy.log`);
      return exitCodes.refused;
    }
    terminal.line(`${terminal.good("ok")}  ${stack}: ${summary(outcome)}, in ${outcome.seconds.toFixed(1)} s`);
  }
  const left = leftBehind(workspace.awsDirectory);
  if (left.length > 0) {
    terminal.line(terminal.bad("The virtual AWS still holds what no stack knows of:"));
    terminal.print(inventoryText(left, terminal.width));
    terminal.line(`To throw it away as it is, delete ${directory}.`);
    return exitCodes.refused;
  }
  const kept = retained(workspace.awsDirectory);
  rmSync(directory, { recursive: true, force: true });
  terminal.line("The virtual AWS holds nothing that a stack made; everything the rehearsal wrote is removed.");
  for (const { why } of kept) terminal.line(printable(`In AWS this would remain: ${why}.`));
  terminal.line(alwaysThere);
  return exitCodes.done;
}
