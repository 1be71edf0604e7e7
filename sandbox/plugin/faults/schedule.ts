import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Call } from "../../aws/call.ts";
import { callName } from "./call-name.ts";

/** All calls that may change something: everything but the reading operations and the taking on of roles. */
export const anyWrite = "any write";

const reading = /^(Get|List|Describe|Search|Validate|AssumeRole)/;

/** One place in a schedule, which exactly one call has, whichever process makes it. */
export interface Place {
  fault: string;
  /** Gives the place to the next call. */
  giveBack: () => void;
}

// A place is a file in the folder of its schedule; who renames it away has it.
const scheduled = (directory: string) => join(directory, "faults", "scheduled");
const met = (directory: string) => join(directory, "faults", "met");

/**
 * Says what the next calls meet, one word each, in their order. `calls` is {@link anyWrite}, an operation such as
 * `CreateRole`, or the name of a single call such as `CreateRole image-resizer`.
 */
export function schedule(directory: string, calls: string, faults: readonly string[]): void {
  const folder = join(scheduled(directory), encodeURIComponent(calls));
  mkdirSync(folder, { recursive: true });
  mkdirSync(met(directory), { recursive: true });
  const first = list(folder).length;
  for (const [index, fault] of faults.entries()) {
    writeFileSync(join(folder, `${String(first + index + 1).padStart(4, "0")} ${fault}`), "");
  }
}

/** The first free place for a call: of its name's schedule, else of its operation's, else of all that changes something. */
export function takePlace(directory: string, call: Call): Place | undefined {
  if (!existsSync(scheduled(directory))) return undefined;
  const name = callName(call, directory);
  const schedules = [name, call.operation, ...(reading.test(call.operation) ? [] : [anyWrite])];
  for (const calls of schedules) {
    const folder = join(scheduled(directory), encodeURIComponent(calls));
    for (const file of list(folder)) {
      const taken = join(met(directory), `${encodeURIComponent(calls)} ${file}`);
      if (!renamed(join(folder, file), taken)) continue;
      writeFileSync(taken, name);
      return {
        fault: file.slice(file.indexOf(" ") + 1),
        giveBack: () => {
          renameSync(taken, join(folder, file));
        },
      };
    }
  }
  return undefined;
}

/** What is still scheduled, as `CreateRole throttled`. */
export function stillScheduled(directory: string): string[] {
  return list(scheduled(directory)).flatMap((calls) =>
    list(join(scheduled(directory), calls)).map(
      (file) => `${decodeURIComponent(calls)} ${file.slice(file.indexOf(" ") + 1)}`,
    ),
  );
}

/** The names of the calls that had a place in a schedule, in the order of the places. */
export function callsMet(directory: string, calls: string): string[] {
  const files = list(met(directory)).filter((file) => file.startsWith(`${encodeURIComponent(calls)} `));
  return files.map((file) => readFileSync(join(met(directory), file), "utf8"));
}

function renamed(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch {
    return false;
  }
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
