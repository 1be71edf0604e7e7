import { pulumiIn } from "../../cli/recover/pulumi.ts";
import { printable } from "../../iam/printable.ts";
import { recover } from "../../cli/recover/recovery.ts";
import type { Progress } from "../toolchain/progress.ts";
import { stackLocks, waitForEngine } from "./stack-lock.ts";
import type { Workspace } from "./workspace.ts";

/**
 * Puts a stack right after its engine was killed, as `npm run recover` does; the next update goes on from there. Waits
 * for an engine that still runs. Does nothing, quickly, where there is nothing to put right.
 */
export async function recoverKilled(
  workspace: Workspace,
  stack: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  await waitForEngine(workspace, stack, progress, signal);
  if (stackLocks(workspace, stack).length === 0 && !workspace.hasPendingOperations(stack)) return;
  const { environment, project } = workspace;
  await recover({
    pulumi: pulumiIn(project.directory, environment),
    stack,
    environment,
    freeLock: false,
    say: (text) => {
      progress.line(printable(`${stack}: ${text}`));
    },
  });
}
