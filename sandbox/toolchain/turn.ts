import { linkSync, mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** Whoever has a turn confirms it every few seconds: process ids are given again, above all after a restart. */
const confirmation = 5_000;
const validity = 60_000;

export interface Waiting {
  /** Called once, where another process has the turn, with its process id. */
  onWait: (processId: number) => void;
  signal?: AbortSignal | undefined;
}

/**
 * Takes a turn at what only one process should do at a time, waiting for the one that has it, and gives a function
 * that ends the turn. The turn of a process that is gone is void. Throws where `signal` is aborted meanwhile.
 */
export async function takeTurn(file: string, waiting: Waiting): Promise<() => void> {
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; ;) {
    if (claim(file)) return keep(file);
    const other = holder(file);
    if (other === undefined) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) waiting.onWait(other);
    told = true;
    await pause(300, undefined, waiting.signal === undefined ? {} : { signal: waiting.signal });
  }
}

/** Whether a process with this id runs on this machine. */
export function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** A link appears together with its content; a file opened exclusively would be empty for a moment. */
function claim(file: string): boolean {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, String(process.pid));
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(mine, { force: true });
  }
}

function keep(file: string): () => void {
  const ticker = setInterval(() => {
    const now = new Date();
    if (readHolder(file) === process.pid) utimesSync(file, now, now);
  }, confirmation);
  ticker.unref();
  return () => {
    clearInterval(ticker);
    if (readHolder(file) === process.pid) rmSync(file, { force: true });
  };
}

function holder(file: string): number | undefined {
  const processId = readHolder(file);
  if (processId === undefined || !isAlive(processId)) return undefined;
  const age = Date.now() - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return age < validity ? processId : undefined;
}

function readHolder(file: string): number | undefined {
  try {
    const processId = Number.parseInt(readFileSync(file, "utf8"), 10);
    return processId > 0 ? processId : undefined;
  } catch {
    return undefined;
  }
}
