import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Aws } from "../aws/call.ts";

/** Milliseconds in which what is under way beside a faulty call goes on. */
const moment = 1000;

/**
 * What happens once a call has landed, instead of its answer: the plugin dies, or the engine is killed as `kill -9` does
 * it and the plugin notices.
 */
const faults = {
  "exit-after": () => setTimeout(() => process.exit(1), moment),
  "kill-engine-after": () => process.kill(process.ppid, "SIGKILL"),
};

export type Fault = keyof typeof faults;

/** The file, in the folder of the virtual AWS, that arms a fault for one call of an operation such as `CreateRole`. */
export function faultFile(directory: string, fault: Fault, operation: string): string {
  return join(directory, "faults", `${fault}-${operation}`);
}

/** An AWS whose calls go wrong where a file says so. The first call that lands takes the file away. */
export function withFaults(aws: Aws, directory: string): Aws {
  return async (call) => {
    const answer = await aws(call);
    for (const [name, strike] of Object.entries(faults)) {
      if (!taken(faultFile(directory, name as Fault, call.operation))) continue;
      strike();
      await new Promise(() => undefined);
    }
    return answer;
  };
}

function taken(file: string): boolean {
  try {
    rmSync(file);
    return true;
  } catch {
    return false;
  }
}
