import { randomBytes } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { held, release, take, type Lock } from "./lock.ts";

/**
 * JSON documents in a directory, each in a file of its own, shared by several processes. A document changes as a whole:
 * a process that dies while it writes leaves the document as it was before.
 */
export interface Store {
  /** The document as it is now. What is returned is shared: only `change` may change it. Throws where there is none. */
  read: (name: string) => unknown;
  exists: (name: string) => boolean;
  /**
   * Holds the named documents while `work` changes them in place, then writes them in the order of their names. Where
   * `work` throws, nothing is written.
   */
  change: <Result>(names: string[], work: () => Result) => Promise<Result>;
  /** Writes a document that does not exist yet; leaves one that does. */
  create: (name: string, data: unknown) => Promise<void>;
}

interface Cached {
  revision: string;
  text: string;
  data: unknown;
}

// A file begins with its revision, so that a reader sees by its first bytes whether it knows the file.
const head = (revision: string) => `{"revision":"${revision}","data":`;
const headLength = head("0".repeat(16)).length;

export function openStore(directory: string): Store {
  const cache = new Map<string, Cached>();
  const buffer = Buffer.alloc(headLength);
  const path = (name: string) => join(directory, `${name}.json`);

  function current(name: string): Cached {
    const known = cache.get(name);
    const file = open(name);
    try {
      readSync(file, buffer, 0, headLength, 0);
      const revision = buffer.toString("latin1", 13, 29);
      if (known?.revision === revision) return known;
      const text = readFileSync(file, "utf8").slice(headLength, -1);
      const fresh = { revision, text, data: JSON.parse(text) as unknown };
      cache.set(name, fresh);
      return fresh;
    } finally {
      closeSync(file);
    }
  }

  function open(name: string): number {
    try {
      return openSync(path(name), "r");
    } catch (error) {
      const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
      throw missing ? new Error(`No virtual organization has been founded here: ${path(name)} is missing.`) : error;
    }
  }

  function write(name: string, text: string, data: unknown): void {
    const revision = randomBytes(8).toString("hex");
    const temporary = join(directory, `${name}.${process.pid}.${revision}.tmp`);
    writeFileSync(temporary, `${head(revision)}${text}}`);
    renameSync(temporary, path(name));
    cache.set(name, { revision, text, data });
  }

  let last: Promise<unknown> = Promise.resolve();

  /** One after another within this process: only the first in the queue waits for other processes. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  }

  function locked<Result>(names: string[], work: (stillHeld: () => boolean) => Result): Promise<Result> {
    return inTurn(async () => {
      const locks: Lock[] = [];
      try {
        for (const name of names) locks.push(await take(join(directory, `${name}.lock`)));
        return work(() => locks.every(held));
      } finally {
        locks.forEach(release);
      }
    });
  }

  return {
    read: (name) => current(name).data,
    exists: (name) => existsSync(path(name)),
    change: (names, work) => {
      const sorted = [...new Set(names)].sort();
      return locked(sorted, (stillHeld) => {
        try {
          const before = sorted.map((name) => ({ name, ...current(name) }));
          const result = work();
          const changed = before
            .map(({ name, text, data }) => ({ name, before: text, after: JSON.stringify(data), data }))
            .filter(({ before, after }) => before !== after);
          if (!stillHeld()) throw new Error("The sandbox's lock was lost while a call was under way.");
          for (const { name, after, data } of changed) write(name, after, data);
          return result;
        } catch (error) {
          for (const name of sorted) cache.delete(name);
          throw error;
        }
      });
    },
    create: async (name, data) => {
      mkdirSync(dirname(path(name)), { recursive: true });
      await locked([name], () => {
        if (!existsSync(path(name))) write(name, JSON.stringify(data), data);
      });
    },
  };
}
