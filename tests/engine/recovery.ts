import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Inventory, inventory } from "../../sandbox/aws/inventory.ts";
import { stackLocks } from "../../sandbox/rehearsal/stack-lock.ts";
import { type CommandResult, runCommand } from "../../sandbox/toolchain/command.ts";
import { repository } from "../../sandbox/toolchain/place.ts";
import type { Stage } from "./stage.ts";

/** Runs the recovery command on a stack. */
export function recover(on: Stage, stack: string): Promise<CommandResult> {
  const command = [join(repository, "cli/recover.ts"), "--stack", stack, "--cwd", on.project.directory];
  return runCommand(process.execPath, command, { environment: on.environment });
}

/** What a recovery said, which has to have succeeded. */
export async function recovered(on: Stage, stack: string): Promise<string> {
  const { exitCode, stdout, stderr } = await recover(on, stack);
  assert.equal(exitCode, 0, `${stdout}\n${stderr}`);
  assert.deepEqual(stackLocks(on, stack), []);
  assert.ok(!on.hasPendingOperations(stack));
  return stdout;
}

/** Waits until something holds. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await pause(50);
}

/** Processes that work for the stage: engines, language hosts, programs, plugins. Linux tells; elsewhere there are none. */
export function processesOf(on: Stage): string[] {
  const mark = `SECURECART_SANDBOX=${on.awsDirectory}\0`;
  const processes = existsSync("/proc/self") ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
  return processes.filter((id) => {
    try {
      return readFileSync(`/proc/${id}/environ`, "utf8").includes(mark);
    } catch {
      return false;
    }
  });
}

/** How many things of a kind the stack has recorded, by their types. */
export async function recordedKinds(on: Stage, stack: string): Promise<Record<string, number>> {
  const { deployment } = (await on.export(stack)) as { deployment: { resources: { type: string }[] } };
  const counts: Record<string, number> = {};
  for (const { type } of deployment.resources) counts[type] = (counts[type] ?? 0) + 1;
  return counts;
}

/** What is made in each place; AWS ends the name of a permission set's role with chance. */
export function madeIn(on: Stage): Inventory["made"][] {
  const chance = /(?<=AWSReservedSSO_\w+_)[0-9a-f]{16}$/;
  return inventory(on.awsDirectory).map(({ made }) =>
    Object.fromEntries(
      Object.entries(made).map(([kind, names]) => [kind, names.map((name) => name.replace(chance, ""))]),
    ),
  );
}
