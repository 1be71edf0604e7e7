import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { isAlive } from "../toolchain/turn.ts";
import type { Progress } from "../toolchain/progress.ts";
import type { Workspace } from "./workspace.ts";

/** A lock in the file backend: who took the stack. */
export interface StackLock {
  processId: number;
  /** Whether the engine that took it still runs. */
  held: boolean;
}

/** The locks on a stack, as the file backend keeps them. */
export function stackLocks({ stateDirectory, project }: Workspace, stack: string): StackLock[] {
  const folder = join(stateDirectory, ".pulumi/locks/organization", project.name, stack);
  return files(folder).flatMap((file) => {
    try {
      const lock = JSON.parse(readFileSync(join(folder, file), "utf8")) as { pid: number; hostname: string };
      return [{ processId: lock.pid, held: lock.hostname !== hostname() || isEngine(lock.pid) }];
    } catch {
      return [];
    }
  });
}

/** Waits while an engine that still runs has the stack. */
export async function waitForEngine(
  workspace: Workspace,
  stack: string,
  progress: Progress,
  signal?: AbortSignal,
): Promise<void> {
  for (;;) {
    const running = stackLocks(workspace, stack).find(({ held }) => held);
    if (running === undefined) return;
    progress.status(`An update of ${stack} still runs as process ${running.processId}: waiting for it`);
    await pause(500, undefined, signal === undefined ? {} : { signal });
  }
}

/** Whether a Pulumi CLI runs under the process id, which may have been given to another program meanwhile. */
function isEngine(processId: number): boolean {
  if (!isAlive(processId)) return false;
  const { status, stdout } = spawnSync("ps", ["-o", "args=", "-p", String(processId)], { encoding: "utf8" });
  return status !== 0 || stdout.includes("pulumi");
}

function files(folder: string): string[] {
  try {
    return readdirSync(folder).filter((file) => file.endsWith(".json"));
  } catch {
    return [];
  }
}
