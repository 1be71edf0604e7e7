import { hostname } from "node:os";

/** Who holds a stack, as far as the backend says. */
export interface Lock {
  /** Such as `anna@ci-1 (process 123) since 2026-05-04T10:00:00Z`. */
  holder: string;
  /** Whether the process that took it runs; undefined where that cannot be seen from here. */
  running: boolean | undefined;
}

const ownBackend = /created by (.+)@(.+) \(pid (\d+)\) at (\S+)/g;
const cloud = /\[409\] Conflict: (.+)/;

/**
 * The locks that a refused command tells of; empty where it failed for another reason. Backends of one's own (a folder,
 * a bucket) tell every lock file with its maker; Pulumi Cloud tells that another update runs.
 */
export function locksIn(message: string, isRunning: (processId: number) => boolean = runs): Lock[] {
  if (message.includes("the stack is currently locked by")) {
    return [...message.matchAll(ownBackend)].map(([, user = "", host = "", pid = "", since = ""]) => ({
      holder: `${user}@${host} (process ${pid}) since ${since}`,
      running: host === hostname() ? isRunning(Number(pid)) : undefined,
    }));
  }
  const conflict = cloud.exec(message)?.[1];
  return conflict === undefined ? [] : [{ holder: `Pulumi Cloud says: ${conflict}`, running: undefined }];
}

function runs(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
