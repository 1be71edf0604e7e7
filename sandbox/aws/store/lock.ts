import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";

/** A lock that one process holds: a file that names its holder. */
export interface Lock {
  path: string;
  mark: string;
}

/** Longer than any holder needs; what is older belongs to a process whose id another process has now. */
const longestHold = 60_000;

function read(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function unlink(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // Gone already: somebody else has broken it.
  }
}

function alive(mark: string): boolean {
  const [pid, since] = mark.split(" ").map(Number);
  if (pid === undefined || since === undefined || Date.now() - since > longestHold) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Makes the file at once with its content, unless there is one. */
function create(path: string): Lock | undefined {
  const mark = `${process.pid} ${Date.now()} ${randomBytes(8).toString("hex")}`;
  const mine = `${path}.${mark.replaceAll(" ", "-")}`;
  writeFileSync(mine, mark);
  try {
    linkSync(mine, path);
    return { path, mark };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return undefined;
    throw error;
  } finally {
    unlink(mine);
  }
}

/**
 * Takes the lock if it is free. A lock whose holder is dead is broken first, by exactly one process: the one that holds
 * a second lock, named after the mark of the first, which occurs only once.
 */
function tryToTake(path: string): Lock | undefined {
  const holder = read(path);
  if (holder === undefined) return create(path);
  if (alive(holder)) return undefined;
  const breaker = tryToTake(`${path}.${holder.split(" ")[2] ?? "unreadable"}`);
  if (breaker === undefined) return undefined;
  if (read(path) === holder) unlink(path);
  unlink(breaker.path);
  return create(path);
}

/** Waits until the lock is free, and takes it. */
export async function take(path: string): Promise<Lock> {
  for (let wait = 0.5; ; wait = Math.min(wait * 1.5, 8)) {
    const lock = tryToTake(path);
    if (lock !== undefined) return lock;
    await setTimeout(wait * (0.5 + Math.random()));
  }
}

export function held(lock: Lock): boolean {
  return read(lock.path) === lock.mark;
}

export function release(lock: Lock): void {
  if (held(lock)) unlink(lock.path);
}
