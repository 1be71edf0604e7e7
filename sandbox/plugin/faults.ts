import { AwsError, type Aws, type Call } from "../aws/call.ts";
import { backgroundRequests, type Ending } from "./faults/background.ts";
import { refusal, type Refusal } from "./faults/refusal.ts";
import { schedule, stillScheduled, takePlace, type Place } from "./faults/schedule.ts";

/** Milliseconds in which what is under way beside a faulty call goes on. */
const moment = 1000;

const exit = () => setTimeout(() => process.exit(1), moment);
const killEngine = () => process.kill(process.ppid, "SIGKILL");

/** What ends processes: the plugin dies, or the engine is killed as `kill -9` does it and the plugin notices. */
const deaths = {
  "exit-before": { landed: false, strike: exit },
  "exit-after": { landed: true, strike: exit },
  "kill-engine-before": { landed: false, strike: killEngine },
  "kill-engine-after": { landed: true, strike: killEngine },
};

/** What a call can meet, and what happens to it then. */
export const faults = {
  passed: "nothing: the fault that follows is for a later call",
  throttled: "does not land; the service answers what it answers to too many calls",
  broken: "does not land; the service answers that something is wrong with itself (HTTP 500)",
  denied: "does not land; the service answers that the caller has no right to it",
  unseen: "does not land; IAM answers as though the role that it names had not been made yet",
  unanswered: "lands, and its answer is lost on the way: the plugin sees HTTP 500",
  slow: "what Identity Center does in the background stays IN_PROGRESS for several polls, then is done",
  failing: "what Identity Center does in the background ends as FAILED, with nothing done",
  "exit-before": "does not land; the plugin dies",
  "exit-after": "lands; the plugin dies before the engine is told",
  "kill-engine-before": "does not land; the engine is killed",
  "kill-engine-after": "lands; the engine is killed",
} satisfies Record<"passed" | "unanswered" | Refusal | Ending | keyof typeof deaths, string>;

export type Fault = keyof typeof faults;

/**
 * Arms faults in a virtual AWS: the first of the calls, whichever provider makes it, meets the first fault, the next the
 * second, and so on. The calls are those of an operation, `CreateRole`; a single one, `CreateRole image-resizer`; or
 * `any write`, whatever may change something. A call that AWS refuses counts only for a fault that strikes before it
 * lands.
 */
export function arm(directory: string, calls: string, faults: readonly Fault[]): void {
  schedule(directory, calls, faults);
}

/** Armed faults that have not struck, as `CreateRole throttled`. */
export function armed(directory: string): string[] {
  return stillScheduled(directory).filter((place) => !place.endsWith(" passed"));
}

/** The AWS of a folder, whose calls go wrong where that is armed. */
export function withFaults(aws: Aws, directory: string): Aws {
  const background = backgroundRequests(aws);
  return async (call) => {
    const known = background.status(call);
    if (known !== undefined) return await known;
    const taken = takePlace(directory, call);
    if (taken === undefined) return await aws(call);
    const fault = taken.fault as Fault;
    if (fault === "slow" || fault === "failing") return background.begin(call, fault);
    if (fault in deaths) return await dying(aws, call, taken, fault as keyof typeof deaths);
    if (fault === "passed") return await landing(aws, call, taken);
    if (fault === "unanswered") {
      await landing(aws, call, taken);
      throw (await refusal("broken", call, aws)) ?? new Error("unreachable");
    }
    const refused = await refusal(fault as Refusal, call, aws);
    if (refused !== undefined) throw refused;
    taken.giveBack();
    return await aws(call);
  };
}

async function dying(aws: Aws, call: Call, place: Place, fault: keyof typeof deaths): ReturnType<Aws> {
  const { landed, strike } = deaths[fault];
  if (landed) await landing(aws, call, place);
  strike();
  return await new Promise(() => undefined);
}

/** Makes a call whose place is for calls that land. */
async function landing(aws: Aws, call: Call, place: Place): ReturnType<Aws> {
  try {
    return await aws(call);
  } catch (error) {
    if (error instanceof AwsError) place.giveBack();
    throw error;
  }
}
